import { expect, test } from 'vitest';
import { lightness } from './blocked-backgrounds.ts';

test('a colour is as light as it looks', () => {
  expect(lightness('rgb(255, 255, 255)')).toBeCloseTo(1);
  expect(lightness('rgb(0, 0, 0)')).toBe(0);
  expect(lightness('rgb(71, 77, 84)')).toBeLessThan(0.1);
  expect(lightness('rgba(250, 250, 250, 0.9)')).toBeGreaterThan(0.9);
});

test('what cannot be seen, or is written in a way of its own, is neither', () => {
  expect(lightness('rgba(0, 0, 0, 0)')).toBeUndefined();
  expect(lightness('oklch(0.5 0.1 20)')).toBeUndefined();
});
