import { expect, test } from 'vitest';
import type { GraphErrorBody, LicenseDetails, User } from '#contract/graph.ts';
import { graphRoutes } from './graph-routes.ts';
import {
  adele,
  administrator,
  graphAs,
  graphHost,
  json,
  personWho,
  testContext,
  withoutMailbox,
} from './graph-test-client.ts';

const requestId = '3c5f0b52-6d0e-4b7e-9f43-0d3f6a1b2c4d';

test.each([
  ['missing', 'Access token is empty.'],
  ['expired', 'Lifetime validation failed, the token is expired.'],
  ['invalid', 'Access token validation failure. Invalid audience.'],
] as const)(
  'a token that is %s gets a 401 that says where to sign in',
  async (refusal, message) => {
    for (const path of ['/me', '/me/messages', '/me/photo/$value', '/no/such/thing']) {
      const response = await graphAs({ refusal })(path);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe(
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
      );
      const { error } = await json<GraphErrorBody>(response);
      expect([error.code, error.message]).toEqual(['InvalidAuthenticationToken', message]);
    }
  },
);

test('the token is checked for Graph as its audience', async () => {
  const asked: string[] = [];
  const context = testContext();
  const app = graphRoutes({
    ...context,
    checkToken: async (request, resource) => {
      asked.push(resource);
      return context.checkToken(request, resource);
    },
  });
  await app.fetch(new Request(`${graphHost}/v1.0/me`));
  expect(asked).toEqual([graphHost]);
});

test.each([
  ['/me/messages', 'ErrorAccessDenied'],
  ['/me/mailFolders/inbox', 'ErrorAccessDenied'],
  ['/me/contacts', 'ErrorAccessDenied'],
  ['/me/calendars', 'ErrorAccessDenied'],
  ['/me/people', 'ErrorAccessDenied'],
  ['/me/drive', 'accessDenied'],
  ['/sites/root', 'accessDenied'],
  ['/me/joinedTeams', 'Forbidden'],
  ['/me/planner/tasks', ''],
  ['/admin/serviceAnnouncement/healthOverviews', 'Authorization_RequestDenied'],
])('%s without its scope is refused in the words of its own service', async (path, code) => {
  const response = await graphAs({ scopes: ['User.Read'] })(path);
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ error: { code } });
});

test('the directory refuses a token that carries mail scopes only', async () => {
  const response = await graphAs({ scopes: ['Mail.Read'] })('/me');
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ error: { code: 'Authorization_RequestDenied' } });
});

test('the scope for service health is worth nothing without the role', async () => {
  const path = '/admin/serviceAnnouncement/healthOverviews';
  expect((await graphAs({ person: adele })(path)).status).toBe(403);
  expect((await graphAs({ person: administrator })(path)).status).toBe(200);
});

test.each(['/me/messages', '/me/mailFolders', '/me/contacts', '/me/calendars', '/me/todo/lists'])(
  'a person without a mailbox is told so at %s',
  async (path) => {
    const response = await graphAs({ person: withoutMailbox })(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { code: 'MailboxNotEnabledForRESTAPI' },
    });
  },
);

test('a person without a mailbox has no mail address and no picture, but a profile', async () => {
  const ask = graphAs({ person: withoutMailbox });
  expect((await json<User>(ask('/me'))).mail).toBeNull();
  for (const path of ['/me/photo', '/me/photo/$value', '/me/photos/48x48/$value']) {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'ImageNotFound' } });
  }
});

test('a person without OneDrive is told so', async () => {
  const person = personWho(({ servicePlans }) => servicePlans.length === 0);
  const response = await graphAs({ person })('/me/drive');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: 'ResourceNotFound' } });
});

test('the profile has the default members, others when named, and nothing that was not named', async () => {
  const ask = graphAs();
  const { '@odata.context': context, ...members } = await json<Record<string, unknown>>(ask('/me'));
  expect(context).toBe(`${graphHost}/v1.0/$metadata#users/$entity`);
  expect(Object.keys(members).sort()).toEqual([
    'businessPhones',
    'displayName',
    'givenName',
    'id',
    'jobTitle',
    'mail',
    'mobilePhone',
    'officeLocation',
    'preferredLanguage',
    'surname',
    'userPrincipalName',
  ]);
  const named = await json<Record<string, unknown>>(ask('/me?$select=city,displayName'));
  expect(Object.keys(named).sort()).toEqual(['@odata.context', 'city', 'displayName']);
  expect((await ask('/me?$select=shoeSize')).status).toBe(400);
});

test('pictures are real images of the size asked for', async () => {
  const ask = graphAs();
  for (const size of [48, 96, 240]) {
    const response = await ask(`/me/photos/${size}x${size}/$value`);
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = new DataView(await response.arrayBuffer());
    expect(bytes.getUint32(0)).toBe(0x89504e47);
    expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([size, size]);
  }
  expect((await ask('/me/photos/47x47/$value')).status).toBe(404);
});

test('licences tell a mailbox apart from the foundation that is none', async () => {
  const plansOf = async (ask: ReturnType<typeof graphAs>) => {
    const { value } = await json<{ value: LicenseDetails[] }>(ask('/me/licenseDetails'));
    return value.flatMap(({ servicePlans = [] }) =>
      servicePlans.map(({ servicePlanName }) => servicePlanName),
    );
  };
  expect(await plansOf(graphAs())).toContain('EXCHANGE_S_ENTERPRISE');
  const plans = await plansOf(graphAs({ person: withoutMailbox }));
  expect(plans).toContain('EXCHANGE_S_FOUNDATION');
  expect(plans).not.toContain('EXCHANGE_S_ENTERPRISE');
});

test('answers carry the ids, the version and what a page of another origin may read', async () => {
  const { headers } = await graphAs()('/me', {
    headers: { origin: 'https://app.example', 'client-request-id': requestId },
  });
  expect(headers.get('content-type')).toContain('application/json;odata.metadata=minimal');
  expect(headers.get('odata-version')).toBe('4.0');
  expect(headers.get('client-request-id')).toBe(requestId);
  expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  const readable = (headers.get('access-control-expose-headers') ?? '').toLowerCase().split(', ');
  expect(readable).toContain('retry-after');
  expect(readable).not.toContain('date');
});

test('a refusal carries the same ids in its body, with the time in UTC and no zone', async () => {
  const response = await graphAs()('/me/nothing', { headers: { 'client-request-id': requestId } });
  const { error } = await json<GraphErrorBody>(response);
  expect(error.innerError).toEqual({
    date: '2026-11-20T14:30:00',
    'request-id': response.headers.get('request-id'),
    'client-request-id': requestId,
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test('a preflight is answered without a token and may be remembered', async () => {
  const response = await graphAs({ refusal: 'missing' })('/me/messages', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization,client-request-id,prefer',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-headers')).toBe(
    'authorization,client-request-id,prefer',
  );
  expect(Number(response.headers.get('access-control-max-age'))).toBeGreaterThan(0);
});

test('the mailbox of somebody else is closed, that of nobody is no mailbox', async () => {
  const ask = graphAs({ scopes: ['Mail.Read'] });
  const closed = await ask(`/users/${administrator.userPrincipalName}/messages`);
  expect([closed.status, await closed.json()]).toMatchObject([
    403,
    { error: { code: 'ErrorAccessDenied' } },
  ]);
  const unknown = await ask('/users/nobody@northlight.example/mailFolders/inbox/messages');
  expect([unknown.status, await unknown.json()]).toMatchObject([
    404,
    {
      error: {
        code: 'ErrorInvalidUser',
        message: "The requested user 'nobody@northlight.example' is invalid.",
      },
    },
  ]);
});
