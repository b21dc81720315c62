import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Müller', 'muller'],
  ['O’Shaughnessy', 'oshaughnessy'],
  ["O'Shaughnessy", 'oshaughnessy'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['İpek Işık', 'ipek isik'],
  ['Ａｃｍｅ', 'acme'],
  ['田中', '田中'],
  ['محمد', 'محمد'],
])('%s is found by typing %s', (written, typed) => {
  expect(fold(written)).toBe(typed);
});
