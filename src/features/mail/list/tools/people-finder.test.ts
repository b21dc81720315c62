import { expect, test } from 'vitest';
import { toSummary } from '#features/mail/mailbox.ts';
import type { ShownList } from '#features/mail/list/pages/shown-list.ts';
import { correspondents } from './people-finder.ts';

const row = (id: string, name: string, address: string) =>
  ({
    kind: 'option',
    key: id,
    item: { ...toSummary({ id, from: { emailAddress: { name, address } } }), together: 1 },
  }) as const;
const list: ShownList = {
  rows: [
    row('1', 'Lidia Holloway', 'lidia@contoso.example'),
    undefined,
    row('2', 'Lidia Holloway', 'LIDIA@contoso.example'),
    row('3', 'Omar Lidström', 'omar@contoso.example'),
  ],
  loaded: 3,
  total: 4,
};
const found = (words: string) => correspondents(list, words).map(({ name }) => name);

test('whose mail is in the list is found by parts of the name or the address, once', () => {
  expect(found('lid')).toEqual(['Lidia Holloway', 'Omar Lidström']);
  expect(found('hollo lidia')).toEqual(['Lidia Holloway']);
  expect(found('omar@')).toEqual(['Omar Lidström']);
  expect(found('nobody')).toEqual([]);
});
