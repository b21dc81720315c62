import { expect, test } from 'vitest';
import { timeOfWall, wallTime, zoneNamed } from './time-zone.ts';

const hour = 3_600_000;

test.each([
  ['GMT Standard Time', 'Europe/London'],
  ['cen. australia standard time', 'Australia/Adelaide'],
  ['UTC', 'UTC'],
  ['UTC+12', 'Etc/GMT-12'],
  ['Europe/Vienna', 'Europe/Vienna'],
])('%s is the zone %s', (name, zone) => {
  expect(zoneNamed(name)).toBe(zone);
});

test('what is no zone is none', () => {
  expect(zoneNamed('Middle Earth Standard Time')).toBeUndefined();
});

test.each([
  ['Europe/London', '2027-03-27', 0],
  ['Europe/London', '2027-03-29', 1],
  ['Asia/Kolkata', '2027-01-01', 5.5],
  ['Asia/Kathmandu', '2027-01-01', 5.75],
  ['America/St_Johns', '2027-01-01', -3.5],
  ['Australia/Lord_Howe', '2027-01-01', 11],
  ['Australia/Lord_Howe', '2027-07-01', 10.5],
  ['Pacific/Chatham', '2027-01-01', 13.75],
])('at noon in %s on %s the clocks are %d hours ahead', (zone, date, hours) => {
  const wall = Date.parse(`${date}T12:00:00Z`);
  const time = timeOfWall(wall, zone);
  expect((wall - time) / hour).toBe(hours);
  expect(wallTime(time, zone)).toBe(wall);
});

test('an hour that is left out counts from before the change, one that comes twice is its first', () => {
  const gap = Date.parse('2027-03-28T01:30:00Z');
  expect(new Date(timeOfWall(gap, 'Europe/London')).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  const twice = Date.parse('2026-10-25T01:30:00Z');
  expect(new Date(timeOfWall(twice, 'Europe/London')).toISOString()).toBe(
    '2026-10-25T00:30:00.000Z',
  );
});
