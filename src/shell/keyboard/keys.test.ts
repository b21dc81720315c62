import { expect, test } from 'vitest';
import type { Command } from './commands.ts';
import { ariaKeys, capsOf, isSingle, keyOf, match } from './keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const command = (id: string, ...keys: string[]): Command => ({
  id,
  words: id,
  group: 'Test',
  keys,
  run: () => undefined,
});

test('a letter is itself with and without caps lock, and another with shift', () => {
  expect(keyOf({ ...plain, key: 'j' })).toBe('j');
  expect(keyOf({ ...plain, key: 'J' })).toBe('j');
  expect(keyOf({ ...plain, key: 'U', shiftKey: true })).toBe('Shift+u');
});

test('a sign is itself wherever the keyboard has it', () => {
  expect(keyOf({ ...plain, key: '#' })).toBe('#');
  expect(keyOf({ ...plain, key: '?', shiftKey: true })).toBe('?');
  expect(keyOf({ ...plain, key: '/', shiftKey: true })).toBe('/');
});

test('control and command are the same; alt belongs to the system', () => {
  expect(keyOf({ ...plain, key: 'k', ctrlKey: true })).toBe('Mod+k');
  expect(keyOf({ ...plain, key: 'k', metaKey: true })).toBe('Mod+k');
  expect(keyOf({ ...plain, key: 'k', altKey: true })).toBeUndefined();
  expect(keyOf({ ...plain, key: 'Shift', shiftKey: true })).toBeUndefined();
  expect(isSingle('Mod+k')).toBe(false);
  expect(isSingle('g i')).toBe(true);
});

test('a sequence is begun by its first key, and found by both', () => {
  const all = [command('inbox', 'g i'), command('archive', 'e')];
  expect(match(all, 'g')).toEqual({ kind: 'begun' });
  expect(match(all, 'g i')).toMatchObject({ kind: 'run', command: { id: 'inbox' } });
  expect(match(all, 'e')).toMatchObject({ kind: 'run', command: { id: 'archive' } });
  expect(match(all, 'q')).toEqual({ kind: 'none' });
});

test('what stands in front has the key', () => {
  expect(match([command('front', 'e'), command('behind', 'e')], 'e')).toMatchObject({
    command: { id: 'front' },
  });
});

test('assistive tools read upper case, alternatives, and no sequences', () => {
  expect(ariaKeys(['e', 'Mod+k'])).toBe('E Control+K');
  expect(ariaKeys(['Shift+u'])).toBe('Shift+U');
  expect(ariaKeys(['#'])).toBe('#');
  expect(ariaKeys(['g i'])).toBeUndefined();
  expect(ariaKeys()).toBeUndefined();
});

test('caps are written as they are on the keys', () => {
  expect(capsOf('g i', false)).toEqual(['g', 'i']);
  expect(capsOf('Shift+u', false)).toEqual(['Shift', 'U']);
  expect(capsOf('Mod+k', true)).toEqual(['⌘', 'K']);
  expect(capsOf('Shift+ArrowDown', false)).toEqual(['Shift', '↓']);
  expect(capsOf('#', false)).toEqual(['#']);
});
