import { expect, test } from 'vitest';
import type { Command } from './commands.ts';
import { rank } from './rank.ts';

const commands: Command[] = ['Archive', 'Mark as read', 'Search mail', 'Go to Périgée'].map(
  (words) => ({ id: words, words, group: 'Mail', run: () => undefined }),
);
const found = (text: string) => rank(commands, text).map(({ words }) => words);

test('without words all are offered in their order', () => {
  expect(found('  ')).toEqual(commands.map(({ words }) => words));
});

test('the beginning of a name comes before the middle', () => {
  expect(found('mar')).toEqual(['Mark as read']);
  expect(found('ar')).toEqual(['Archive', 'Mark as read', 'Search mail']);
});

test('words may stand in any order, and accents need not be typed', () => {
  expect(found('read mark')).toEqual(['Mark as read']);
  expect(found('perigee')).toEqual(['Go to Périgée']);
});

test('what does not fit is not offered', () => {
  expect(found('calendar')).toEqual([]);
});
