import { expect, test } from 'vitest';
import { isZone } from '#lib/zoned-time.ts';
import { allZones, todaysName } from './zones.ts';

test('places are listed by the names they have today', () => {
  expect(allZones()).toContain('Asia/Kolkata');
  expect(allZones()).not.toContain('Asia/Calcutta');
  expect(allZones()).toContain('UTC');
  expect(todaysName('Europe/Lisbon')).toBe('Europe/Lisbon');
});

test('every zone of the list is one that the browser knows', () => {
  expect(allZones().filter((zone) => !isZone(zone))).toEqual([]);
});
