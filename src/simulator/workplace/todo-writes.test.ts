import { expect, test } from 'vitest';
import { graphAs, json, type Ask } from '#simulator/graph/graph-test-client.ts';

interface Row {
  readonly id: string;
  readonly title?: string;
  readonly wellknownListName?: string;
}
const send = (ask: Ask, method: string, path: string, body?: object) =>
  ask(path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const rows = async (ask: Ask, path: string) => (await json<{ value: Row[] }>(ask(path))).value;

test('a task is made in a list of one’s own, finished and deleted', async () => {
  const ask = graphAs({ scopes: ['Tasks.ReadWrite'] });
  const list = await json<Row>(send(ask, 'POST', '/me/todo/lists', { displayName: 'Trip' }));
  const tasks = `/me/todo/lists/${list.id}/tasks`;
  expect(await rows(ask, tasks)).toEqual([]);
  const given = {
    title: 'Pack',
    importance: 'high',
    dueDateTime: { dateTime: '2026-12-01T00:00:00', timeZone: 'UTC' },
  };
  const made = await send(ask, 'POST', tasks, given);
  expect(made.status).toBe(201);
  const task = await json<Row>(made);
  expect(task).toMatchObject({ ...given, status: 'notStarted', completedDateTime: null });
  const done = await send(ask, 'PATCH', `${tasks}/${task.id}`, { status: 'completed' });
  expect(await done.json()).toMatchObject({
    status: 'completed',
    completedDateTime: { dateTime: '2026-11-20T00:00:00.0000000', timeZone: 'UTC' },
  });
  expect((await rows(ask, tasks)).map(({ title }) => title)).toEqual(['Pack']);
  expect((await send(ask, 'DELETE', `${tasks}/${task.id}`)).status).toBe(204);
  expect((await ask(`${tasks}/${task.id}`)).status).toBe(404);
  expect((await send(ask, 'DELETE', `/me/todo/lists/${list.id}`)).status).toBe(204);
  expect((await ask(tasks)).status).toBe(404);
});

test('tasks of the seed can be changed, the lists that To Do brings along cannot', async () => {
  const ask = graphAs({ scopes: ['Tasks.ReadWrite'] });
  const [own] = await rows(ask, '/me/todo/lists');
  const tasks = `/me/todo/lists/${own?.id}/tasks`;
  const [first] = await rows(ask, tasks);
  await send(ask, 'PATCH', `${tasks}/${first?.id}`, { title: 'Renamed' });
  expect((await rows(ask, tasks))[0]).toMatchObject({ id: first?.id, title: 'Renamed' });
  const list = `/me/todo/lists/${own?.id}`;
  expect((await send(ask, 'PATCH', list, { displayName: 'Mine' })).status).toBe(400);
  expect((await send(ask, 'DELETE', list)).status).toBe(400);
});

test('a word that no task can have is refused', async () => {
  const ask = graphAs({ scopes: ['Tasks.ReadWrite'] });
  const [own] = await rows(ask, '/me/todo/lists');
  for (const wrong of [{ status: 'begun' }, { importance: 'urgent' }]) {
    const refused = await send(ask, 'POST', `/me/todo/lists/${own?.id}/tasks`, {
      title: 'x',
      ...wrong,
    });
    expect(await refused.json()).toMatchObject({ error: { code: 'RequestBodyRead' } });
  }
});

test('reading tasks is not writing them', async () => {
  const ask = graphAs({ scopes: ['Tasks.Read'] });
  expect((await send(ask, 'POST', '/me/todo/lists', { displayName: 'No' })).status).toBe(403);
});

test('settings of a mailbox are changed member by member', async () => {
  const ask = graphAs({ scopes: ['MailboxSettings.ReadWrite'] });
  const changed = await send(ask, 'PATCH', '/me/mailboxSettings', {
    timeZone: 'Tokyo Standard Time',
    automaticRepliesSetting: { status: 'alwaysEnabled', internalReplyMessage: 'Away' },
  });
  expect(changed.status).toBe(200);
  const expected = {
    timeZone: 'Tokyo Standard Time',
    automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience: 'all' },
  };
  expect(await changed.json()).toMatchObject(expected);
  expect(await json(ask('/me/mailboxSettings'))).toMatchObject(expected);
  expect(await json(ask('/me/mailboxSettings/timeZone'))).toMatchObject({
    value: 'Tokyo Standard Time',
  });
  const wrong = await send(ask, 'PATCH', '/me/mailboxSettings', { timeZone: 'Atlantis' });
  expect(wrong.status).toBe(400);
  const reader = graphAs({ scopes: ['MailboxSettings.Read'] });
  expect((await send(reader, 'PATCH', '/me/mailboxSettings', { timeZone: 'UTC' })).status).toBe(
    403,
  );
});

test('a task has steps, and links to what it came from', async () => {
  const ask = graphAs({ scopes: ['Tasks.ReadWrite'] });
  const [own] = await rows(ask, '/me/todo/lists');
  const tasks = `/me/todo/lists/${own?.id}/tasks`;
  const link = { webUrl: 'https://example.com/7', applicationName: 'Tickets', displayName: 'T-7' };
  const made = await send(ask, 'POST', tasks, { title: 'Seven', linkedResources: [link] });
  expect(made.status).toBe(201);
  const task = await json<Row>(made);
  const links = [{ ...link, externalId: null, id: expect.any(String) }];
  expect(task).toMatchObject({ title: 'Seven', linkedResources: links });
  const at = `${tasks}/${task.id}`;
  expect(await rows(ask, `${at}/linkedResources`)).toEqual(links);
  const step = await json<Row>(send(ask, 'POST', `${at}/checklistItems`, { displayName: 'First' }));
  expect(step).toMatchObject({ displayName: 'First', isChecked: false });
  const done = send(ask, 'PATCH', `${at}/checklistItems/${step.id}`, { isChecked: true });
  expect(await json(done)).toMatchObject({ isChecked: true, checkedDateTime: expect.any(String) });
  const all = await json(ask(`${at}?$expand=checklistItems,linkedResources&$select=title`));
  expect(all).toMatchObject({ title: 'Seven', checklistItems: [{ id: step.id }] });
  expect(all).toMatchObject({ linkedResources: links });
  expect(await json(ask(at))).not.toHaveProperty('linkedResources');
  const steps = await json<Record<string, unknown>>(
    ask(`${at}/checklistItems?$select=displayName`),
  );
  expect(steps['@odata.context']).toMatch(
    new RegExp(`/todo/lists\\('[^']+'\\)/tasks\\('${task.id}'\\)/checklistItems\\(displayName\\)$`),
  );
  expect((await send(ask, 'DELETE', `${at}/checklistItems/${step.id}`)).status).toBe(204);
  expect(await rows(ask, `${at}/checklistItems`)).toEqual([]);
  expect((await ask(`${tasks}/nothing/checklistItems`)).status).toBe(404);
});
