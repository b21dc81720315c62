/** What leaves for Postman, held against a schema of the format that others made for such files. */
import { createRequire } from 'node:module';
import { assert, asyncProperty, constantFrom, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { methods } from '#features/requests/request/draft.ts';
import { toPostman } from './postman.ts';
import { draftOf } from './saved-requests.tsx';
import { themes } from './ready-requests.ts';
import { installSettings } from '#config/settings.ts';

/** Its build for Node; the one that `import` would take is not. */
const { PostmanValidator } = createRequire(import.meta.url)('@har-sdk/validator') as {
  PostmanValidator: new () => { verify(collection: object): Promise<readonly object[]> };
};
const validator = new PostmanValidator();
const wrongIn = (text: string) => validator.verify(JSON.parse(text) as object);

test('the schema notices what is wrong', async () => {
  const one = {
    name: 'x',
    method: 'GET',
    url: 'https://a.example/',
    headers: '',
    body: '',
  } as const;
  const good = toPostman({ name: 'x', requests: [one] });
  expect(await wrongIn(good)).toEqual([]);
  expect(await wrongIn(good.replace('"request"', '"requst"'))).not.toEqual([]);
  expect(await wrongIn(good.replace('"key": "token"', '"name": "token"'))).not.toEqual([]);
});

test('every example that is shipped leaves as a collection of Postman’s', async () => {
  installSettings({
    cloud: 'global',
    clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
    tenant: 'common',
  });
  const requests = themes.flatMap(([, examples]) =>
    examples.map((example) => ({ ...draftOf(example), name: example.title })),
  );
  expect(requests.length).toBeGreaterThan(30);
  expect(await wrongIn(toPostman({ name: 'Examples', requests }))).toEqual([]);
});

test('whatever was typed leaves as a collection of Postman’s', async () => {
  const text = string({ unit: 'grapheme', maxLength: 20 });
  const address = string({ unit: 'grapheme-ascii', maxLength: 20 });
  await assert(
    asyncProperty(
      record({
        method: constantFrom(...methods),
        path: address,
        headers: text,
        body: text,
        name: text,
      }),
      async ({ method, path, headers, body, name }) => {
        for (const url of [
          `https://graph.microsoft.com/v1.0/${path}`,
          `http://localhost:81/${path}`,
          path,
        ]) {
          const request = { method, url, headers: `x: 1\n${headers}`, body, name };
          expect(await wrongIn(toPostman({ name, requests: [request] }))).toEqual([]);
        }
      },
    ),
    { numRuns: 100 },
  );
});
