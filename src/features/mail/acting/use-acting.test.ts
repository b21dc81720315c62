import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { shownList } from '#features/mail/list/pages/shown-list.ts';
import { toSummary } from '#features/mail/mailbox.ts';
import { openMessages } from './pending-queries.ts';
import { targets } from './use-acting.ts';

test('keys mean the letter that is open without a row, and none once it is gone', async () => {
  const queries = new QueryClient();
  const row = toSummary({ id: 'row' });
  shownList.set({
    rows: [{ kind: 'option', key: 'row', item: { ...row, together: 1 } } as never],
    loaded: 1,
    total: 1,
  });
  const queryKey = [...openMessages().queryKey, { id: 'open' }];
  queries.setQueryData(queryKey, toSummary({ id: 'open' }));
  const meant = () => targets(queries, 'open').map(({ id }) => id);
  expect(meant()).toEqual(['open']);
  const gone = () => Promise.reject(new Error('gone'));
  await queries.fetchQuery({ queryKey, queryFn: gone, retry: false }).catch(() => undefined);
  expect(meant()).toEqual([]);
  expect(targets(queries, 'row').map(({ id }) => id)).toEqual(['row']);
});
