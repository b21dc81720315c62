import { describe, expect, test } from 'vitest';
import { besideShift, clockEnds, clockRange, shortHours, whenInWords } from './words.ts';

const at = Date.parse;
/** The order of day and month is that of the machine. */
const timed = (start: string, end: string) =>
  ({ kind: 'timed', start: at(start), end: at(end) }) as const;
const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const range = (start: string, end: string, zone: string) =>
  plain(clockRange(at(start), at(end), zone));

/** By the clock of a machine that may be an American one. */
function hour(start: string, zone: string): string {
  return plain(clockRange(at(start), at(start), zone));
}

describe('in the hour that comes twice', () => {
  const berlin = 'Europe/Berlin';

  test('an end that reads earlier than its start says by which clock', () => {
    const words = range('2026-10-25T00:45:00Z', '2026-10-25T01:15:00Z', berlin);
    expect(words).toMatch(/^0?2:45( AM)? GMT\+2 – 0?2:15( AM)? GMT\+1$/);
  });

  test('an hour between two times that read alike is not lost', () => {
    const when = timed('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z');
    expect(plain(whenInWords(when, berlin))).toMatch(
      /2026.* 0?2:30( AM)? GMT\+2 – 0?2:30( AM)? GMT\+1$/,
    );
  });

  test('what lies in one of the two says which', () => {
    const words = range('2026-10-25T01:10:00Z', '2026-10-25T01:40:00Z', berlin);
    expect(words).toMatch(/^0?2:10( AM)? GMT\+1 – 0?2:40( AM)? GMT\+1$/);
    const when = timed('2026-10-25T01:10:00Z', '2026-10-25T01:40:00Z');
    expect(plain(whenInWords(when, berlin))).toMatch(/GMT\+1$/);
    expect(hour('2026-10-25T00:10:00Z', berlin)).toMatch(/^0?2:10( AM)? GMT\+2$/);
  });

  test('half an hour that comes twice is known as well, and what is not near it says nothing', () => {
    const lordHowe = 'Australia/Lord_Howe';
    expect(hour('2026-04-04T14:40:00Z', lordHowe)).toMatch(/GMT\+11$/);
    expect(hour('2026-04-04T15:10:00Z', lordHowe)).toMatch(/GMT\+10:30$/);
    expect(hour('2026-04-04T15:40:00Z', lordHowe)).not.toContain('GMT');
    expect(hour('2026-10-25T02:30:00Z', berlin)).not.toContain('GMT');
    expect(hour('2026-10-25T00:30:00Z', 'Asia/Kolkata')).not.toContain('GMT');
  });
});

test('what goes over a change of the clocks says both offsets, also over days', () => {
  const [start, end] = clockEnds(
    at('2026-03-29T00:30:00Z'),
    at('2026-03-29T01:30:00Z'),
    'Europe/Berlin',
  );
  expect([start.slice(-5), end.slice(-5)]).toEqual(['GMT+1', 'GMT+2']);
  const trip = timed('2026-03-06T15:00:00Z', '2026-03-09T15:00:00Z');
  expect(whenInWords(trip, 'America/New_York')).toMatch(/GMT−5 – .*2026.* GMT−4$/);
  expect(whenInWords(trip, 'Europe/Berlin')).not.toContain('GMT');
});

test('a day on which the other zone lies otherwise beside says by how much', () => {
  const shift = (day: string) =>
    besideShift('America/New_York', 'Europe/Berlin', '2026-10-19', day);
  expect(shift('2026-10-24')).toBeUndefined();
  expect(shift('2026-10-25')).toMatchObject({ short: '+1 h' });
  expect(shift('2026-10-25')?.words).toMatch(/in New York it is 1 h later than/);
  expect(
    besideShift('Australia/Lord_Howe', 'Australia/Brisbane', '2026-04-04', '2026-04-05'),
  ).toMatchObject({ short: '−½ h', words: expect.stringContaining('30 min earlier') });
});

test('half hours are written as short as whole ones, so that they do not reach the next day', () => {
  expect([23, 23.5, 24.5, 0.5].map(shortHours)).toEqual(['23 h', '23½ h', '24½ h', '½ h']);
});
