import { expect, test } from 'vitest';
import type { Collection, Message } from '#contract/graph.ts';
import { everyScope, graphAs, json } from '#simulator/graph/graph-test-client.ts';

const ask = graphAs({ scopes: [...everyScope, 'Mail.ReadWrite'] });
const post = (path: string, body: object) =>
  ask(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const page = '/me/messages?$top=60';

test('a member alone is what it is among all the others, of letters, copies and drafts', async () => {
  const newest = await json<Collection<Message>>(ask(page));
  const { id } = newest.value[20] as Message;
  expect((await post(`/me/messages/${id}/copy`, { destinationId: 'inbox' })).status).toBe(201);
  expect((await post('/me/messages', { subject: 'A draft' })).status).toBe(201);
  const whole = (await json<Collection<Message>>(ask(page))).value;
  const drafts = whole.filter(({ isDraft }) => isDraft);
  expect(drafts.length).toBeGreaterThan(0);
  expect(whole.length).toBe(60);
  const members = Object.keys(whole[0] ?? {}).filter((name) => !name.startsWith('@'));
  expect(members.length).toBeGreaterThan(25);
  for (const member of members) {
    const cut = (await json<Collection<Message>>(ask(`${page}&$select=${member}`))).value;
    expect(cut).toEqual(
      whole.map((message) =>
        Object.fromEntries(
          Object.entries(message).filter(([name]) =>
            ['@odata.type', '@odata.etag', 'id', member].includes(name),
          ),
        ),
      ),
    );
  }
});

test('members come in the order of the service, however they are named', async () => {
  const [first] = (
    await json<Collection<Message>>(
      ask('/me/mailFolders/inbox/messages?$top=1&$select=From,SUBJECT,isRead'),
    )
  ).value;
  expect(Object.keys(first ?? {})).toEqual(['@odata.etag', 'id', 'subject', 'isRead', 'from']);
});
