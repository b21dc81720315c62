/**
 * Requests that are not the person's: without any token of theirs, to see what an API and its preflight say, and as an
 * application that proves itself, in the simulated world. What such a token is stays here, apart from the session.
 */
import type { Cloud, Resource } from '#config/clouds.ts';
import { send } from '#http/send.ts';
import { authority, isTenantId } from './authority.ts';
import { AuthError } from './auth-error.ts';
import { refuseElsewhere, sendWithToken } from './send-with-token.ts';
import type { ApartAnswer, ApartDeed, AuthorizedRequest } from './vault.ts';

/** One at most; a document that ends, or a screen that is left, ends it. */
let held: { readonly accessToken: string; readonly resource: string } | undefined;

/** No API takes it; a browser asks the API's leave for it as for a true one. */
const noToken = { accessToken: 'none', scopes: [] };

/** @throws {AuthError | NetworkError} `configuration` for what this world does not do */
export async function sendApart(
  cloud: Cloud,
  ownApis: readonly Resource[],
  deed: ApartDeed,
  signal: AbortSignal,
): Promise<ApartAnswer> {
  switch (deed.kind) {
    case 'without-token':
      refuseElsewhere(cloud, deed.request, ownApis);
      return sendWithToken({ ...deed.request, cause: 'person' }, noToken, signal);
    case 'prove':
      return prove(cloud, deed, signal);
    case 'as-application':
      return asApplication(cloud, ownApis, deed.request, signal);
    case 'forget':
      held = undefined;
      return { status: 204, headers: {}, body: new ArrayBuffer(0) };
  }
}

/** RFC 6749 section 4.4 with RFC 7523 section 2.2: the answer goes to the page without its token. */
async function prove(
  cloud: Cloud,
  { tenant, clientId, assertion, resource }: Extract<ApartDeed, { kind: 'prove' }>,
  signal: AbortSignal,
): Promise<ApartAnswer> {
  onlySimulated(cloud);
  if (!isTenantId(tenant)) throw refusal('An application asks one tenant, by its id.');
  const body = new URLSearchParams({
    client_id: clientId,
    grant_type: 'client_credentials',
    scope: `${resource.identifier}/.default`,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  held = undefined;
  const response = await send(
    authority(cloud, tenant).token_endpoint,
    { method: 'POST', body },
    { cause: 'person', stamp: 'query', signal },
  );
  const { access_token: accessToken, ...rest } = (await response.json()) as Record<string, unknown>;
  const told: Record<string, unknown> = { ...rest };
  if (typeof accessToken === 'string') {
    held = { accessToken, resource: resource.identifier };
    told['claims'] = claimsOf(accessToken);
  }
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new TextEncoder().encode(JSON.stringify(told)).buffer,
  };
}

async function asApplication(
  cloud: Cloud,
  ownApis: readonly Resource[],
  request: AuthorizedRequest,
  signal: AbortSignal,
): Promise<ApartAnswer> {
  onlySimulated(cloud);
  refuseElsewhere(cloud, request, ownApis);
  if (held?.resource !== request.resource.identifier)
    throw refusal('The application has no token for that resource.');
  const token = { accessToken: held.accessToken, scopes: [] };
  return sendWithToken({ ...request, cause: 'person' }, token, signal);
}

/** @throws {AuthError} `configuration` */
function onlySimulated(cloud: Cloud): void {
  if (cloud.name !== 'simulated')
    throw refusal('Microsoft takes no credential of an application from a browser.');
}

function refusal(message: string): AuthError {
  return new AuthError({ kind: 'configuration', message });
}

/** Of a token that came from the endpoint itself; RFC 7519 section 7.2. */
function claimsOf(token: string): unknown {
  const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(part), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
