import { expect, test } from 'vitest';
import { createControlledTenant } from '#simulator/control/controlled-tenant.ts';
import { tellTenant } from './control-api.ts';
import { failures, faultFor } from './faults.ts';

const metadata = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';

function tenant() {
  const at = 'https://graph.microsoft.com';
  return createControlledTenant({
    hosts: {
      login: 'https://login.microsoftonline.com',
      signInPages: 'https://login.microsoftonline.com',
      graph: at,
      discovery: 'https://api.office.com',
      exchange: 'https://outlook.office365.com',
      management: 'https://manage.office.com',
      sharePointSuffix: 'sharepoint.com',
      ownApi: 'https://api.northlight.example',
    },
    clientRedirects: [],
  });
}

test.each(Object.keys(failures).filter((name) => /^\d/.test(name)))(
  'the tenant follows: %s, as often as told, in the form of whoever is asked',
  async (failure) => {
    const world = tenant();
    const fetch = (request: Request) => world.fetch(request);
    await tellTenant(fetch, 'POST', 'faults', faultFor('/openid-configuration', failure, 2));
    for (const _ of [1, 2]) {
      const answer = await fetch(new Request(metadata));
      expect(answer.status).toBe(Number(failure));
      expect(await answer.json()).toMatchObject({ error_codes: [expect.any(Number)] });
    }
    expect((await fetch(new Request(metadata))).status).toBe(200);
    await tellTenant(fetch, 'POST', 'faults', faultFor('/v1.0/', failure, 1));
    const graph = await fetch(new Request('https://graph.microsoft.com/v1.0/me/messages'));
    expect(graph.status).toBe(Number(failure));
    expect(await graph.json()).toMatchObject({ error: { code: expect.stringMatching(/^\w+$/) } });
  },
);

test('Entra refuses with the number it is told', async () => {
  const world = tenant();
  const fetch = (request: Request) => world.fetch(request);
  const token = 'https://login.microsoftonline.com/common/oauth2/v2.0/token';
  await tellTenant(fetch, 'POST', 'faults', faultFor('/oauth2/v2.0/token', 'entra', 1));
  const answer = await fetch(
    new Request(token, { method: 'POST', body: new URLSearchParams({ grant_type: 'x' }) }),
  );
  expect(await answer.json()).toMatchObject({ error_codes: [90_033] });
});

test('a connection that breaks is no answer', async () => {
  const world = tenant();
  const fetch = (request: Request) => world.fetch(request);
  await tellTenant(fetch, 'POST', 'faults', faultFor('/openid-configuration', 'drop', 1));
  await expect(fetch(new Request(metadata))).rejects.toThrow('Dropped as told.');
});

test.each([
  ['429', '3', /Retry-After/],
  ['decimal', '2.5', /Retry-After/],
  ['hidden', '3', /^request-id$/],
])(
  'too many requests (%s): Retry-After is %s, and a page may read %s',
  async (name, wait, seen) => {
    const world = tenant();
    const fetch = (request: Request) => world.fetch(request);
    await tellTenant(fetch, 'POST', 'faults', faultFor('/me/messages', name, 1));
    const answer = await fetch(new Request('https://graph.microsoft.com/v1.0/me/messages'));
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe(wait);
    expect(answer.headers.get('access-control-expose-headers')).toMatch(seen);
  },
);
