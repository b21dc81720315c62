import { expect, test } from 'vitest';
import { toKql, wordsToMark, type SearchParts } from './kql.ts';

const none: SearchParts = {
  words: '',
  from: '',
  to: '',
  subject: '',
  since: '',
  until: '',
  attachments: false,
};

test('what is filled in is what is looked for', () => {
  expect(toKql(none)).toBe('');
  expect(
    toKql({ ...none, words: ' lens ', from: 'lidia@contoso.example', attachments: true }),
  ).toBe('lens from:lidia@contoso.example hasAttachments:true');
  expect(toKql({ ...none, since: '2026-11-01', until: '2026-11-20' })).toBe(
    'received>=2026-11-01 received<=2026-11-20',
  );
});

test('several words of one property are a phrase, and no mark can break out of it', () => {
  expect(toKql({ ...none, subject: 'fire drill' })).toBe('subject:"fire drill"');
  expect(toKql({ ...none, subject: 'a" OR "b' })).toBe('subject:"a OR b"');
  expect(toKql({ ...none, from: 'x:y' })).toBe('from:"x:y"');
});

test('words and visible properties are marked, operators and dates are not', () => {
  expect(wordsToMark('lens AND from:lidia subject:"fire drill" received>=2026-11-01')).toEqual([
    'lens',
    'lidia',
    'fire drill',
  ]);
  expect(wordsToMark('hasAttachments:true NOT prepar*')).toEqual(['prepar']);
  expect(wordsToMark('')).toEqual([]);
});
