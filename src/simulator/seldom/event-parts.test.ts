import { expect, test } from 'vitest';
import { everyScope, graphAs, json } from '#simulator/graph/graph-test-client.ts';

interface Row {
  readonly id: string;
  readonly [member: string]: unknown;
}
interface List {
  readonly value: readonly Row[];
}

const ask = graphAs({ scopes: [...everyScope, 'Calendars.ReadWrite', 'Tasks.ReadWrite'] });
const sending = (method: string, body: object): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const lunch = {
  subject: 'Lunch',
  start: { dateTime: '2026-12-03T12:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-03T13:00:00', timeZone: 'UTC' },
};

test('an event says which calendar it is in', async () => {
  const { id } = await json<Row>(ask('/me/events', sending('POST', lunch)));
  const calendar = await json<Row>(ask(`/me/events/${id}/calendar`));
  const mine = await json<Row>(ask('/me/calendar'));
  expect(calendar).toMatchObject({ id: mine.id, isDefaultCalendar: true });
  expect((await ask('/me/events/nothing/calendar')).status).toBe(400);
});

test('the days of a series that were changed are its exceptions', async () => {
  const recurrence = {
    pattern: { type: 'daily', interval: 1 },
    range: { type: 'numbered', startDate: '2026-12-03', numberOfOccurrences: 5 },
  };
  const { id } = await json<Row>(ask('/me/events', sending('POST', { ...lunch, recurrence })));
  const exceptions = async () =>
    (await json<List>(ask(`/me/events/${id}/exceptionOccurrences`))).value;
  expect(await exceptions()).toEqual([]);
  const span = 'startDateTime=2026-12-01&endDateTime=2026-12-31';
  const days = (await json<List>(ask(`/me/events/${id}/instances?${span}`))).value;
  expect(days).toHaveLength(5);
  await ask(`/me/events/${days[1]?.id}`, sending('PATCH', { subject: 'Late lunch' }));
  expect((await exceptions()).map(({ subject }) => subject)).toEqual(['Late lunch']);
  const single = await json<Row>(ask('/me/events', sending('POST', lunch)));
  expect((await ask(`/me/events/${single.id}/exceptionOccurrences`)).status).toBe(400);
});

test('a file is put on an event, read and taken off', async () => {
  const { id } = await json<Row>(ask('/me/events', sending('POST', lunch)));
  const path = `/me/events/${id}/attachments`;
  expect((await json<List>(ask(path))).value).toEqual([]);
  const file = {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name: 'menu.txt',
    contentType: 'text/plain',
    contentBytes: btoa('Soup'),
  };
  const made = await ask(path, sending('POST', file));
  expect(made.status).toBe(201);
  const { id: attachment } = await json<Row>(made);
  expect((await json<List>(ask(path))).value).toMatchObject([{ ...file, size: 4 }]);
  expect(await (await ask(`${path}/${attachment}/$value`)).text()).toBe('Soup');
  expect(await json<Row>(ask(`/me/events/${id}`))).toMatchObject({ hasAttachments: true });
  expect((await ask(`${path}/${attachment}`, { method: 'DELETE' })).status).toBe(204);
  expect(await json<Row>(ask(`/me/events/${id}`))).toMatchObject({ hasAttachments: false });
  expect((await ask(`${path}/${attachment}`)).status).toBe(404);
});

test('an event that is made twice with one transaction is made once', async () => {
  const once = { ...lunch, transactionId: '7e163156-7762-4beb-a1c6-729ea81755a7' };
  const first = await json<Row>(ask('/me/events', sending('POST', once)));
  const again = await ask('/me/events', sending('POST', once));
  expect(again.status).toBe(409);
  expect(await json<object>(again)).toMatchObject({
    error: { code: 'ErrorDuplicateTransactionId' },
  });
  await ask(`/me/events/${first.id}`, { method: 'DELETE' });
  expect((await ask('/me/events', sending('POST', once))).status).toBe(201);
  expect((await ask('/me/events', sending('POST', lunch))).status).toBe(201);
  expect((await ask('/me/events', sending('POST', lunch))).status).toBe(201);
});

test('tasks come in the order that is asked for', async () => {
  const { value } = await json<List>(ask('/me/todo/lists'));
  const titles = async (order: string) =>
    (
      await json<List>(ask(`/me/todo/lists/${value[0]?.id}/tasks?$top=100&$orderby=${order}`))
    ).value.map(({ title }) => String(title));
  const up = await titles('title');
  expect(up.length).toBeGreaterThan(2);
  expect(up).toEqual(up.toSorted(new Intl.Collator('en', { numeric: true }).compare));
  const down = await titles('title desc');
  expect(down[0]).toBe(up.at(-1));
});

test('folders of contacts come with what is in them where that is asked for', async () => {
  const { value } = await json<List>(ask('/me/contactFolders?$expand=contacts'));
  const inside = value.flatMap(({ contacts }) => contacts as Row[]);
  expect(inside.length).toBeGreaterThan(0);
  expect(inside[0]).toHaveProperty('displayName');
  expect((await ask('/me/contactFolders?$expand=owner')).status).toBe(400);
});
