import { expect, test } from 'vitest';
import { recipientsInWords } from './recipients.ts';

const person = (name: string) => ({ name, address: `${name.toLowerCase()}@a.example` });
const own = 'Adele@a.example';

test('the person comes first and is you', () => {
  expect(recipientsInWords([person('Megan'), person('Adele')], own)).toBe('To you, Megan');
});

test('many are counted', () => {
  const many = ['Megan', 'Adele', 'Nestor', 'Diego', 'Patti'].map(person);
  expect(recipientsInWords(many, own)).toBe('To you, Megan and 3 more');
});

test('a draft may be to nobody', () => {
  expect(recipientsInWords([], own)).toBe('To nobody yet');
});
