import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pathNames as shippedNames } from '#contract/permission-facts/path-names.ts';
import { graphShapes as shipped } from '#features/requests/request/graph-shapes.ts';
import { graphShapes, pathNames } from './graph-shapes.mjs';

const data = new URL('../../shared/data/', import.meta.url);
const isThere = existsSync(data);
if (!isThere)
  console.warn('The data of the reference is not beside the project: nothing to compare with.');
const read = (name: string) => JSON.parse(readFileSync(new URL(name, data), 'utf8')) as never;

test.skipIf(!isThere)('what is shipped of the schema is what the script makes of it', () => {
  expect(shipped).toEqual(graphShapes(read('graph-schema.json')));
  expect(shippedNames).toEqual(pathNames(read('graph-schema.json'), read('permissions.json')));
});
