import { expect, test } from 'vitest';
import { nextHeight, zoomToFit, type Height } from './frame-size.ts';

test('a frame follows its content up and down, in whole pixels', () => {
  const grown = nextHeight({ pixels: 100, growths: 0 }, 240.2);
  expect(grown.pixels).toBe(241);
  expect(nextHeight(grown, 60).pixels).toBe(60);
});

test('less than two pixels are no change', () => {
  const height: Height = { pixels: 100, growths: 3 };
  expect(nextHeight(height, 101)).toBe(height);
});

test('content that grows with the frame is stopped', () => {
  let height: Height = { pixels: 100, growths: 0 };
  for (let step = 0; step < 100; step += 1) height = nextHeight(height, height.pixels + 50);
  expect(height.pixels).toBe(100 + 20 * 50);
});

test('content that shrinks in between may grow again', () => {
  let height: Height = { pixels: 100, growths: 20 };
  height = nextHeight(height, 80);
  expect(nextHeight(height, 200).pixels).toBe(200);
});

test('no letter is higher than the browser can draw, and none is invisible', () => {
  expect(nextHeight({ pixels: 100, growths: 0 }, 9_000_000).pixels).toBe(50_000);
  expect(nextHeight({ pixels: 100, growths: 0 }, 0).pixels).toBe(24);
});

test('what is too wide is drawn smaller, as far as it can be read', () => {
  expect(zoomToFit(600, 800)).toBe(1);
  expect(zoomToFit(801, 800)).toBe(1);
  expect(zoomToFit(640, 320)).toBe(0.5);
  expect(zoomToFit(5000, 320)).toBe(0.4);
  expect(zoomToFit(640, 0)).toBe(1);
});
