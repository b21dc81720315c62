import { expect, test } from 'vitest';
import { isInLetter, previewOf } from './file-kind.ts';

const file = (type: string, name = 'a', size = 10) => ({
  ...{ id: '1', name, givenName: name, type, size, contentId: undefined, isInline: false },
  kind: 'file' as const,
});

test('pictures, PDF and plain text can be looked at', () => {
  expect(previewOf(file('image/png'))).toBe('image');
  expect(previewOf(file('application/pdf; name=a.pdf'))).toBe('pdf');
  expect(previewOf(file('application/octet-stream', 'Plan.PDF'))).toBe('pdf');
  expect(previewOf(file('text/plain'))).toBe('text');
  expect(previewOf(file('text/csv'))).toBe('text');
});

test('what can hold script cannot, whatever it is called', () => {
  for (const type of ['text/html', 'image/svg+xml', 'text/xml', 'application/xhtml+xml'])
    expect(previewOf(file(type, 'a.png'))).toBeUndefined();
});

test('what is too large, or no file, cannot either', () => {
  expect(previewOf(file('text/plain', 'a', 3e6))).toBeUndefined();
  expect(previewOf({ ...file('image/png'), kind: 'reference' })).toBeUndefined();
});

test('what the letter does not show stands beside it, also where it is called inline', () => {
  const inline = (type: string) => ({ ...file(type), isInline: true, contentId: 'a b@x' });
  const letter = '<img src="cid:a%20b%40x">';
  expect(isInLetter(inline('image/png'), letter)).toBe(true);
  expect(isInLetter(inline('image/png'), '<img src="cid:a b@x">')).toBe(true);
  expect(isInLetter(inline('image/png'), '<p>Without it</p>')).toBe(false);
  expect(isInLetter(inline('image/svg+xml'), letter)).toBe(false);
  expect(isInLetter(inline('application/pdf'), letter)).toBe(false);
  expect(isInLetter({ ...inline('image/png'), contentId: undefined }, letter)).toBe(false);
  expect(isInLetter({ ...inline('image/png'), isInline: false }, letter)).toBe(false);
});
