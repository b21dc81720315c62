import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { covers, isDue, isUsable, tokenSet } from './token-set.ts';

const { graph } = clouds.global;
const askedAt = 1_700_000_000_000;
const minute = 60_000;
/** Says of itself that it was made five minutes before it was asked for, as Entra's do. */
const claims = { iat: askedAt / 1000 - 300, exp: askedAt / 1000 + 9_999 };
const accessToken = `e30.${btoa(JSON.stringify(claims))}.x`;

function token(answer: object = {}, asked: readonly string[] = ['Mail.Read']) {
  return tokenSet(
    graph,
    { access_token: accessToken, token_type: 'bearer', expires_in: 3600, ...answer } as never,
    asked,
    askedAt,
    'code',
  );
}

test('a token’s life is counted from before it was asked for, by what the answer says and not by what it says itself', () => {
  expect(token().expiresAt).toBe(askedAt + 60 * minute);
  expect(token({ expires_in: 90 }).expiresAt).toBe(askedAt + 1.5 * minute);
  expect(token({ expires_in: undefined }).expiresAt).toBe(askedAt);
  expect(token()).toMatchObject({ resource: graph, accessToken, askedAt, cameBy: 'code' });
});

test('it is used until its last minute, and not when it comes from the future', () => {
  const { expiresAt } = token();
  expect(isUsable(token(), expiresAt - minute - 1)).toBe(true);
  expect(isUsable(token(), expiresAt - minute)).toBe(false);
  expect(isUsable(token(), askedAt - minute)).toBe(true);
  expect(isUsable(token(), askedAt - minute - 1)).toBe(false);
});

test('it is due from its time on, and whenever it is of no use', () => {
  const one = token({ refresh_in: 600 });
  expect(one.refreshAt).toBeGreaterThanOrEqual(askedAt + 9 * minute);
  expect(one.refreshAt).toBeLessThanOrEqual(askedAt + 11 * minute);
  expect(isDue(one, one.refreshAt - 1)).toBe(false);
  expect(isDue(one, one.refreshAt)).toBe(true);
  expect(isDue(one, askedAt - minute - 1)).toBe(true);
  expect(isDue({ ...one, refreshAt: Number.POSITIVE_INFINITY }, one.expiresAt)).toBe(true);
});

test('what it can do is what the answer says, or what was asked when it says nothing', () => {
  expect(token({ scope: 'User.Read https://graph.microsoft.com/Mail.Read' }).scopes).toEqual([
    'User.Read',
    'Mail.Read',
  ]);
  expect(token().scopes).toEqual(['Mail.Read']);
  expect(covers(token(), ['mail.read', 'openid'])).toBe(true);
  expect(covers(token(), ['Mail.Read', 'Contacts.Read'])).toBe(false);
});

test('it is renewed with what was granted, and the whole with the whole', () => {
  expect(token({ scope: 'openid profile User.Read' }).renewedWith).toEqual(['User.Read']);
  const whole = ['openid', 'https://graph.microsoft.com/.default'];
  expect(token({ scope: 'User.Read' }, whole)).toMatchObject({
    renewedWith: ['.default'],
    asked: whole,
  });
});
