/** A collection of a file, and the name it gets among those that are there. */
import { fromHttpFile } from './http-file.ts';
import { fromPostman } from './postman.ts';
import type { Collection } from './saved-request.ts';

/** @throws {Error} in words for a person; a SyntaxError where a Postman file is no JSON */
export function collectionOf(fileName: string, text: string): Collection {
  const found = text.trimStart().startsWith('{')
    ? fromPostman(text)
    : { name: '', requests: fromHttpFile(text) };
  const ofFile = fileName.replace(/(?:\.postman_collection)?\.\w+$/, '');
  return { ...found, name: found.name || ofFile || 'Imported' };
}

/** No two are called alike: their names tell them apart. */
export function freeName(wanted: string, taken: readonly Collection[]): string {
  const isTaken = (name: string) => taken.some((each) => each.name === name);
  let name = wanted;
  for (let nth = 2; isTaken(name); nth += 1) name = `${wanted} ${nth}`;
  return name;
}
