import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { toSummary } from '#features/mail/mailbox.ts';
import { addPending, dropPending, pendingOf, withChange } from './pending.ts';

const message = toSummary({ id: 'a', isRead: false });

test('what was done shows before the service knows', () => {
  const queries = new QueryClient();
  addPending(queries, { a: { isRead: true } });
  addPending(queries, { a: { isFlagged: true } });
  expect(withChange(message, pendingOf(queries))).toMatchObject({ isRead: true, isFlagged: true });
});

test('a message that was put away is gone', () => {
  expect(withChange(message, { a: { gone: true } })).toBeUndefined();
  expect(withChange(message, { b: { gone: true } })).toBe(message);
});

test('a refusal takes back what it refused and nothing else', () => {
  const queries = new QueryClient();
  addPending(queries, { a: { isRead: true, isFlagged: true }, b: { gone: true } });
  dropPending(queries, { a: { isRead: true } });
  expect(pendingOf(queries)).toEqual({ a: { isFlagged: true }, b: { gone: true } });
  dropPending(queries, { b: { gone: true }, a: { isFlagged: true } });
  expect(pendingOf(queries)).toEqual({});
});

test('what was done again since then is not taken back by an older answer', () => {
  const queries = new QueryClient();
  addPending(queries, { a: { isRead: true } });
  addPending(queries, { a: { isRead: false } });
  dropPending(queries, { a: { isRead: true } });
  expect(pendingOf(queries)).toEqual({ a: { isRead: false } });
});
