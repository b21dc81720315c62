import { expect, test } from 'vitest';
import { toSummary } from '#features/mail/mailbox.ts';
import { firstRowsOf } from './first-rows-of.ts';
import { rowsOf } from './message-rows.ts';

test.each([false, true])(
  'the first rows are those that the whole list begins with, conversations folded: %s',
  (folded) => {
    const items = [0, 0, 0, 1, 9, 70].map((days, at) =>
      toSummary({
        id: String(at),
        // The first, the third and the fifth belong together, so do the second and the fourth; the last one is alone.
        conversationId: at > 4 ? '' : String(at % 2),
        isRead: at !== 2,
        flag: { flagStatus: at === 3 ? 'flagged' : 'notFlagged' },
        receivedDateTime: new Date(Date.now() - days * 86_400_000).toISOString(),
      }),
    );
    const whole = rowsOf({
      pages: new Map([[0, items]]),
      sizeOf: () => items.length,
      total: 4218,
      now: new Date(),
      folded,
    });
    const first = firstRowsOf(items, folded);
    expect(first.filter(({ kind }) => kind === 'option')).toHaveLength(folded ? 3 : 6);
    expect(first).toEqual(whole.rows.slice(0, first.length));
  },
);
