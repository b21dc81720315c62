import { expect, test } from 'vitest';
import { byLetter } from './by-letter.ts';
import { contact } from './contact.test-kit.ts';
import { keyOfFirst, rowsOfGroups, withoutRepeats } from './list-rows.ts';

test('a contact that moved to a later page while pages were read stands in the list once', () => {
  const pages = [
    { contacts: [contact('Anna', { id: '1' }), contact('Bo', { id: '2' })] },
    { contacts: [] },
    { contacts: [contact('Bo Lind', { id: '2' }), contact('Cem', { id: '3' })] },
  ];
  expect(withoutRepeats(pages).map(({ name }) => name)).toEqual(['Anna', 'Bo Lind', 'Cem']);
});

test('each letter stands over its contacts, and the first contact is the one to begin with', () => {
  const rows = rowsOfGroups(
    byLetter([contact('Bo', { id: '2' }), contact('Anna', { id: '1' })], 'en'),
  );
  expect(rows.map((row) => (row.kind === 'heading' ? row.text : row.key))).toEqual([
    'A',
    '1',
    'B',
    '2',
  ]);
  expect(keyOfFirst(rows)).toBe('1');
  expect(keyOfFirst([])).toBeUndefined();
});
