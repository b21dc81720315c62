import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { authority } from '#auth/authority.ts';
import type { PendingSignIn } from '#auth/redirect/pending-sign-in.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { SignInRefused } from './redeem-code.ts';

test('an answer that is refused says where from, what for, and where to go back to', async () => {
  const pending = {
    clientId: 'c',
    tenant: 'common',
    nonce: 'n',
    scope: 'openid Calendars.Read',
    returnTo: '/calendar',
    resource: clouds.global.graph,
  } as PendingSignIn;
  const refused = await completeSignIn({
    response: Response.json({ error: 'invalid_grant' }, { status: 400 }),
    keys: Promise.resolve(Response.json({ keys: [] })),
    authority: authority(clouds.global, 'common'),
    pending,
    askedAt: 0,
  }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(SignInRefused);
  expect(refused).toMatchObject({
    endpoint: 'token',
    context: {
      returnTo: '/calendar',
      resource: clouds.global.graph.identifier,
      scopes: ['openid', 'Calendars.Read'],
    },
    cause: { error: 'invalid_grant' },
  });
});
