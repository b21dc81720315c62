import { expect, test } from 'vitest';
import { toSummary } from '#features/mail/mailbox.ts';
import { around, messagesOf, type ShownList } from '#features/mail/list/pages/shown-list.ts';
import { mark } from './marks.ts';

const option = (id: string) =>
  ({ kind: 'option', key: id, item: { ...toSummary({ id }), together: 1 } }) as const;
const list: ShownList = {
  rows: [
    { kind: 'heading', key: 'h', text: 'Today' },
    option('a'),
    option('b'),
    undefined,
    option('d'),
  ],
  loaded: 3,
  total: 4,
};
const none = { ids: new Set<string>(), from: undefined };

test('a message is picked and put back', () => {
  const one = mark(none, 'a', false, list);
  expect([...one.ids]).toEqual(['a']);
  expect(mark(one, 'a', false, list)).toEqual(none);
});

test('a range goes from the last one picked to here, in both directions, over what is there', () => {
  const from = mark(none, 'b', false, list);
  expect([...mark(from, 'd', true, list).ids]).toEqual(['b', 'd']);
  expect([...mark(from, 'a', true, list).ids].toSorted()).toEqual(['a', 'b']);
});

test('a range without a beginning begins here', () => {
  expect(mark(none, 'b', true, list)).toEqual({ ids: new Set(['b']), from: 'b' });
});

test('neighbours stand over headings, and end where nothing was fetched', () => {
  expect(around(list, 'a')).toMatchObject({ previous: undefined, next: 'b', listed: { id: 'a' } });
  expect(around(list, 'b')).toMatchObject({ previous: 'a', next: undefined });
  expect(around(list, 'x')).toEqual({ listed: undefined, previous: undefined, next: undefined });
});

test('what was picked is found in the order of the list', () => {
  expect(messagesOf(list, new Set(['d', 'a'])).map(({ id }) => id)).toEqual(['a', 'd']);
});
