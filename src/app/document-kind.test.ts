import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { paths } from '#config/paths.ts';
import { documentKind, isArrivalPath } from './document-kind.ts';

test('every cloud has a callback path of its own, and it is recognised', () => {
  const names = Object.values(clouds).map((cloud) => cloud.name);
  for (const cloud of names) {
    expect(documentKind(paths.callback(cloud))).toEqual({ kind: 'callback', cloud });
  }
  expect(new Set(names.map(paths.callback)).size).toBe(names.length);
});

test('the callback of a cloud that does not exist is just an address nobody may be returned to', () => {
  expect(documentKind('/auth/callback/mars')).toEqual({ kind: 'product' });
  expect(isArrivalPath('/auth/callback/mars')).toBe(true);
});

test('simulated Microsoft pages are told from the product', () => {
  expect(documentKind('/simulated/common/oauth2/v2.0/authorize').kind).toBe('simulated-page');
  expect(documentKind('/mail').kind).toBe('product');
});
