import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { mailQueries } from '#features/mail/mail-queries.ts';
import { readSource } from '#features/mail/mail-source.ts';
import { toSummary } from '#features/mail/mailbox.ts';
import { knownPeople } from './known-people.ts';

test('people are known from every page of every list that was looked at', () => {
  const queries = new QueryClient();
  const letterFrom = (address: string) =>
    toSummary({ id: address, from: { emailAddress: { name: address, address } } });
  const keep = (folder: string, at: number, ...addresses: string[]) =>
    queries.setQueryData(
      mailQueries.page(readSource(folder, new URLSearchParams(), undefined), at).queryKey,
      { items: addresses.map(letterFrom), next: undefined, count: undefined, shift: 0 },
    );
  keep('inbox', 0, 'a@one.example', 'b@two.example');
  keep('inbox', 25, 'c@three.example');
  keep('archive', 0, 'd@four.example');
  expect(knownPeople(queries).map(({ address }) => address)).toEqual([
    'a@one.example',
    'b@two.example',
    'c@three.example',
    'd@four.example',
  ]);
});
