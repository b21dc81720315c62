/** Calendars whose every minute is known, answered in Graph's place: the days that clocks change, and one busy week. */
import type { Page } from '@playwright/test';
import type * as wire from '#contract/calendar.ts';
import { comeBack } from './person.ts';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
};

/** Times in UTC, as the product asks for them. */
function event(
  id: string,
  subject: string,
  start: string,
  end: string,
  more: Partial<wire.Event> = {},
) {
  return {
    id,
    subject,
    start: { dateTime: `${start}:00.0000000`, timeZone: 'UTC' },
    end: { dateTime: `${end}:00.0000000`, timeZone: 'UTC' },
    isAllDay: false,
    showAs: 'busy',
    type: 'singleInstance',
    responseStatus: { response: 'accepted' },
    organizer: { emailAddress: { name: 'Megan Holt', address: 'megan@lumen.example' } },
    ...more,
  } satisfies wire.Event;
}

const work = [
  // Half past one to half past three by Berlin's clocks, and one hour long.
  event('night', 'Night run', '2026-03-29T00:30', '2026-03-29T01:30'),
  // A quarter to three to a quarter past two, and half an hour long: the clocks go back in between.
  event('watch', 'Night watch', '2026-10-25T00:45', '2026-10-25T01:15'),
  event('review', 'Optics review', '2026-03-25T09:00', '2026-03-25T10:30', {
    type: 'occurrence',
    seriesMasterId: 'series',
    isOnlineMeeting: true,
    location: { displayName: 'Room Newton' },
  }),
  event('call', 'Supplier call', '2026-03-25T09:30', '2026-03-25T10:00', {
    responseStatus: { response: 'notResponded' },
  }),
  // Four at once, of long words, and one whose words have to leave room for its marks.
  ...['Interferometerkalibrierung vor der Abnahme', 'Planning', 'Quarterly procurement review'].map(
    (subject, at) =>
      event(`crowd-${at}`, subject, '2026-05-06T08:00', '2026-05-06T10:00', {
        location: { displayName: 'Laboratorium Nord' },
      }),
  ),
  // Two at once have room for a short word in a line, and not for a long one.
  ...['Interferometerkalibrierung', 'Planning'].map((subject, at) =>
    event(`pair-${at}`, subject, '2026-05-08T08:00', '2026-05-08T10:00'),
  ),
  event('short', 'Sofortbesprechung', '2026-05-06T08:30', '2026-05-06T09:00'),
  event(
    'marked',
    'Calibration walk-through with Halden Coatings and all of their people',
    '2026-05-07T08:00',
    '2026-05-07T09:00',
    {
      type: 'occurrence',
      seriesMasterId: 'series',
      isOnlineMeeting: true,
    },
  ),
  event('fair', 'Trade fair', '2026-03-24T00:00', '2026-03-27T00:00', { isAllDay: true }),
];
const family = [event('dentist', 'Dentist', '2026-03-26T15:00', '2026-03-26T15:45')];

const body = `<p>Please bring the <b>figures</b>.</p><img src="https://tracker.example/a.png"><script>document.title = 'ran'</script>`;

const details: Partial<wire.Event> = {
  body: { contentType: 'html', content: body },
  bodyPreview: 'Please bring the figures.',
  iCalUId: '040000008200E000',
  onlineMeeting: { joinUrl: 'https://meet.lumen.example/optics' },
  attendees: [
    ['Adele Thornbury', 'adele@northlight.example', 'accepted'],
    ['Priya Raman', 'priya.ramanathan@procurement.lumen.example', 'declined'],
  ].map(([name = '', address = '', response = '']) => ({
    type: 'required',
    status: { response, time: '2026-03-20T10:00:00Z' },
    emailAddress: { name, address },
  })),
};

export async function knownCalendars(page: Page): Promise<void> {
  await page.context().route(/\/v1\.0\/me\/(calendars|calendar|events)\b/, async (route) => {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
    await route.fulfill({ json: answerTo(new URL(request.url())), headers: cors });
  });
}

function answerTo(url: URL): unknown {
  const path = url.pathname.replace('/v1.0/me/', '');
  if (path === 'calendars') {
    return {
      value: [
        { id: 'work', name: 'Calendar', color: 'auto', isDefaultCalendar: true },
        { id: 'family', name: 'Family', color: 'lightOrange' },
      ],
    };
  }
  if (path.endsWith('/calendarView')) {
    const all = path.split('/').includes('work') ? work : family;
    const from = url.searchParams.get('startDateTime') ?? '';
    const to = url.searchParams.get('endDateTime') ?? '';
    const shown = all.filter(
      ({ start, end }) => (end?.dateTime ?? '') > from && (start?.dateTime ?? '') < to,
    );
    return { value: shown.map((each) => ({ ...each, ...details })) };
  }
  if (path.endsWith('getSchedule')) {
    const [start, end] = ['2026-03-25T12:00:00.0000000', '2026-03-25T13:00:00.0000000'];
    const item = {
      status: 'busy',
      start: { dateTime: start, timeZone: 'UTC' },
      end: { dateTime: end, timeZone: 'UTC' },
    };
    return {
      value: [{ scheduleId: 'megan@lumen.example', availabilityView: '', scheduleItems: [item] }],
    };
  }
  if (path.endsWith('/series/instances')) {
    // Once it was an hour later than planned.
    const moved = event('moved', 'Optics review', '2026-04-08T09:00', '2026-04-08T10:30', {
      type: 'exception',
      originalStart: '2026-04-08T08:00:00Z',
    });
    return { value: [work.find(({ id }) => id === 'review'), moved] };
  }
  if (path.endsWith('/series')) {
    const pattern = {
      type: 'weekly',
      interval: 2,
      daysOfWeek: ['wednesday'],
      firstDayOfWeek: 'monday',
    };
    return {
      ...event('series', 'Optics review', '2026-01-14T09:00', '2026-01-14T10:30', {
        type: 'seriesMaster',
        originalStartTimeZone: 'W. Europe Standard Time',
        recurrence: { pattern, range: { type: 'noEnd', startDate: '2026-01-14' } },
        cancelledOccurrences: ['OID.series.2026-02-11'],
      }),
      ...details,
    };
  }
  return { ...[...work, ...family].find(({ id }) => path.endsWith(`/${id}`)), ...details };
}

/** The calendar at an address, in a world where every event is known. */
export async function openCalendar(
  page: Page,
  search: string,
  before?: () => Promise<void>,
): Promise<void> {
  await knownCalendars(page);
  await before?.();
  await comeBack(page, `/calendar${search}`, 'Calendars.Read');
}

export const eventOf = (page: Page, name: RegExp) =>
  page.getByRole('main').getByRole('button', { name }).first();
