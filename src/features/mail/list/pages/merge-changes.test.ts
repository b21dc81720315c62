import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { mailQueries } from '#features/mail/mail-queries.ts';
import { readSource } from '#features/mail/mail-source.ts';
import { toSummary } from '#features/mail/mailbox.ts';
import { mergeChanges, showArrived } from './merge-changes.ts';

const source = readSource('inbox', new URLSearchParams(), undefined);
const message = (id: string, hour: number, isRead = true) =>
  toSummary({ id, isRead, receivedDateTime: new Date(2026, 10, 20, hour).toISOString() });

function withPages(): QueryClient {
  const queries = new QueryClient();
  const page = (...ids: string[]) => ({
    items: ids.map((id) => message(id, 9)),
    next: 'https://graph.microsoft.com/next',
    count: undefined,
    shift: 0,
  });
  queries.setQueryData(mailQueries.page(source, 0).queryKey, page('a', 'b'));
  queries.setQueryData(mailQueries.page(source, 25).queryKey, page('c', 'd'));
  return queries;
}

const ids = (queries: QueryClient, at: number) =>
  queries.getQueryData(mailQueries.page(source, at).queryKey)?.items.map(({ id }) => id);
const shift = (queries: QueryClient) => queries.getQueryData(mailQueries.shift(source).queryKey);

test('what is new is told, newest first, and moves nothing', () => {
  const queries = withPages();
  const arrived = mergeChanges(queries, source, {
    items: [message('x', 10), message('y', 12), message('a', 9)],
    marks: [],
    removed: [],
    link: '',
  });
  expect(arrived.map(({ id }) => id)).toEqual(['y', 'x']);
  expect(ids(queries, 0)).toEqual(['a', 'b']);
  expect(shift(queries)).toBeUndefined();
});

test('what was changed elsewhere shows where it stands', () => {
  const queries = withPages();
  mergeChanges(queries, source, {
    items: [message('c', 9, false)],
    marks: [],
    removed: [],
    link: '',
  });
  expect(queries.getQueryData(mailQueries.page(source, 25).queryKey)?.items[0]).toMatchObject({
    id: 'c',
    isRead: false,
  });
});

test('what was deleted elsewhere goes, and places behind it move up', () => {
  const queries = withPages();
  mergeChanges(queries, source, { items: [], marks: [], removed: ['b', 'unknown'], link: '' });
  expect(ids(queries, 0)).toEqual(['a']);
  expect(shift(queries)).toBe(-1);
});

test('shown, the new ones stand on top, and places behind them move down', () => {
  const queries = withPages();
  showArrived(queries, source, [message('y', 12), message('x', 10)]);
  expect(ids(queries, 0)).toEqual(['y', 'x', 'a', 'b']);
  expect(shift(queries)).toBe(2);
});

test('what was moved here from elsewhere stands where it belongs by its date', () => {
  const queries = withPages();
  showArrived(queries, source, [message('y', 12), message('moved', 8)]);
  expect(ids(queries, 0)).toEqual(['y', 'a', 'b', 'moved']);
});

test('of a message of which only a mark is told, the rest stays', () => {
  const queries = withPages();
  mergeChanges(queries, source, {
    items: [],
    marks: [{ id: 'a', isRead: false }],
    removed: [],
    link: '',
  });
  expect(queries.getQueryData(mailQueries.page(source, 0).queryKey)?.items[0]).toEqual(
    message('a', 9, false),
  );
});
