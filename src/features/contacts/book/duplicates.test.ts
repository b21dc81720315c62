import { expect, test } from 'vitest';
import type { ContactSummary } from './address-book.ts';
import { contact } from './contact.test-kit.ts';
import { findDuplicates } from './duplicates.ts';

let number = 0;
/** Two of one name are two. */
function reached(name: string, addresses: string[] = [], phones: string[] = []): ContactSummary {
  number += 1;
  return contact(name, { id: `${number}`, addresses, phones });
}
const found = (contacts: ContactSummary[]) =>
  findDuplicates(contacts).map(({ because, contacts: members }) => [
    because,
    members.map(({ name }) => name),
  ]);

test('one address in two contacts is pointed out, whatever its capitals', () => {
  expect(
    found([
      reached('Ana', ['ana@lumen.example']),
      reached('Bo', ['bo@lumen.example']),
      reached('Müller, A.', ['x@lumen.example', 'Ana@Lumen.example']),
    ]),
  ).toEqual([['Same address: ana@lumen.example', ['Ana', 'Müller, A.']]]);
});

test('one name with one number is pointed out, however both are written', () => {
  expect(
    found([
      reached('Ana Müller', [], ['020 7946 0123']),
      reached('ana muller', [], ['+44 (0)20 7946 0123']),
    ]),
  ).toEqual([['Same name and number: 020 7946 0123', ['Ana Müller', 'ana muller']]]);
});

test('a name alone, a number alone and an address twice in one contact are no duplicates', () => {
  expect(
    found([
      reached('Ana', ['ana@a.example', 'ana@a.example'], ['020 7946 0123']),
      reached('Ana', ['ana@b.example'], ['020 7946 9999']),
      reached('Bo', [], ['020 7946 0123']),
      reached('', [], ['020 7946 0123']),
    ]),
  ).toEqual([]);
});

test('a chain is one group', () => {
  expect(
    found([
      reached('Ana', ['ana@a.example']),
      reached('A. M.', ['ana@a.example', 'am@b.example']),
      reached('Anna', ['am@b.example']),
    ]),
  ).toEqual([['Same address: ana@a.example', ['Ana', 'A. M.', 'Anna']]]);
});
