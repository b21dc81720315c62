import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { toSummary } from '#features/mail/mailbox.ts';
import { addPending, dropPending, pendingOf, withChange } from './pending.ts';

const message = toSummary({ id: 'a', isRead: false, parentFolderId: 'inbox' });

test('what was done shows before the service knows', () => {
  const queries = new QueryClient();
  addPending(queries, { a: { isRead: true } });
  addPending(queries, { a: { isFlagged: true } });
  expect(withChange(message, pendingOf(queries))).toMatchObject({ isRead: true, isFlagged: true });
});

test('a message that was put away is gone from where it was, and shown where it lies now', () => {
  expect(withChange(message, { a: { gone: 'inbox' } })).toBeUndefined();
  expect(withChange({ ...message, folderId: 'archive' }, { a: { gone: 'inbox' } })).toBeDefined();
  expect(withChange(message, { b: { gone: 'inbox' } })).toBe(message);
});

test('a refusal takes back what it refused and nothing else', () => {
  const queries = new QueryClient();
  addPending(queries, { a: { isRead: true, isFlagged: true }, b: { gone: 'inbox' } });
  dropPending(queries, { a: { isRead: true } });
  expect(pendingOf(queries)).toEqual({ a: { isFlagged: true }, b: { gone: 'inbox' } });
  dropPending(queries, { b: { gone: 'inbox' }, a: { isFlagged: true } });
  expect(pendingOf(queries)).toEqual({});
});

test('what was done again since then is not taken back by an older answer', () => {
  const queries = new QueryClient();
  addPending(queries, { a: { isRead: true } });
  addPending(queries, { a: { isRead: false } });
  dropPending(queries, { a: { isRead: true } });
  expect(pendingOf(queries)).toEqual({ a: { isRead: false } });
});
