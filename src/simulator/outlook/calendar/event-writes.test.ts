import { expect, test } from 'vitest';
import { adele, graphAs, json, type Ask } from '#simulator/graph/graph-test-client.ts';

interface Event {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly isOrganizer: boolean;
  readonly start: { readonly dateTime: string };
  readonly responseStatus: { readonly response: string };
  readonly seriesMasterId: string | null;
  readonly '@odata.etag': string;
  readonly '@removed'?: object;
}
interface Page {
  readonly value: readonly Event[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

const writer = () => graphAs({ scopes: ['Calendars.ReadWrite'] });
const send = (ask: Ask, method: string, path: string, body?: object, headers = {}) =>
  ask(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const view = async (ask: Ask, from: string, to: string, calendar = '/me') =>
  (
    await json<Page>(
      ask(`${calendar}/calendarView?startDateTime=${from}&endDateTime=${to}&$top=1000`),
    )
  ).value;
const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });

const lunch = {
  subject: 'Lunch',
  body: { contentType: 'HTML', content: 'Soup?' },
  start: at('2026-12-03T12:00:00', 'Pacific Standard Time'),
  end: at('2026-12-03T14:00:00', 'Pacific Standard Time'),
  location: { displayName: 'Harry’s Bar' },
  attendees: [{ emailAddress: { address: 'sam@fabrikam.example', name: 'Sam' }, type: 'required' }],
  allowNewTimeProposals: true,
  transactionId: '7E163156-7762-4BEB-A1C6-729EA81755A7',
};

test('an event is made with what was given, in the zone that was given and shown in any', async () => {
  const ask = writer();
  const answer = await send(ask, 'POST', '/me/events', lunch);
  expect(answer.status).toBe(201);
  const made = await json<Event>(answer);
  expect(answer.headers.get('location')).toContain(`/events('${made.id}')`);
  expect(made).toMatchObject({
    subject: 'Lunch',
    bodyPreview: 'Soup?',
    body: { contentType: 'html', content: 'Soup?' },
    start: at('2026-12-03T20:00:00.0000000'),
    end: at('2026-12-03T22:00:00.0000000'),
    originalStartTimeZone: 'Pacific Standard Time',
    location: { displayName: 'Harry’s Bar', locationType: 'default' },
    attendees: [{ ...lunch.attendees[0], status: { response: 'none' } }],
    organizer: { emailAddress: { address: adele.userPrincipalName } },
    isOrganizer: true,
    type: 'singleInstance',
    transactionId: lunch.transactionId,
  });
  const tokyo = { prefer: 'outlook.timezone="Tokyo Standard Time"' };
  expect(await json(ask(`/me/events/${made.id}`, { headers: tokyo }))).toMatchObject({
    start: at('2026-12-04T05:00:00.0000000', 'Tokyo Standard Time'),
  });
  const day = await view(ask, '2026-12-03T19:00:00Z', '2026-12-03T21:00:00Z');
  expect(day.map(({ id }) => id)).toContain(made.id);
  const listed = await json<Page>(ask("/me/events?$filter=subject eq 'Lunch'"));
  expect(listed.value.map(({ id }) => id)).toEqual([made.id]);
});

test('an event moves, is reworded and goes; a stale tag stops that', async () => {
  const ask = writer();
  const made = await json<Event>(send(ask, 'POST', '/me/calendar/events', lunch));
  const changed = await send(ask, 'PATCH', `/me/events/${made.id}`, {
    start: at('2027-01-05T09:00:00'),
    end: at('2027-01-05T10:00:00'),
    subject: 'Breakfast',
  });
  expect(changed.status).toBe(200);
  expect(await changed.json()).toMatchObject({ subject: 'Breakfast', body: { content: 'Soup?' } });
  const ids = async (from: string, to: string) => (await view(ask, from, to)).map(({ id }) => id);
  expect(await ids('2026-12-03', '2026-12-05')).not.toContain(made.id);
  expect(await ids('2027-01-05', '2027-01-06')).toContain(made.id);
  const stale = { 'if-match': made['@odata.etag'] };
  expect((await send(ask, 'DELETE', `/me/events/${made.id}`, undefined, stale)).status).toBe(412);
  expect((await send(ask, 'DELETE', `/me/events/${made.id}`)).status).toBe(204);
  expect((await ask(`/me/events/${made.id}`)).status).toBe(404);
  expect(await ids('2027-01-05', '2027-01-06')).not.toContain(made.id);
});

test('an event of the seed is moved to another day, and one of its neighbours deleted', async () => {
  const ask = writer();
  const before = await view(ask, '2026-11-23', '2026-11-28');
  const [one, other] = before.filter(({ type }) => type === 'singleInstance');
  await send(ask, 'PATCH', `/me/events/${one?.id}`, {
    start: at('2026-12-24T08:00:00'),
    end: at('2026-12-24T09:00:00'),
  });
  await send(ask, 'DELETE', `/me/events/${other?.id}`);
  const after = (await view(ask, '2026-11-23', '2026-11-28')).map(({ id }) => id);
  expect(after).toEqual(
    before.map(({ id }) => id).filter((id) => id !== one?.id && id !== other?.id),
  );
  const later = await view(ask, '2026-12-24T07:30:00Z', '2026-12-24T09:30:00Z');
  expect(later.find(({ id }) => id === one?.id)).toMatchObject({ subject: one?.subject });
});

const series = {
  ...lunch,
  subject: 'Review',
  start: at('2026-12-01T10:00:00'),
  end: at('2026-12-01T10:30:00'),
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['Tuesday', 'Thursday'] },
    range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 5 },
  },
};

test('a series recurs as it was told, one of its days is moved, another goes, and all are reworded', async () => {
  const ask = writer();
  const master = await json<Event>(send(ask, 'POST', '/me/events', series));
  expect(master).toMatchObject({ type: 'seriesMaster', subject: 'Review' });
  const days = async () =>
    (await view(ask, '2026-12-01', '2027-01-01')).filter(
      ({ seriesMasterId }) => seriesMasterId === master.id,
    );
  const dates = (events: readonly Event[]) =>
    events.map(({ start }) => start.dateTime.slice(0, 16));
  const all = await days();
  expect(dates(all)).toEqual(['01', '03', '08', '10', '15'].map((each) => `2026-12-${each}T10:00`));
  await send(ask, 'PATCH', `/me/events/${all[1]?.id}`, {
    start: at('2026-12-04T15:00:00'),
    end: at('2026-12-04T16:00:00'),
  });
  await send(ask, 'DELETE', `/me/events/${all[2]?.id}`);
  await send(ask, 'PATCH', `/me/events/${master.id}`, { subject: 'Preview' });
  const now = await days();
  expect(dates(now)).toEqual(
    ['01T10', '04T15', '10T10', '15T10'].map((each) => `2026-12-${each}:00`),
  );
  expect(now.map(({ type }) => type)).toEqual([
    'occurrence',
    'exception',
    'occurrence',
    'occurrence',
  ]);
  expect(new Set(now.map(({ subject }) => subject))).toEqual(new Set(['Preview']));
  expect(
    await json<Page>(
      ask(`/me/events/${master.id}/instances?startDateTime=2026-12-01&endDateTime=2026-12-12`),
    ),
  ).toMatchObject({ value: [{ id: now[0]?.id }, { id: all[1]?.id }, { id: now[2]?.id }] });
  await send(ask, 'DELETE', `/me/events/${master.id}`);
  expect(await days()).toEqual([]);
});

test.each([
  ['without an end', { ...lunch, end: undefined }, 'ErrorPropertyValidationFailure'],
  [
    'that ends before it begins',
    { ...lunch, end: at('2026-12-03T01:00:00') },
    'ErrorCalendarEndDateIsEarlierThanStartDate',
  ],
  [
    'in a zone that is none',
    { ...lunch, start: at('2026-12-03T12:00:00', 'Atlantis') },
    'TimeZoneNotSupportedException',
  ],
  ['of a whole day that begins at noon', { ...lunch, isAllDay: true }, 'ErrorInvalidRequest'],
  ['with a member that events do not have', { ...lunch, mood: 'good' }, 'RequestBodyRead'],
  [
    'with an attendee without an address',
    { ...lunch, attendees: [{}] },
    'ErrorPropertyValidationFailure',
  ],
  ['that recurs without a pattern', { ...lunch, recurrence: {} }, 'ErrorPropertyValidationFailure'],
])('an event %s is refused', async (_, body, code) => {
  const refused = await send(writer(), 'POST', '/me/events', body);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: { code } });
});

test('an invitation is accepted, another declined; one’s own meeting can only be cancelled', async () => {
  const ask = writer();
  const all = (await view(ask, '2026-11-20', '2026-12-20')).filter(
    ({ type }) => type === 'singleInstance',
  );
  const [first, second] = all.filter(({ isOrganizer }) => !isOrganizer);
  const own = all.find(({ isOrganizer }) => isOrganizer);
  const answerTo = (event: Event | undefined, how: string) =>
    send(ask, 'POST', `/me/events/${event?.id}/${how}`, { comment: 'Yes', sendResponse: true });
  expect((await answerTo(first, 'accept')).status).toBe(202);
  expect(await json(ask(`/me/events/${first?.id}`))).toMatchObject({
    responseStatus: { response: 'accepted', time: '2026-11-20T14:30:00Z' },
  });
  expect((await answerTo(first, 'tentativelyAccept')).status).toBe(202);
  expect((await answerTo(second, 'decline')).status).toBe(202);
  expect((await ask(`/me/events/${second?.id}`)).status).toBe(404);
  expect((await answerTo(first, 'cancel')).status).toBe(400);
  expect((await answerTo(own, 'accept')).status).toBe(400);
  expect((await answerTo(own, 'cancel')).status).toBe(202);
  expect((await ask(`/me/events/${own?.id}`)).status).toBe(404);
});

test('a calendar is made, holds events of its own, and goes; the default one stays', async () => {
  const ask = writer();
  const made = await json<{ id: string }>(send(ask, 'POST', '/me/calendars', { name: 'Garden' }));
  const path = `/me/calendars/${made.id}`;
  await send(ask, 'POST', `${path}/events`, lunch);
  expect(await view(ask, '2026-12-03', '2026-12-05', path)).toHaveLength(1);
  expect(await json(send(ask, 'PATCH', path, { name: 'Greenhouse' }))).toMatchObject({
    name: 'Greenhouse',
  });
  expect((await send(ask, 'POST', '/me/calendars', { name: 'Greenhouse' })).status).toBe(409);
  expect((await send(ask, 'DELETE', path)).status).toBe(204);
  expect((await ask(path)).status).toBe(404);
  const main = await json<{ id: string }>(ask('/me/calendar'));
  expect((await send(ask, 'DELETE', `/me/calendars/${main.id}`)).status).toBe(400);
});

test('a delta query of a span tells what was written there, once', async () => {
  const ask = writer();
  const round = async (start: string) => {
    const rows: Event[] = [];
    for (let link = start; ;) {
      const page = await json<Page>(ask(link, { headers: { prefer: 'odata.maxpagesize=7' } }));
      rows.push(...page.value);
      if (page['@odata.deltaLink']) return { rows, link: page['@odata.deltaLink'] };
      link = page['@odata.nextLink'] ?? '';
    }
  };
  const span = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-11T00:00:00Z';
  const first = await round(`/me/calendarView/delta?${span}`);
  expect(first.rows).toHaveLength((await view(ask, '2026-12-01', '2026-12-11')).length);
  const made = await json<Event>(send(ask, 'POST', '/me/events', lunch));
  const elsewhere = { start: at('2027-03-01T09:00:00'), end: at('2027-03-01T10:00:00') };
  await send(ask, 'POST', '/me/events', { ...lunch, ...elsewhere });
  const gone = first.rows.find(({ type }) => type === 'singleInstance');
  await send(ask, 'DELETE', `/me/events/${gone?.id}`);
  const second = await round(first.link);
  expect(new Set(second.rows.map(({ id }) => id))).toEqual(new Set([made.id, gone?.id]));
  expect(second.rows.find(({ id }) => id === gone?.id)).toMatchObject({
    '@removed': { reason: 'deleted' },
  });
  expect((await round(second.link)).rows).toEqual([]);
});

test('reading is not writing', async () => {
  const ask = graphAs({ scopes: ['Calendars.Read'] });
  expect((await send(ask, 'POST', '/me/events', lunch)).status).toBe(403);
  expect((await send(ask, 'POST', '/me/calendars', { name: 'No' })).status).toBe(403);
});
