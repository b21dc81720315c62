import { describe, expect, test } from 'vitest';
import { nothingPrinted, printedRows } from '#api/printed-answers.test-kit.ts';
import type * as wire from '#contract/calendar.ts';
import { toSchedule, withColleague, type Colleague } from './schedule.ts';

const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });

describe('when a colleague is busy', () => {
  const start = Date.parse('2026-11-16T08:00:00Z');
  test('is read from the items', () => {
    const schedule = toSchedule(
      {
        scheduleId: 'a@n.example',
        availabilityView: '0022',
        scheduleItems: [
          {
            status: 'oof',
            start: at('2026-11-16T10:00:00', 'Pacific Standard Time'),
            end: at('2026-11-16T12:00:00', 'Pacific Standard Time'),
          },
          { status: 'free', start: at('2026-11-16T10:00:00'), end: at('2026-11-16T12:00:00') },
        ],
      },
      start,
    );
    expect(schedule.busy).toEqual([
      {
        start: Date.parse('2026-11-16T18:00:00Z'),
        end: Date.parse('2026-11-16T20:00:00Z'),
        status: 'oof',
        title: '',
      },
    ]);
  });
  test('is read from the digits where there are no items', () => {
    expect(
      toSchedule({ availabilityView: '02210' }, start).busy.map((each) => [
        new Date(each.start).toISOString().slice(11, 16),
        new Date(each.end).toISOString().slice(11, 16),
        each.status,
      ]),
    ).toEqual([
      ['08:30', '09:30', 'busy'],
      ['09:30', '10:00', 'tentative'],
    ]);
  });
  test('or why nothing is known', () => {
    expect(
      toSchedule(
        {
          error: {
            message: 'Unable to resolve e-mail address',
            responseCode: 'ErrorMailRecipientNotFound',
          },
        },
        start,
      ).problem,
    ).toBe('Unable to resolve e-mail address');
  });
});

test.skipIf(nothingPrinted)('the schedules that Microsoft prints are read', () => {
  const schedules = printedRows<wire.ScheduleInformation>(/getSchedule$/).map((each) =>
    toSchedule(each, 0),
  );
  expect(schedules.map(({ address, busy }) => [address, busy.length])).toEqual([
    ['adelev@contoso.com', 1],
    ['meganb@contoso.com', 5],
  ]);
  expect(schedules[0]?.busy[0]).toMatchObject({
    title: "Let's go for lunch",
    start: Date.parse('2019-03-15T19:00:00Z'),
  });
});

test('a colleague keeps the colour as long as they are shown, and who comes gets one that is free', () => {
  const inWords = (shown: readonly Colleague[]) =>
    shown.map(({ address, tone }) => `${address} ${tone}`);
  let shown: readonly Colleague[] = [];
  for (const address of ['a', 'b', 'c', 'b']) shown = withColleague(shown, address);
  expect(inWords(shown)).toEqual(['a teal', 'b pink', 'c brown']);
  shown = shown.filter(({ address }) => address !== 'b');
  expect(inWords(withColleague(shown, 'd'))).toEqual(['a teal', 'c brown', 'd pink']);
  shown = withColleague(withColleague(shown, 'd'), 'e');
  expect(inWords(shown)).toEqual(['c brown', 'd pink', 'e teal']);
});
