import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { graphTypes as shipped } from '#simulator/metadata/graph-types.ts';
import { graphMetadata } from './graph-metadata.mjs';

const file = new URL('../../shared/data/graph-schema.json', import.meta.url);
const isThere = existsSync(file);
if (!isThere)
  console.warn('The data of the reference is not beside the project: nothing to compare with.');

test.skipIf(!isThere)('what is shipped of the types is what the script makes of the schema', () => {
  const table = graphMetadata(JSON.parse(readFileSync(file, 'utf8')) as never);
  const lines = Object.entries(table).map(([name, text]) => `${name}|${text}`);
  expect(shipped.split('\n')).toEqual(lines);
});
