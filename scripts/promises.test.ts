// What docs/security.md and docs/complaints.md name as proof is there, in the words they quote.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';

const files = ['src', 'e2e', 'scripts', 'public'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  ),
);

/** With a folder a name is a path. Without one it is of src/auth or, if nothing there is called so, the only one. */
function find(name: string): string | undefined {
  if (existsSync(name)) return name;
  if (name.includes('/')) return undefined;
  const named = files.filter((path) => basename(path) === name);
  return (
    named.find((path) => path.startsWith('src/auth/')) ??
    (named.length === 1 ? named[0] : undefined)
  );
}

/** The rows of all tables, each as its cells without the number. */
function rowsOf(document: string): { number: string; cells: string[] }[] {
  return readFileSync(document, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [number, ...cells] = line.split('|').slice(1, -1);
      return number && /^ \d+ +$/.test(number) ? [{ number: number.trim(), cells }] : [];
    });
}

/** `"a … b"` stands for a sentence in which both parts come, in this order. */
function says(text: string, quoted: string): boolean {
  let from = 0;
  return quoted.split('…').every((part) => {
    const at = text.indexOf(part.trim(), from);
    from = at + part.length;
    return at >= 0;
  });
}

/** What a row names that is not there. */
function missingIn(row: { number: string; cells: string[] }): string[] {
  return row.cells.flatMap((cell, place) => {
    let text = '';
    return Array.from(
      cell.matchAll(/`([\w./-]+\.(?:tsx?|mjs|json))`|"([^"]+)"/g),
      ([, name, quoted]) => {
        if (name) {
          const path = find(name);
          text = path ? readFileSync(path, 'utf8') : '';
          return path ? [] : [`${row.number}: no ${name}`];
        }
        const isTest = place === row.cells.length - 1;
        return !isTest || says(text, quoted ?? '') ? [] : [`${row.number}: nowhere "${quoted}"`];
      },
    ).flat();
  });
}

test.each([
  ['docs/security.md', 45],
  ['docs/complaints.md', 27],
])('every file and every sentence that %s names is there', (document, many) => {
  const rows = rowsOf(document);
  expect(rows.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: many }, (_, index) => index + 1),
  );
  expect(rows.filter(({ cells }) => !cells.at(-1)?.includes('`'))).toEqual([]);
  expect(rows.flatMap(missingIn)).toEqual([]);
});
