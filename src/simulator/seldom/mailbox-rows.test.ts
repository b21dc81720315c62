import { expect, test } from 'vitest';
import { everyScope, graphAs, json } from '#simulator/graph/graph-test-client.ts';

interface Row {
  readonly id: string;
  readonly [member: string]: unknown;
}
interface List {
  readonly value: readonly Row[];
}

const scopes = [...everyScope, 'MailboxSettings.ReadWrite'];
const sending = (method: string, body: object): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

test('a category is made, coloured anew and deleted, and keeps the name it was made with', async () => {
  const ask = graphAs({ scopes });
  const path = '/me/outlook/masterCategories';
  const six = (await json<List>(ask(path))).value;
  expect(six).toHaveLength(6);
  const made = await ask(path, sending('POST', { displayName: 'Lenses', color: 'preset2' }));
  expect(made.status).toBe(201);
  const { id } = await json<Row>(made);
  expect((await json<List>(ask(path))).value[0]).toMatchObject({ displayName: 'Lenses' });
  const changed = await ask(`${path}/${id}`, sending('PATCH', { displayName: 'x', color: 'none' }));
  expect(await json<Row>(changed)).toMatchObject({ displayName: 'Lenses', color: 'none' });
  expect((await ask(`${path}/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(`${path}/${id}`)).status).toBe(404);
  expect((await ask(path, sending('POST', { color: 'preset2' }))).status).toBe(400);
  const green = sending('POST', { displayName: 'Filters', color: 'green' });
  expect((await ask(path, green)).status).toBe(400);
});

test('a rule of the inbox is made, switched off and deleted; other folders have none', async () => {
  const ask = graphAs({ scopes });
  const path = '/me/mailFolders/inbox/messageRules';
  const rule = {
    displayName: 'From Layla',
    sequence: 2,
    conditions: { senderContains: ['layla'] },
    actions: { markImportance: 'high' },
  };
  const made = await ask(path, sending('POST', rule));
  expect(made.status).toBe(201);
  const { id } = await json<Row>(made);
  expect((await json<List>(ask(path))).value).toHaveLength(2);
  const off = await ask(`${path}/${id}`, sending('PATCH', { isEnabled: false }));
  expect(await json<Row>(off)).toMatchObject({ ...rule, isEnabled: false });
  expect((await ask(`${path}/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await json<List>(ask(path))).value).toHaveLength(1);
  expect((await ask('/me/mailFolders/archive/messageRules')).status).toBe(404);
  const unknown = await ask(path, sending('POST', { ...rule, urgency: 1 }));
  expect(await json<object>(unknown)).toMatchObject({ error: { code: 'RequestBodyRead' } });
});

test('who may only read the settings makes neither', async () => {
  const ask = graphAs({ scopes: ['MailboxSettings.Read'] });
  for (const path of ['/me/outlook/masterCategories', '/me/mailFolders/inbox/messageRules']) {
    expect((await ask(path)).status).toBe(200);
    expect((await ask(path, sending('POST', { displayName: 'x', actions: {} }))).status).toBe(403);
  }
});
