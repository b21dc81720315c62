import { expect, test } from 'vitest';
import { isZone } from '#lib/zoned-time.ts';
import { allZones, noZone, todaysName, zonesShown } from './zones.ts';

test('places are listed by the names they have today', () => {
  expect(allZones()).toContain('Asia/Kolkata');
  expect(allZones()).not.toContain('Asia/Calcutta');
  expect(allZones()).toContain('UTC');
  expect(todaysName('Europe/Lisbon')).toBe('Europe/Lisbon');
});

test('every zone of the list is one that the browser knows', () => {
  expect(allZones().filter((zone) => !isZone(zone))).toEqual([]);
});

const now = Date.UTC(2026, 10, 26);
const nothing = { main: '', beside: '' };

test('the mailbox’s zone is the person’s, with the browser’s beside it where the clocks differ', () => {
  expect(zonesShown(nothing, undefined, 'Europe/Berlin', now)).toMatchObject({
    zone: 'Europe/Berlin',
    beside: undefined,
    usual: { of: 'browser' },
  });
  expect(zonesShown(nothing, 'Asia/Kolkata', 'Europe/Berlin', now)).toMatchObject({
    zone: 'Asia/Kolkata',
    beside: 'Europe/Berlin',
    usual: { of: 'mailbox', zone: 'Asia/Kolkata' },
  });
  // Another name for the same clocks is no other zone; the same clocks in winter only is one.
  expect(zonesShown(nothing, 'Europe/Berlin', 'Europe/Amsterdam', now)).toMatchObject({
    zone: 'Europe/Amsterdam',
    beside: undefined,
  });
  expect(zonesShown(nothing, 'Europe/London', 'Africa/Abidjan', now).beside).toBe('Africa/Abidjan');
});

test('what a person chooses wins over both, also that nothing stands beside', () => {
  const mailbox = 'Asia/Kolkata';
  const shown = (main: string, beside: string) => {
    const { zone, beside: other } = zonesShown({ main, beside }, mailbox, 'Europe/Berlin', now);
    return [zone, other];
  };
  expect(shown('America/Lima', '')).toEqual(['America/Lima', undefined]);
  expect(shown('', noZone)).toEqual(['Asia/Kolkata', undefined]);
  expect(shown('', 'America/Lima')).toEqual(['Asia/Kolkata', 'America/Lima']);
  expect(shown('America/Lima', 'America/Lima')).toEqual(['America/Lima', undefined]);
});
