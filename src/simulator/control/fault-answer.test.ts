import { expect, test } from 'vitest';
import { hosts } from '#simulator/browser.test-kit.ts';
import { createControlledTenant } from './controlled-tenant.ts';
import { controlOrigin } from './steered.ts';

const tenant = createControlledTenant({ hosts, clientRedirects: [], now: () => 1_790_000_000_000 });
const correlation = '1f0c2a3b-4d5e-4f60-8a7b-9c0d1e2f3a4b';

function tell(fault: object): Promise<Response> {
  const request = new Request(`${controlOrigin}/control/faults`, {
    method: 'POST',
    body: JSON.stringify(fault),
  });
  return tenant.fetch(request);
}

/** The one answer to this address when it is told to fail so. */
async function failing(url: string, status: number, more: object = {}): Promise<Response> {
  expect((await tell({ url, status, ...more })).status).toBe(204);
  const headers = { 'client-request-id': correlation };
  const answer = await tenant.fetch(new Request(url, { headers }));
  expect(answer.status).toBe(status);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  return answer;
}

test.each([
  ['/v1.0/me/messages', 403, 'ErrorAccessDenied'],
  ['/v1.0/me/messages', 404, 'ErrorItemNotFound'],
  ['/v1.0/me/drive/root', 403, 'accessDenied'],
  ['/v1.0/me/drive/root', 409, 'nameAlreadyExists'],
  ['/v1.0/users', 404, 'Request_ResourceNotFound'],
  ['/v1.0/me', 429, 'TooManyRequests'],
  ['/v1.0/me', 503, 'ServiceUnavailable'],
  ['/v1.0/me', 418, 'UnknownError'],
])('Graph at %s fails with %i in the words of its workload: %s', async (path, status, code) => {
  const answer = await failing(hosts.graph + path, status);
  expect(answer.headers.get('client-request-id')).toBe(correlation);
  expect(await answer.json()).toEqual({
    error: {
      code,
      message: expect.stringMatching(/./),
      innerError: {
        date: '2026-09-21T14:13:20',
        'request-id': answer.headers.get('request-id'),
        'client-request-id': correlation,
      },
    },
  });
});

test('a token that is told to be no good is refused with the challenge that clients read', async () => {
  const answer = await failing(`${hosts.graph}/v1.0/me`, 401);
  expect(answer.headers.get('www-authenticate')).toContain('authorization_uri=');
  const readable = answer.headers.get('access-control-expose-headers');
  expect(readable).toContain('WWW-Authenticate');
  expect(readable).toContain('x-ms-permissions-recommendations');
  expect(await answer.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
});

test.each([
  [400, 'invalid_request', 90023],
  [401, 'invalid_client', 7000215],
  [429, 'temporarily_unavailable', 90055],
  [500, 'server_error', 50000],
  [503, 'temporarily_unavailable', 90033],
])(
  'a token request fails with %i as %s, with what a support desk asks for',
  async (status, error, code) => {
    const answer = await failing(`${hosts.login}/common/oauth2/v2.0/token`, status);
    expect(await answer.json()).toMatchObject({
      error,
      error_codes: [code],
      error_description: expect.stringMatching(
        new RegExp(
          `^AADSTS${code}: .*\\r\\nTrace ID: .*\\r\\nCorrelation ID: ${correlation}\\r\\n`,
        ),
      ),
      correlation_id: correlation,
      timestamp: '2026-09-21 14:13:20Z',
    });
  },
);

test('where a person is looking there is a page', async () => {
  const answer = await failing(`${hosts.login}/common/oauth2/v2.0/authorize`, 503);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(await answer.text()).toContain('AADSTS90033');
});

test('the older services, the activity feed, SharePoint and an API of one’s own have forms of their own', async () => {
  const older = { error: { code: 'ServiceUnavailable', message: expect.any(String) } };
  const sharePoint = `https://northlight.${hosts.sharePointSuffix}`;
  const forms: readonly (readonly [string, object])[] = [
    [`${hosts.discovery}/discovery/v1.0/me/services`, older],
    [`${hosts.exchange}/api/v1.0/me/messages`, older],
    [`${sharePoint}/_api/v1.0/me/files`, older],
    [`${sharePoint}/_api/web`, { 'odata.error': { message: { lang: 'en-US' } } }],
    [
      `${hosts.management}/api/v1.0/x/activity/feed/subscriptions/list`,
      { error: { code: 'AF50000' } },
    ],
    [`${hosts.ownApi}/calibrations`, { type: 'about:blank', status: 503 }],
  ];
  for (const [url, form] of forms)
    expect(await (await failing(url, 503)).json()).toMatchObject(form);
  const refused = await failing(`${hosts.management}/api/v1.0/x/activity/feed/content`, 401);
  expect(await refused.json()).toHaveProperty('Message');
});

test('words that are told are said as they are, and an answer that is no failure has none', async () => {
  const told = await failing(`${hosts.graph}/v1.0/me`, 503, {
    body: '<p>busy</p>',
    headers: { 'content-type': 'text/html', 'retry-after': '2.128' },
  });
  expect(told.headers.get('content-type')).toBe('text/html');
  expect(told.headers.get('retry-after')).toBe('2.128');
  expect(await told.text()).toBe('<p>busy</p>');
  expect(await (await failing(`${hosts.graph}/v1.0/me`, 204)).text()).toBe('');
});

test('a status that no answer can have is not accepted', async () => {
  for (const status of [99, 700, '503', 404.5])
    expect((await tell({ url: '/v1.0/', status })).status).toBe(400);
});
