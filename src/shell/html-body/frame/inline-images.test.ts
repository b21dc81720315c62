import { expect, test } from 'vitest';
import { isShownInline } from './inline-images.ts';

test('pixels are shown', () => {
  expect(isShownInline('image/png')).toBe(true);
  expect(isShownInline('IMAGE/JPEG; name=logo.jpg')).toBe(true);
});

test('what can hold script is not shown, whatever it calls itself', () => {
  for (const type of ['image/svg+xml', 'text/html', 'application/xhtml+xml', '', 'image/*'])
    expect(isShownInline(type)).toBe(false);
});
