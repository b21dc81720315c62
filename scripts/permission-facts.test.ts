import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { madeFiles } from './permission-facts.mjs';

/** Microsoft's lists, which are too large to carry. */
const lists = new URL('../../shared/data/permissions.json', import.meta.url);
const isHere = existsSync(lists);
if (!isHere)
  console.info('Microsoft’s permission lists are not here: what was made of them is not compared.');

test.runIf(isHere)(
  'the permission files that are shipped are what their script makes of Microsoft’s lists',
  () => {
    const made = madeFiles();
    expect(
      made.map(({ path }) => path.slice(fileURLToPath(new URL('..', import.meta.url)).length)),
    ).toEqual([
      'src/contract/permission-facts/all-permissions.ts',
      'src/simulator/permissions/accepted.ts',
      'src/simulator/permissions/permission-ids.ts',
    ]);
    // Formatting may wrap a line; what is in the file stays.
    const content = (text: string) => text.replaceAll(/\s+/g, ' ');
    for (const { path, text } of made)
      expect(content(readFileSync(path, 'utf8')) === content(text)).toBe(true);
  },
);
