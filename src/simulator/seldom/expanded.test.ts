import { expect, test } from 'vitest';
import { everyScope, graphAs, json } from '#simulator/graph/graph-test-client.ts';

const ask = graphAs({ scopes: [...everyScope, 'Calendars.Read'] });

interface Folder {
  readonly id: string;
  readonly displayName: string;
  readonly childFolders?: readonly Folder[];
  readonly messages?: readonly object[];
}

test('folders of mail bring along the folders and the newest letters in them, as they are told to', async () => {
  const one = await json<Folder>(ask('/me/mailFolders/inbox?$expand=childFolders'));
  const { value } = await json<{ value: Folder[] }>(ask('/me/mailFolders/inbox/childFolders'));
  expect(value.length).toBeGreaterThan(0);
  expect(one.childFolders).toEqual(value);
  const all = await json<{ value: Folder[] }>(
    ask(
      '/me/mailFolders?$top=20&$expand=childFolders($select=displayName),messages($top=2;$select=subject)',
    ),
  );
  expect(all.value.length).toBeGreaterThan(10);
  const inbox = all.value.find(({ displayName }) => displayName === 'Inbox');
  expect(inbox?.childFolders).toEqual(value.map(({ id, displayName }) => ({ id, displayName })));
  expect(inbox?.messages).toEqual([
    { '@odata.etag': expect.any(String), id: expect.any(String), subject: expect.any(String) },
    { '@odata.etag': expect.any(String), id: expect.any(String), subject: expect.any(String) },
  ]);
});

test('an event brings its calendar and its files, a folder of contacts what is in it', async () => {
  const events = await json<{ value: { id: string }[] }>(ask('/me/events?$top=1'));
  const event = await json<{ calendar: { name: string } }>(
    ask(`/me/events/${events.value[0]?.id}?$select=subject,calendar&$expand=calendar,attachments`),
  );
  expect(event).toMatchObject({ calendar: { name: expect.any(String) }, attachments: [] });
  expect(event.calendar).not.toHaveProperty('@odata.context');
  const folders = await json<{ value: { id: string }[] }>(ask('/me/contactFolders'));
  const folder = await json<{ contacts: object[] }>(
    ask(`/me/contactFolders/${folders.value[0]?.id}?$expand=contacts($top=3)`),
  );
  expect(folder.contacts).toHaveLength(3);
});

test('a list of events brings along what each has, a list of contacts the pictures that there are', async () => {
  const events = await json<{ value: { id: string; calendar: object; attachments: object[] }[] }>(
    ask('/me/events?$top=3&$select=subject&$expand=calendar($select=name),attachments,extensions'),
  );
  expect(events.value).toHaveLength(3);
  for (const { id, calendar, attachments } of events.value) {
    const own = await json<{ id: string; name: string }>(ask(`/me/events/${id}/calendar`));
    expect(calendar).toMatchObject({ name: own.name });
    expect(attachments).toEqual([]);
  }
  const span = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-11-30T00:00:00Z';
  const view = await json<{ value: { attachments?: object[] }[] }>(
    ask(`/me/calendarView?${span}&$top=4&$expand=attachments`),
  );
  expect(view.value.map(({ attachments }) => attachments)).toEqual([[], [], [], []]);
  const series = await json<{ value: { type: string; instances: { type: string }[] }[] }>(
    ask(`/me/events?${span}&$top=10&$filter=type eq 'seriesMaster'&$expand=instances($top=2)`),
  );
  const instances = series.value.flatMap((each) => each.instances);
  expect(instances.length).toBeGreaterThan(2);
  expect(instances.every(({ type }) => type !== 'seriesMaster')).toBe(true);
  const windowless = await ask('/me/events?$top=1&$expand=instances');
  expect(await windowless.json()).toMatchObject({ error: { code: 'ErrorInvalidParameter' } });
  const contacts = await json<{ value: { photo?: { width: number } }[] }>(
    ask('/me/contacts?$top=6&$expand=photo,singleValueExtendedProperties($filter=id eq %27x%27)'),
  );
  const photos = contacts.value.filter(({ photo }) => photo !== undefined);
  expect(photos).toHaveLength(2);
});

test.each([
  '/me/events?$expand=invented',
  "/me/events?$filter=subject eq 'nobody wrote this'&$expand=invented($top=1)",
  '/me/calendarView?startDateTime=2026-11-01&endDateTime=2026-11-02&$expand=invented',
  '/me/contacts?$expand=invented',
  '/me/mailFolders?$expand=invented',
  '/me/mailFolders/inbox?$expand=invented',
  '/me/contactFolders?$expand=invented',
])('%s is refused', async (path) => {
  const refused = await ask(path);
  expect(await refused.json()).toMatchObject({
    error: { code: 'BadRequest', message: expect.stringContaining("'invented'") },
  });
});
