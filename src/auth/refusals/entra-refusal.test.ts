import { expect, test } from 'vitest';
import { signIn, tenantPerTest } from '#auth/flow/tenant.test-kit.ts';

const tenant = tenantPerTest();
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const forSupport = {
  traceId: expect.stringMatching(guid),
  correlationId: expect.stringMatching(guid),
  timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
};

test('what a support desk asks for is kept when the page refuses, which says it in its sentence only', async () => {
  const { vault } = await signIn(tenant, { decline: true });
  expect(vault.session.get()).toMatchObject({
    kind: 'failed',
    failure: { kind: 'declined', error: 'access_denied', codes: [65004], ...forSupport },
  });
});

test('what a support desk asks for is kept when the token endpoint refuses', async () => {
  tenant.fault = (request) => {
    if (request.url.includes('/token')) tenant.ahead = 11 * 60_000;
    return undefined;
  };
  const { vault } = await signIn(tenant);
  expect(vault.session.get()).toMatchObject({
    kind: 'failed',
    failure: { kind: 'sign-in-expired', error: 'invalid_grant', codes: [70008], ...forSupport },
  });
});

test('a long sentence is cut, and what stands at its end is kept all the same', async () => {
  const id = '3c5f0b52-6d0e-4b7e-9f43-0d3f6a1b2c4d';
  const text = `AADSTS50011: ${'x'.repeat(5000)}\r\nTrace ID: ${id}\r\nTimestamp: 2026-11-20 10:11:12Z`;
  tenant.fault = (request) =>
    request.url.includes('/token')
      ? Response.json({ error: 'invalid_request', error_description: text }, { status: 400 })
      : undefined;
  const { vault } = await signIn(tenant);
  const session = vault.session.get();
  const failure = session.kind === 'failed' ? session.failure : undefined;
  expect(failure).toMatchObject({
    kind: 'configuration',
    codes: [50011],
    traceId: id,
    timestamp: '2026-11-20 10:11:12Z',
  });
  expect(failure?.description).toHaveLength(600);
});

const sent = { correlationId: expect.stringMatching(guid), timestamp: expect.stringMatching(/Z$/) };

/** What the token request was stamped with, and what became of the sign-in that got this answer. */
async function refusedWith(answer: () => Response) {
  let stamped: string | null = null;
  tenant.fault = ({ url }) => {
    if (!url.includes('/token')) return undefined;
    stamped = new URL(url).searchParams.get('client-request-id');
    return answer();
  };
  const { vault } = await signIn(tenant);
  const session = vault.session.get();
  expect(stamped).toMatch(guid);
  return { stamped, failure: session.kind === 'failed' ? session.failure : undefined };
}

test.each([
  ['a page of a proxy', () => new Response('<html>busy</html>', { status: 503 }), 'unavailable'],
  ['nothing that can be read', () => new Response('{"access_'), 'answer-refused'],
  ['a refusal without ids', () => Response.json({ error: 'x' }, { status: 400 }), 'configuration'],
  ['no id_token', () => Response.json({ access_token: 'a', token_type: 'Bearer' }), undefined],
])(
  '%s says nothing to a support desk, so the request can be found by what was sent',
  async (_, answer, kind) => {
    const { stamped, failure } = await refusedWith(answer);
    expect(failure).toMatchObject({ ...(kind && { kind }), ...sent, correlationId: stamped });
  },
);

test('an answer that is not Entra’s is told by its status', async () => {
  const { failure } = await refusedWith(() => new Response('<html>busy</html>', { status: 503 }));
  expect(failure?.message).toBe('Status 503, and no answer in Entra’s form.');
  expect(failure?.status).toBe(503);
});
