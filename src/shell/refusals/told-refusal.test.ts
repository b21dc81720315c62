import { expect, test } from 'vitest';
import { toldRefusal, withRefusal } from './told-refusal.ts';

const planner = '/permissions/planner?scopes=Mail.Read&asked=1';
const read = (address: string | undefined) =>
  toldRefusal(new URLSearchParams(address?.split('?')[1]));

test('the number that a page told comes back to whoever asked, the error where there is none', () => {
  const told = withRefusal(planner, { error: 'access_denied', codes: [65_004] });
  expect(told).toBe(`${planner}&refused=AADSTS65004`);
  expect(read(told)).toBe('AADSTS65004');
  expect(read(withRefusal(planner, { error: 'consent_required' }))).toBe('consent_required');
  // The answer to the next question stands in the place of the last one.
  expect(read(withRefusal(told, { error: 'access_denied', codes: [90_094] }))).toBe('AADSTS90094');
});

test('an address that waits for no answer stays as it is, and nothing but a code is carried', () => {
  expect(withRefusal('/mail/inbox?asks=1', { error: 'access_denied' })).toBe('/mail/inbox?asks=1');
  expect(withRefusal(undefined, { error: 'access_denied' })).toBeUndefined();
  expect(withRefusal(planner, { error: 'Call 555-0100 now' })).toBe(planner);
  expect(withRefusal(planner, {})).toBe(planner);
  expect(read('/permissions/planner?refused=Call%20now')).toBeUndefined();
});
