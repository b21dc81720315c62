import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { mailQueries } from '#features/mail/mail-queries.ts';
import { readSource } from '#features/mail/mail-source.ts';
import { toSummary } from '#features/mail/mailbox.ts';
import { addPending, pendingOf } from './pending.ts';
import { openMessages } from './pending-queries.ts';
import { comeBack, forget, keep, move, outdate } from './settle.ts';

const folder = (name: string) => readSource(name, new URLSearchParams(), undefined);
const [inbox, archive] = [folder('inbox'), folder('archive')];
const message = (id: string, parentFolderId: string) => toSummary({ id, parentFolderId });
const moved = message('moved', 'inbox-id');

let queries: QueryClient;

/** The message has gone from the inbox to the archive, whose list was fetched since. */
beforeEach(() => {
  queries = new QueryClient();
  const page = (...items: ReturnType<typeof message>[]) => ({
    ...{ items, next: undefined, count: undefined, shift: 0 },
  });
  const before = page(message('a', 'inbox-id'), moved, message('b', 'inbox-id'));
  queries.setQueryData(mailQueries.page(inbox, 0).queryKey, before);
  const after = page(message('moved', 'archive-id'), message('c', 'archive-id'));
  queries.setQueryData(mailQueries.page(archive, 0).queryKey, after);
  addPending(queries, { moved: { gone: 'inbox-id' } });
});

const ids = (source: typeof inbox) =>
  queries.getQueryData(mailQueries.page(source, 0).queryKey)?.items.map(({ id }) => id);
const shift = (source: typeof inbox) => queries.getQueryData(mailQueries.shift(source).queryKey);

test('what has left for good is gone from the list it left, and stays in that of where it lies', () => {
  move(queries, [moved], -1);
  forget(queries, [moved]);
  expect(ids(inbox)).toEqual(['a', 'b']);
  expect(shift(inbox)).toBe(-1);
  expect(ids(archive)).toEqual(['moved', 'c']);
  expect(shift(archive)).toBeUndefined();
  expect(pendingOf(queries)).toEqual({});
});

test('what came back stands in its old place, and no longer where it had gone', () => {
  comeBack(queries, [moved]);
  expect(ids(inbox)).toEqual(['a', 'moved', 'b']);
  expect(ids(archive)).toEqual(['c']);
  expect(shift(archive)).toBe(-1);
});

test('the list of a folder that something went to is asked for anew, by its name as by its id', () => {
  queries.setQueryData(mailQueries.shift(archive).queryKey, 3);
  outdate(queries, 'archive');
  expect(ids(archive)).toBeUndefined();
  expect(shift(archive)).toBeUndefined();
  expect(ids(inbox)).toHaveLength(3);
  outdate(queries, 'inbox-id');
  expect(ids(inbox)).toBeUndefined();
});

test('what is done to one letter takes nothing away of what was heard of another, as that it is gone', async () => {
  const keyOf = (id: string) => [...openMessages().queryKey, { id }];
  for (const id of ['open', 'other']) queries.setQueryData(keyOf(id), message(id, 'inbox-id'));
  const gone = new Error('gone');
  const queryFn = () => Promise.reject(gone);
  await queries.prefetchQuery({ queryKey: keyOf('open'), queryFn, staleTime: 0, retry: false });
  expect(queries.getQueryState(keyOf('open'))?.error).toBe(gone);
  keep(queries, { other: { isRead: true } });
  expect(queries.getQueryState(keyOf('open'))?.error).toBe(gone);
  expect(queries.getQueryData(keyOf('other'))).toMatchObject({ isRead: true });
});
