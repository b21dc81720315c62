import { expect, test } from 'vitest';
import { toSummary } from '#features/mail/mailbox.ts';
import { firstRowsOf } from './first-rows-of.ts';
import { rowsOf } from './message-rows.ts';

test('the first rows are those that the whole list begins with', () => {
  const items = [0, 0, 1, 9, 70].map((days, at) =>
    toSummary({
      id: String(at),
      receivedDateTime: new Date(Date.now() - days * 86_400_000).toISOString(),
    }),
  );
  const whole = rowsOf({
    pages: new Map([[0, items]]),
    sizeOf: () => items.length,
    total: 4218,
    now: new Date(),
  });
  const first = firstRowsOf(items);
  expect(first.length).toBeGreaterThan(items.length);
  expect(first).toEqual(whole.rows.slice(0, first.length));
});
