import { assert, asyncProperty, json, jsonValue, string } from 'fast-check';
import { expect, test } from 'vitest';
import { JsonProblem, scanMembers, scanRoot, valueOf, type JsonNode } from './scan-json.ts';
import { openBelow, openFirst, treeRows } from './tree-rows.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function rebuild(bytes: Uint8Array, node: JsonNode): Promise<unknown> {
  if (node.kind !== 'object' && node.kind !== 'array') return valueOf(bytes, node);
  const members = await scanMembers(bytes, node);
  const parts = await Promise.all(
    members.map(async (each) => [each.key, await rebuild(bytes, each)] as const),
  );
  return node.kind === 'array' ? parts.map(([, value]) => value) : Object.fromEntries(parts);
}

test('what is found part by part is what JSON.parse makes of the whole, with any spaces between', async () => {
  await assert(
    asyncProperty(jsonValue(), json(), async (value, other) => {
      for (const text of [JSON.stringify(value, null, 2), JSON.stringify(value), other]) {
        const bytes = bytesOf(text);
        expect(await rebuild(bytes, await scanRoot(bytes))).toEqual(JSON.parse(text));
      }
    }),
    { numRuns: 200 },
  );
});

test('text that is no JSON is told with a place, and never hangs', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary-ascii' }), async (text) => {
      const bytes = bytesOf(text);
      const found = await scanRoot(bytes)
        .then(async (root) => ({ value: await rebuild(bytes, root) }))
        .catch((error: unknown) => error);
      const isPlace = found instanceof JsonProblem && found.at <= bytes.length;
      const isJson = () => JSON.stringify(found) === JSON.stringify({ value: JSON.parse(text) });
      expect(isPlace || found instanceof SyntaxError || isJson()).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['{"a":1', 6],
  ['{"a" 1}', 5],
  ['[1 2]', 3],
  ['[1]]', 3],
  ['"open', 0],
  ['', 0],
  ['nul', 0],
])('%s is wrong at byte %i', async (text, at) => {
  const bytes = bytesOf(text);
  const looking = scanRoot(bytes).then((root) => scanMembers(bytes, root));
  await expect(looking).rejects.toMatchObject({ name: 'JsonProblem', at });
});

test('a collection opens at its first item; a long one in ranges', async () => {
  const short = bytesOf('{"@odata.context":"c","value":[{"id":"a"},{"id":"b"}]}');
  const root = await scanRoot(short);
  const rows = treeRows(root, await openFirst(short, root));
  expect(rows.map(({ id }) => id)).toEqual([
    '',
    '/@odata.context',
    '/value',
    '/value/0',
    '/value/0/id',
    '/value/1',
  ]);
  const nested = bytesOf(
    '{"error":{"code":"c","innerError":{"a":[1,{"b":2}]}},"value":[{"from":{"x":1}},{"c":3}]}',
  );
  const nestedRoot = await scanRoot(nested);
  const nestedOpen = await openFirst(nested, nestedRoot);
  expect(treeRows(nestedRoot, nestedOpen).map(({ id }) => id)).toEqual([
    ...['', '/error', '/error/code', '/error/innerError', '/error/innerError/a'],
    ...['/error/innerError/a/0', '/error/innerError/a/1', '/error/innerError/a/1/b'],
    ...['/value', '/value/0', '/value/0/from', '/value/0/from/x', '/value/1'],
  ]);
  const all = await openBelow(nested, nestedOpen, { id: '', node: nestedRoot }, 1000);
  expect(treeRows(nestedRoot, all).at(-1)?.id).toBe('/value/1/c');
  const long = bytesOf(JSON.stringify({ value: Array.from({ length: 1200 }, (_, at) => at) }));
  const longRoot = await scanRoot(long);
  const longRows = treeRows(longRoot, await openFirst(long, longRoot));
  expect(longRows).toHaveLength(2 + 3 + 500);
  expect(longRows.at(-1)?.range).toEqual({ from: 1000, to: 1199 });
});
