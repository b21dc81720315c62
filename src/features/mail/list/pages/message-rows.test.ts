import { expect, test } from 'vitest';
import { toSummary, type MessageSummary } from '#features/mail/mailbox.ts';
import { createRowsOf, rowsOf, type ListContents } from './message-rows.ts';

/** A Friday. */
const now = new Date(2026, 10, 20, 12);

function message(id: string, day: number, month = 10, conversationId = id): MessageSummary {
  return toSummary({
    id,
    conversationId,
    receivedDateTime: new Date(2026, month, day, 9).toISOString(),
  });
}

function list(pages: Record<number, MessageSummary[]>, rest: Partial<ListContents> = {}) {
  return rowsOf({
    pages: new Map(Object.entries(pages).map(([at, items]) => [Number(at), items])),
    sizeOf: () => 2,
    total: 0,
    now,
    ...rest,
  });
}

function lines(...given: Parameters<typeof list>): string[] {
  return Array.from(list(...given).rows, (row) =>
    row === undefined ? '·' : row.kind === 'heading' ? row.text : row.item.id,
  );
}

const first = [message('a', 20), message('b', 20)];
const second = [message('c', 19), message('d', 2, 8)];

test('a heading stands where another stretch of time begins, also across pages', () => {
  expect(lines({ 0: first, 2: second })).toEqual([
    'Today',
    'a',
    'b',
    'Yesterday',
    'c',
    'September 2026',
    'd',
  ]);
});

test('a message that a new arrival pushed into the next page is shown once', () => {
  expect(lines({ 0: [message('a', 20)], 2: first })).toEqual(['Today', 'a', 'b']);
});

test('an empty page between full ones leaves no trace', () => {
  expect(lines({ 0: first, 2: [], 4: second })).toEqual(lines({ 0: first, 2: second }));
});

test('every row has a key of its own', () => {
  const { rows } = list({ 0: first, 2: [...second, message('e', 20)] });
  expect(new Set(rows.map((row) => row?.key)).size).toBe(rows.length);
});

test('what was not fetched is a hole for each message, in the middle and at the end', () => {
  expect(lines({ 0: first, 6: [message('z', 20)] }, { total: 10 })).toEqual([
    'Today',
    'a',
    'b',
    '·',
    '·',
    '·',
    '·',
    'Today',
    'z',
    '·',
    '·',
  ]);
});

test('slots lead to rows and back, however many headings stand between', () => {
  const { slots, rows } = list(
    { 0: first, 6: [message('z', 20), message('y', 19)] },
    { total: 10 },
  );
  for (const [row, expected] of [
    [1, 0],
    [2, 1],
    [3, 2],
    [6, 5],
    [8, 6],
    [10, 7],
    [11, 8],
  ] as const) {
    expect([row, slots.of(row)]).toEqual([row, expected]);
  }
  // A heading belongs to what it stands over, so that it is seen with it.
  expect([0, 1, 2, 5, 6, 7, 8].map((slot) => slots.rowOf(slot))).toEqual([0, 2, 3, 6, 7, 9, 11]);
  expect(slots.rowOf(10_000)).toBe(rows.length - 1);
});

test('a conversation is one row, its newest, that says how many it stands for', () => {
  const answer = message('answer', 20, 10, 'talk');
  const question = message('question', 19, 10, 'talk');
  const other = message('other', 20);
  const { rows } = list({ 0: [answer, other], 2: [question] }, { folded: true });
  expect(
    rows.flatMap((row) => (row?.kind === 'option' ? [[row.key, row.item.together]] : [])),
  ).toEqual([
    ['answer', 2],
    ['other', 1],
  ]);
  expect(lines({ 0: [answer, other], 2: [question] })).toContain('question');
});

test('messages that say nothing of a conversation are not taken for one', () => {
  const pages = { 0: [message('a', 20, 10, ''), message('b', 20, 10, '')] };
  expect(lines(pages, { folded: true })).toEqual(['Today', 'a', 'b']);
});

test('what the person has just done shows at once, and what is gone leaves no heading behind', () => {
  const changed = (one: MessageSummary) =>
    one.id === 'c' ? undefined : one.id === 'a' ? { ...one, isRead: false } : one;
  const { rows } = list({ 0: first, 2: second }, { changed });
  expect(rows.map((row) => row?.key)).not.toContain('c');
  expect(rows.map((row) => row?.kind === 'heading' && row.text)).not.toContain('Yesterday');
  expect(rows[1]).toMatchObject({ item: { id: 'a', isRead: false } });
});

test('a row that says the same stays the same object', () => {
  expect(list({ 0: first }).rows[1]).toEqual(list({ 0: first }).rows[1]);
  const [one, other] = [list({ 0: first }).rows[1], list({ 0: first }).rows[1]];
  expect(one?.kind === 'option' && other?.kind === 'option' && one.item === other.item).toBe(true);
});

test.each([false, true])(
  'rows that are added to as pages come are those of a list made at once, conversations folded: %s',
  (folded) => {
    const page = (at: number) =>
      Array.from({ length: 5 }, (_, nth) =>
        toSummary({
          // Each page begins with the last message of the one before.
          id: String(at + nth - (nth === 0 && at > 0 ? 1 : 0)),
          conversationId: ['', 'one', 'two', String(at)][(at + nth) % 4] ?? '',
          receivedDateTime: new Date(Date.now() - (at + nth) * 20_000_000).toISOString(),
        }),
      );
    const rowsSoFar = createRowsOf();
    const pages = new Map<number, ReturnType<typeof page>>();
    const removed = new Set<string>();
    const changed = (each: MessageSummary) => (removed.has(each.id) ? undefined : each);
    const isAsMadeAtOnce = (way: ListContents['changed'] = changed) => {
      const contents: ListContents = {
        pages: new Map(pages),
        sizeOf: () => 5,
        total: 60,
        now: new Date(),
        folded,
        changed: way,
      };
      const [added, made] = [rowsSoFar(contents), rowsOf(contents)];
      expect(added.rows).toEqual(made.rows);
      expect([added.loaded, added.hasHoles]).toEqual([made.loaded, made.hasHoles]);
      for (let slot = 0; slot < 60; slot += 1) {
        expect(added.slots.rowOf(slot)).toBe(made.slots.rowOf(slot));
        expect(added.slots.of(slot)).toBe(made.slots.of(slot));
      }
    };
    for (const at of [0, 5, 10, 40, 45, 20, 55]) {
      pages.set(at, page(at));
      isAsMadeAtOnce();
      // Nothing new: the same once more.
      isAsMadeAtOnce();
    }
    removed.add('6');
    isAsMadeAtOnce((each) => changed(each));
    pages.delete(5);
    isAsMadeAtOnce();
  },
);

test('what is here already is not gone through again when another page comes', () => {
  let looked = 0;
  const changed = (message: MessageSummary) => {
    looked += 1;
    return message;
  };
  const rowsSoFar = createRowsOf();
  const pages = new Map<number, readonly MessageSummary[]>();
  for (let at = 0; at < 100; at += 10) {
    pages.set(
      at,
      Array.from({ length: 10 }, (_, nth) => toSummary({ id: String(at + nth) })),
    );
    rowsSoFar({ pages: new Map(pages), sizeOf: () => 10, total: 100, now: new Date(), changed });
  }
  expect(looked).toBe(100);
});
