import { expect, test } from 'vitest';
import { allowImages, areImagesAllowed } from './remote-images.ts';

test('images are allowed to one sender, or to all of a host', () => {
  expect(areImagesAllowed('a@news.example')).toBe(false);
  allowImages('A@news.example', 'sender');
  expect(areImagesAllowed('a@NEWS.example')).toBe(true);
  expect(areImagesAllowed('b@news.example')).toBe(false);
  allowImages('x@shop.example', 'host');
  expect(areImagesAllowed('y@shop.example')).toBe(true);
  expect(areImagesAllowed('y@mail.shop.example')).toBe(false);
  expect(areImagesAllowed('y@shop.example.evil.test')).toBe(false);
});

test('nobody in particular is allowed nothing', () => {
  expect(areImagesAllowed(undefined)).toBe(false);
  expect(areImagesAllowed('')).toBe(false);
});
