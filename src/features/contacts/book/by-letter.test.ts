import { expect, test } from 'vitest';
import { byLetter } from './by-letter.ts';
import { contact } from './contact.test-kit.ts';

function grouped(names: readonly string[], locale: string): string[] {
  return byLetter(
    names.map((name) => contact(name)),
    locale,
  ).map(
    ({ letter, contacts: members }) => `${letter}: ${members.map(({ name }) => name).join(', ')}`,
  );
}

test('contacts stand under the letter their name begins with', () => {
  expect(grouped(['Zara', 'amelia', 'Bo', 'Ángel', 'Anna'], 'en')).toEqual([
    'A: amelia, Ángel, Anna',
    'B: Bo',
    'Z: Zara',
  ]);
});

test('an accented letter is a letter of its own where the language has it so', () => {
  expect(grouped(['Örjan', 'Otto', 'Zara'], 'de')).toEqual(['O: Örjan, Otto', 'Z: Zara']);
  expect(grouped(['Örjan', 'Otto', 'Zara'], 'sv')).toEqual(['O: Otto', 'Z: Zara', 'Ö: Örjan']);
});

test('an accent written as a mark of its own changes nothing', () => {
  expect(grouped(['A\u0301ngel', 'Anna'], 'en')).toEqual(['A: A\u0301ngel, Anna']);
});

test('numbers, signs and missing names come first, under one sign', () => {
  expect(grouped(['Anna', '3M', '', '24 Hours'], 'en')).toEqual(['#: , 3M, 24 Hours', 'A: Anna']);
});

test('other alphabets have their letters, and ideographs share a heading', () => {
  expect(grouped(['田中 さくら', '佐藤 健', 'محمد', 'Anna'], 'en')).toEqual([
    'A: Anna',
    'م: محمد',
    expect.stringMatching(/^漢: .*, /),
  ]);
});

test('Cyrillic and Greek stand under their capitals, whatever the language', () => {
  expect(grouped(['ёлка', 'Анна', 'Αννα', 'борис', 'Борис'], 'en')).toEqual([
    'Α: Αννα',
    'А: Анна',
    'Б: борис, Борис',
    'Ё: ёлка',
  ]);
});

test('kana stand under their sound and hangul under its first consonant', () => {
  expect(grouped(['がく', 'カク', 'ｶﾅ', 'さくら', 'ッポ'], 'ja').map((group) => group[0])).toEqual([
    'か',
    'さ',
    'つ',
  ]);
  expect(grouped(['김민준', '강서연', '까치', '이서준', '박지호'], 'ko')).toEqual([
    'ㄱ: 강서연, 김민준, 까치',
    'ㅂ: 박지호',
    'ㅇ: 이서준',
  ]);
});
