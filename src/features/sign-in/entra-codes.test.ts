import { expect, test } from 'vitest';
import { explainCodes } from './entra-codes.ts';

test('a redirect URI that is not registered sends the person to the set-up', () => {
  const meaning = explainCodes([50011]);
  expect(meaning?.whose).toBe('your administrator');
  expect(meaning?.explanation).toContain('redirect URI');
});

test('the first number that is known counts', () => {
  expect(explainCodes([1, 65004, 50011])?.whose).toBe('you');
});

test('an unknown number says nothing', () => {
  expect(explainCodes([123456])).toBeUndefined();
  expect(explainCodes(undefined)).toBeUndefined();
});

test.each([
  [50011, 'Authentication'],
  [500113, 'Authentication'],
  [7000218, 'Single-page application'],
  [9002326, 'Single-page application'],
  [650057, 'API permissions'],
  [700016, 'Application (client) ID'],
  [50194, 'tenant’s id'],
  [50105, 'Users and groups'],
])('AADSTS%i names the place in the portal that mends it', (code, place) => {
  expect(explainCodes([code])?.explanation).toContain(place);
});
