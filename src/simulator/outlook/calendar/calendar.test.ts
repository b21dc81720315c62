import { expect, test, vi } from 'vitest';
import type { Collection, Message } from '#contract/graph.ts';
import { adele, everyScope, graphAs, json } from '#simulator/graph/graph-test-client.ts';

// Whole mailboxes are read here, on machines that have other things to do.
vi.setConfig({ testTimeout: 30_000 });

interface Event {
  id: string;
  iCalUId: string;
  subject: string;
  type: string;
  isAllDay: boolean;
  isCancelled: boolean;
  originalStartTimeZone: string;
  seriesMasterId: string | null;
  start: { dateTime: string; timeZone: string };
  end: { dateTime: string; timeZone: string };
  recurrence: { pattern: { type: string }; range: { type: string } } | null;
}

const ask = graphAs({ scopes: [...everyScope, 'MailboxSettings.Read'] });
const utc = ({ dateTime }: Event['start']) => Date.parse(`${dateTime.slice(0, 19)}Z`);

async function view(
  from: string,
  to: string,
  zone?: string,
  rest = '&$top=1000',
): Promise<Event[]> {
  const path = `/me/calendarView?startDateTime=${encodeURIComponent(from)}&endDateTime=${encodeURIComponent(to)}${rest}`;
  const init = zone === undefined ? {} : { headers: { prefer: `outlook.timezone="${zone}"` } };
  const response = await ask(path, init);
  expect(response.status).toBe(200);
  return (await json<Collection<Event>>(response)).value;
}

test('five years of calendar answer month by month, the same each time', async () => {
  const sizes: number[] = [];
  for (const year of [2024, 2025, 2026, 2027, 2028]) {
    const from = `${year}-02-01T00:00:00Z`;
    const to = `${year}-03-01T00:00:00Z`;
    const events = await view(from, to);
    sizes.push(events.length);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    // "This ID is different for each occurrence in a recurring series."
    expect(new Set(events.map(({ iCalUId }) => iCalUId)).size).toBe(events.length);
    expect(
      events.every(({ start, end }) => utc(start) < Date.parse(to) && utc(end) > Date.parse(from)),
    ).toBe(true);
    expect(events).toEqual(await view(from, to));
  }
  expect(Math.min(...sizes)).toBeGreaterThan(60);
});

test('bounds are read by their own offset, and both are needed', async () => {
  const inside = await view('2026-11-18T00:00:00+05:30', '2026-11-19T00:00:00+05:30');
  const asUtc = await view('2026-11-17T18:30:00', '2026-11-18T18:30:00Z', 'Tokyo Standard Time');
  expect(inside.map(({ id }) => id)).toEqual(asUtc.map(({ id }) => id));
  const missing = await ask('/me/calendarView?startDateTime=2026-11-18T00:00:00Z');
  expect(missing.status).toBe(400);
  const bad = await ask('/me/calendarView?startDateTime=x&endDateTime=y');
  expect(bad.status).toBe(400);
});

test('times come in the zone that is preferred, by either kind of name, whole days keep their midnight', async () => {
  const [from, to] = ['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'];
  const plain = await view(from, to);
  for (const [name, minutes] of [
    ['India Standard Time', 330],
    ['Asia/Kathmandu', 345],
    ['Newfoundland Standard Time', -210],
  ] as const) {
    const shown = await view(from, to, name);
    shown.forEach((event, at) => {
      expect(event.start.timeZone).toBe(name);
      expect(event.start.dateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.0000000$/);
      const offset = event.isAllDay ? 0 : minutes;
      const before = plain[at];
      expect(before && utc(event.start) - utc(before.start)).toBe(offset * 60_000);
    });
  }
  const unknown = await ask(`/me/calendarView?startDateTime=${from}&endDateTime=${to}`, {
    headers: { prefer: 'outlook.timezone="Middle Earth"' },
  });
  expect(await unknown.json()).toMatchObject({ error: { code: 'TimeZoneNotSupportedException' } });
});

test('what recurs keeps its hour when the clocks change', async () => {
  const standUps = async (from: string, to: string) =>
    (await view(from, to, 'Europe/London')).filter(({ subject }) => subject === 'Stand-up');
  const all = await standUps('2027-03-15T00:00:00Z', '2027-04-10T00:00:00Z');
  expect(all).toHaveLength(20);
  expect(new Set(all.map(({ start }) => start.dateTime.slice(11, 16)))).toEqual(new Set(['09:15']));
  const inUtc = (await view('2027-03-26T00:00:00Z', '2027-03-30T00:00:00Z')).filter(
    ({ subject }) => subject === 'Stand-up',
  );
  expect(inUtc.map(({ start }) => start.dateTime.slice(11, 16))).toEqual(['09:15', '08:15']);
});

test('series, occurrences and exceptions know each other', async () => {
  const events = await json<Collection<Event>>(
    ask("/me/events?$filter=type eq 'seriesMaster'&$top=100"),
  );
  const kinds = new Set(events.value.map(({ recurrence }) => recurrence?.pattern.type));
  expect(kinds).toEqual(
    new Set([
      'daily',
      'weekly',
      'absoluteMonthly',
      'relativeMonthly',
      'absoluteYearly',
      'relativeYearly',
    ]),
  );
  const ranges = new Set(events.value.map(({ recurrence }) => recurrence?.range.type));
  expect(ranges).toEqual(new Set(['noEnd', 'endDate', 'numbered']));
  const master = events.value.find(({ subject }) => subject === 'Stand-up');
  const span = 'startDateTime=2026-11-16T00:00:00Z&endDateTime=2026-11-28T00:00:00Z';
  const { value } = await json<Collection<Event>>(
    ask(`/me/events/${master?.id}/instances?${span}&$top=50`),
  );
  expect(value.map(({ type }) => type).filter((type) => type === 'exception')).toHaveLength(2);
  // Ten working days, of which one is cancelled.
  expect(value).toHaveLength(9);
  expect(value.every(({ seriesMasterId }) => seriesMasterId === master?.id)).toBe(true);
  for (const { id, start } of value) {
    expect(await json<Event>(ask(`/me/events/${id}`))).toMatchObject({ id, start });
  }
  const all = await json<{ cancelledOccurrences: string[] }>(
    ask(`/me/events/${master?.id}?$select=cancelledOccurrences`),
  );
  expect(all.cancelledOccurrences).toHaveLength(1);
  // A day of a series knows for when it was planned, and nothing else has that, though everything may be asked for it.
  const some = await json<Collection<{ id: string; originalStart?: string }>>(
    ask(`/me/events/${master?.id}/instances?${span}&$top=50&$select=id,originalStart`),
  );
  expect(some.value.map(({ originalStart }) => originalStart?.slice(11, 16))).toEqual(
    Array.from({ length: 9 }, () => '09:15'),
  );
  const own = await json<object>(ask(`/me/events/${master?.id}?$select=id,originalStart`));
  expect(own).not.toHaveProperty('originalStart');
  const single = value[0]?.id;
  expect((await ask(`/me/events/${single}/instances?${span}`)).status).toBe(400);
});

test('the month end falls on the last day of every month, leap years included', async () => {
  const events = await view('2027-12-01T00:00:00Z', '2028-04-01T00:00:00Z');
  const ends = events.filter(({ subject }) => subject === 'Month end');
  expect(ends.map(({ start }) => start.dateTime.slice(0, 10))).toEqual([
    '2027-12-31',
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
  ]);
});

test('there are several calendars, some of which cannot be edited, and each has its own events', async () => {
  const { value } = await json<
    Collection<{ id: string; name: string; canEdit: boolean; color: string }>
  >(ask('/me/calendars'));
  expect(value.length).toBeGreaterThan(3);
  expect(new Set(value.map(({ color }) => color)).size).toBe(value.length);
  const holidays = value.find(({ name }) => name.endsWith('holidays'));
  const path = `/me/calendars/${holidays?.id}/calendarView?startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-05T00:00:00Z`;
  const events = await json<Collection<Event>>(ask(path));
  expect(events.value.map(({ subject }) => subject)).toEqual([
    'Christmas Day',
    'Boxing Day',
    'New Year’s Day',
  ]);
  expect(events.value.every(({ isAllDay }) => isAllDay)).toBe(true);
});

test('a calendar is found by its name, and the list comes in the order that is asked for', async () => {
  const find = async (query: string) =>
    (await json<Collection<{ name: string }>>(ask(`/me/calendars?${query}`))).value;
  expect(await find("$filter=name eq 'Calendar'&$select=name")).toEqual([
    { id: expect.any(String), name: 'Calendar' },
  ]);
  expect(await find("$filter=startswith(name,'zz')")).toEqual([]);
  const names = (await find('$orderby=name desc')).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(3);
  expect(names).toEqual(names.toSorted().reverse());
  for (const wrong of ['$filter=invented eq 1', '$orderby=invented'])
    expect((await ask(`/me/calendars?${wrong}`)).status).toBe(400);
});

test('an invitation in the mailbox is an event in the calendar', async () => {
  const expand = '$expand=microsoft.graph.eventMessage/event';
  const list = await json<Collection<Message>>(ask('/me/mailFolders/inbox/messages?$top=120'));
  const invitation = list.value.find((each) => each['@odata.type']);
  const message = await json<Message & { event: Event }>(
    ask(`/me/messages/${invitation?.id}?${expand}`),
  );
  expect(message.meetingMessageType).toBe('meetingRequest');
  expect(message.event.start).toEqual(message.startDateTime);
  expect(await json<Event>(ask(`/me/events/${message.event.id}`))).toMatchObject({
    id: message.event.id,
  });
  const start = utc(message.event.start);
  const found = await view(
    new Date(start - 1000).toISOString(),
    new Date(start + 1000).toISOString(),
  );
  expect(found.map(({ id }) => id)).toContain(message.event.id);
});

test('who is free is told slot by slot, and a stranger is not found', async () => {
  const body = JSON.stringify({
    schedules: [adele.userPrincipalName, 'nobody@elsewhere.example'],
    startTime: { dateTime: '2026-11-23T08:00:00', timeZone: 'GMT Standard Time' },
    endTime: { dateTime: '2026-11-23T18:00:00', timeZone: 'GMT Standard Time' },
    availabilityViewInterval: 15,
  });
  const { value } = await json<
    Collection<{ availabilityView: string; error?: object; scheduleItems?: unknown[] }>
  >(
    ask('/me/calendar/getSchedule', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
  );
  const [mine, stranger] = value;
  expect(mine?.availabilityView).toMatch(/^[0-4]{40}$/);
  expect(mine?.availabilityView[5]).not.toBe('0');
  expect(mine?.scheduleItems?.length).toBeGreaterThan(0);
  expect(stranger?.error).toMatchObject({ responseCode: 'ErrorMailRecipientNotFound' });
});

test('the settings of a mailbox name its zone and language, for those who may see them', async () => {
  expect(await json(ask('/me/mailboxSettings'))).toMatchObject({
    timeZone: 'GMT Standard Time',
    language: { locale: 'en-GB' },
  });
  expect(await json(ask('/me/mailboxSettings/timeZone'))).toMatchObject({
    value: 'GMT Standard Time',
  });
  expect((await graphAs()('/me/mailboxSettings')).status).toBe(403);
});
