import { expect, test } from 'vitest';
import { photoOf } from './batch-photo.ts';

test('a photo of a batch comes as base64 and becomes the bytes it was', async () => {
  const photo = photoOf({ value: btoa('\u00ff\u00d8\u00ff\u00e0 photo') });
  expect(photo?.type).toBe('image/jpeg');
  const bytes = new Uint8Array((await photo?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect([...bytes].slice(0, 3)).toEqual([0xff, 0xd8, 0xff]);
});

test.each([
  ['an error said as a value', { value: { error: { code: 'ErrorItemNotFound' } } }],
  ['a drawing, which could carry script', { value: btoa('<svg onload="alert(1)">') }],
  ['no base64', { value: '*' }],
  ['no answer', undefined],
])('%s is no photo', (_, answer) => {
  expect(photoOf(answer)).toBeNull();
});
