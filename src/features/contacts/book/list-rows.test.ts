import { expect, test } from 'vitest';
import type { ContactSummary } from './address-book.ts';
import { byLetter } from './by-letter.ts';
import { keyOfFirst, rowsOfGroups, withoutRepeats } from './list-rows.ts';

function contact(id: string, name: string): ContactSummary {
  return {
    id,
    name,
    company: '',
    jobTitle: '',
    otherNames: [],
    addresses: [],
    postal: [],
    phones: [],
  };
}

test('a contact that moved to a later page while pages were read stands in the list once', () => {
  const pages = [
    { contacts: [contact('1', 'Anna'), contact('2', 'Bo')] },
    { contacts: [] },
    { contacts: [contact('2', 'Bo Lind'), contact('3', 'Cem')] },
  ];
  expect(withoutRepeats(pages).map(({ name }) => name)).toEqual(['Anna', 'Bo Lind', 'Cem']);
});

test('each letter stands over its contacts, and the first contact is the one to begin with', () => {
  const rows = rowsOfGroups(byLetter([contact('2', 'Bo'), contact('1', 'Anna')], 'en'));
  expect(rows.map((row) => (row.kind === 'heading' ? row.text : row.key))).toEqual([
    'A',
    '1',
    'B',
    '2',
  ]);
  expect(keyOfFirst(rows)).toBe('1');
  expect(keyOfFirst([])).toBeUndefined();
});
