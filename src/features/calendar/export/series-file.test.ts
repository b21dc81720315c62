import fc from 'fast-check';
import ICAL from 'ical.js';
import { beforeAll, expect, test, vi } from 'vitest';
import type * as wire from '#contract/calendar.ts';
import { graphAs, json } from '#simulator/graph/graph-test-client.ts';
import {
  daysBetween,
  dateText,
  weekdays,
  wirePattern,
  type Pattern,
} from '#simulator/seed/recurrence.ts';
import { toSeries } from './series-api.ts';
import { seriesFile } from './series-file.ts';

vi.setConfig({ testTimeout: 60_000 });

const now = new Date('2026-11-20T12:00:00Z');
const ask = graphAs({ scopes: ['Calendars.Read'] });
const utc = { headers: { prefer: 'outlook.timezone="UTC"' } };
const [from, to] = ['2026-10-20T00:00:00Z', '2028-05-20T00:00:00Z'];

async function all(path: string): Promise<wire.Event[]> {
  const page = await json<{ value: wire.Event[]; '@odata.nextLink'?: string }>(ask(path, utc));
  const next = page['@odata.nextLink'];
  return next ? [...page.value, ...(await all(next.replace(/^.*?v1\.0/, '')))] : page.value;
}

/** What a calendar that nobody here wrote makes of a file, between two moments. */
function expand(
  file: string,
  until = to,
  since = from,
): { subject: string; start: string; end: string }[] {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(file) as [string, unknown[], unknown[]]);
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent');
  const isException = (event: ICAL.Component) => event.hasProperty('recurrence-id');
  const [master] = events.filter((each) => !isException(each));
  if (!master) throw new Error('no series');
  const series = new ICAL.Event(master, { exceptions: events.filter(isException) });
  const found = [];
  const iterator = series.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (next.toString() > until) break;
    const { startDate, endDate, item } = series.getOccurrenceDetails(next);
    const [start, end] = [moment(startDate), moment(endDate)];
    if (end > since && start < until) found.push({ subject: item.summary, start, end });
  }
  return found;
}

function moment(time: ICAL.Time): string {
  // A day has no zone; a Date would put it into that of this machine.
  return time.isDate ? `${time.toString()}T00:00:00.000Z` : time.toJSDate().toISOString();
}

const told = (time: wire.DateTimeTimeZone | null | undefined) =>
  new Date(`${time?.dateTime ?? ''}Z`).toISOString();

let masters: wire.Event[];
beforeAll(async () => {
  masters = [];
  for (const { id } of await all('/me/calendars'))
    masters.push(
      ...(await all(`/me/calendars/${id}/events?$filter=type eq 'seriesMaster'&$top=100`)),
    );
});

test('another calendar finds the days of every series where the service has them', async () => {
  expect(masters.length).toBeGreaterThan(12);
  for (const { id } of masters) {
    const series = await json<wire.Event>(
      ask(
        `/me/events/${id}?$select=id,subject,start,end,isAllDay,type,recurrence,originalStartTimeZone,iCalUId,cancelledOccurrences`,
        utc,
      ),
    );
    const instances = await all(
      `/me/events/${id}/instances?startDateTime=${from}&endDateTime=${to}&$top=250&$select=id,subject,type,start,end,isAllDay,originalStart`,
    );
    const made = toSeries(series, instances);
    const file = made && seriesFile(made, now);
    if (file === undefined) throw new Error(`no file of ${series.subject}`);
    const planned = instances
      .map(({ subject, start, end }) => ({ subject, start: told(start), end: told(end) }))
      .toSorted((a, b) => a.start.localeCompare(b.start));
    expect(
      expand(file).toSorted((a, b) => a.start.localeCompare(b.start)),
      `${series.subject}`,
    ).toEqual(planned);
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
});

const patterns: fc.Arbitrary<Pattern> = fc.record({
  type: fc.constantFrom(
    'daily',
    'weekly',
    'absoluteMonthly',
    'relativeMonthly',
    'absoluteYearly',
    'relativeYearly',
  ),
  interval: fc.integer({ min: 1, max: 4 }),
  daysOfWeek: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
  dayOfMonth: fc.integer({ min: 1, max: 31 }),
  month: fc.integer({ min: 1, max: 12 }),
  index: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
  firstDayOfWeek: fc.constantFrom(...weekdays),
});

test('whatever the rule, another calendar finds the same days', () => {
  fc.assert(
    fc.property(patterns, fc.integer({ min: 20_000, max: 21_500 }), (pattern, near) => {
      // What a rule cannot say: the 30th, or the last of February.
      const isShort = pattern.type === 'absoluteMonthly' && /29|30/.test(`${pattern.dayOfMonth}`);
      const isDayOf = (day: number) =>
        isShort
          ? Number(dateText(day).slice(8)) === pattern.dayOfMonth
          : daysBetween(pattern, { first: day }, day, day).length === 1;
      // A series begins on one of its days.
      const first = Array.from({ length: 1_600 }, (_, index) => near + index).find(isDayOf);
      if (first === undefined) return;
      const last = first + 1_600;
      const made = toSeries(
        {
          id: 'one',
          start: { dateTime: `${dateText(first)}T00:00:00`, timeZone: 'UTC' },
          end: { dateTime: `${dateText(first + 1)}T00:00:00`, timeZone: 'UTC' },
          isAllDay: true,
          recurrence: {
            pattern: wirePattern(pattern) as wire.RecurrencePattern,
            range: { type: 'endDate', startDate: dateText(first), endDate: dateText(last) },
          },
        },
        [],
      );
      const days = expand((made && seriesFile(made, now)) ?? '', '9999', '0000').map(({ start }) =>
        start.slice(0, 10),
      );
      expect(days).toEqual(
        daysBetween(pattern, { first }, first, last)
          .map(dateText)
          .filter((day) => !isShort || Number(day.slice(8)) === pattern.dayOfMonth),
      );
    }),
    { numRuns: 60 },
  );
});

test('a series whose zone nobody knows is no file, rather than one with wrong weekdays', () => {
  const series = (zone: string) =>
    toSeries(
      {
        id: 'one',
        start: { dateTime: '2026-11-22T23:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-11-22T23:30:00', timeZone: 'UTC' },
        recurrence: {
          pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
          range: { type: 'noEnd', startDate: '2026-11-23', recurrenceTimeZone: zone },
        },
      },
      [],
    );
  const file = (zone: string) => {
    const made = series(zone);
    return made && seriesFile(made, now);
  };
  expect(file('tzone://Microsoft/Custom')).toBeUndefined();
  expect(file('Tokyo Standard Time')).toContain('DTSTART;TZID=Asia/Tokyo:20261123T080000\r\n');
  expect(file('UTC')).toContain('DTSTART:20261122T230000Z\r\n');
});
