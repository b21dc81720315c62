import { expect, test } from 'vitest';
import { sessionEndInWords } from './session-end.ts';

const minute = 60_000;
const now = new Date(2026, 10, 20, 13, 55).getTime();

test('the end of a session is announced ten minutes before, and not earlier', () => {
  expect(sessionEndInWords(now + 10 * minute + 1, now)).toBeUndefined();
  expect(sessionEndInWords(now + 10 * minute, now)?.title).toMatch(/^This session ends at .*05/);
});

test('a session that Microsoft renews no more says so, whenever that was', () => {
  expect(sessionEndInWords(now, now)?.title).toBe('This session has ended');
  expect(sessionEndInWords(0, now)?.title).toBe('This session has ended');
});

test('the words promise that nothing on the screen is lost', () => {
  expect(sessionEndInWords(now, now)?.explanation).toContain('What you see stays');
});
