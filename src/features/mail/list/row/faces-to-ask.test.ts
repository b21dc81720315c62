import { expect, test } from 'vitest';
import { toSummary } from '#features/mail/mailbox.ts';
import { facesToAsk } from './faces-to-ask.ts';

const from = (id: string, address: string) =>
  ({
    kind: 'option',
    key: id,
    item: { ...toSummary({ id, from: { emailAddress: { address } } }), together: 1 },
  }) as const;
const rows = [
  from('1', 'Lidia@Northlight.example'),
  from('2', 'shop@elsewhere.example'),
  undefined,
  from('3', 'lidia@northlight.example'),
  from('4', 'omar@northlight.example'),
];
const me = 'adele@northlight.example';

test('colleagues in view are asked for, each once', () => {
  expect(facesToAsk(rows, 0, 4, me, {})).toEqual([
    'lidia@northlight.example',
    'omar@northlight.example',
  ]);
  expect(facesToAsk(rows, 0, 2, me, {})).toEqual(['lidia@northlight.example']);
});

test('who has no photo is not asked for again', () => {
  expect(facesToAsk(rows, 0, 4, me, { 'lidia@northlight.example': null })).toEqual([
    'omar@northlight.example',
  ]);
});

test('an account without an address asks for nobody', () => {
  expect(facesToAsk(rows, 0, 4, 'adele', {})).toEqual([]);
});
