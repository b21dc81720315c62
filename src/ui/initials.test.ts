import { expect, test } from 'vitest';
import { initials, tint } from './initials.ts';

test('a name gives the letters of its first and last word', () => {
  expect(initials('Lidia Holloway')).toBe('LH');
  expect(initials('José Luis de la Cruz')).toBe('JC');
  expect(initials('ada')).toBe('A');
});

test('a remark in brackets or quotes is not part of the name', () => {
  expect(initials('Ada Muster (Extern)')).toBe('AM');
});

test('an address stands in for a name that is missing', () => {
  expect(initials('ada.muster@example.test')).toBe('AT');
  expect(initials('')).toBe('');
});

test('letters outside the basic plane are not cut in half', () => {
  expect(initials('𝒜da')).toBe('𝒜');
  expect(initials('李 小龍')).toBe('李小');
});

test('a tint depends on the address, not on how it is written', () => {
  expect(tint('Ada@Example.test', 5)).toBe(tint('ada@example.test', 5));
  expect(tint('anything', 5)).toBeLessThan(5);
});
