/**
 * The authorize endpoint: checks the request in Entra's order (the first failure wins), finds out who is signing in, and
 * answers with a page, a refusal or a code. An unknown client or redirect URI is answered with a page and never
 * redirected: the address may be an attacker's (RFC 6749 section 4.1.2.1).
 */
import {
  checkAudience,
  findAuthority,
  findClient,
  missing,
  type Authority,
  type EntraContext,
} from '#simulator/entra/directory.ts';
import { EntraRefusal, isGuid } from '#simulator/entra/errors.ts';
import {
  registeredRedirect,
  type Platform,
  type Registration,
} from '#simulator/entra/registrations.ts';
import { readScopes, type AskedScope } from '#simulator/entra/scopes.ts';

/** A request that passed every check that does not depend on the person. */
export interface SignInRequest extends ReturnAddress {
  readonly authority: Authority;
  readonly asked: readonly AskedScope[];
  /** Only a single-page application has to send one. */
  readonly challenge: string | undefined;
  readonly prompt: string;
  readonly parameters: URLSearchParams;
}

/** Where an answer may be sent, known before the rest is checked: later refusals go there. */
export interface ReturnAddress {
  readonly client: Registration;
  readonly redirectUri: string;
  readonly platform: Platform;
  readonly responseMode: 'query' | 'fragment' | 'form_post';
  readonly state: string | undefined;
}

/** No figure is published; somebody's request of 7,089 characters is the shortest known to have been refused. */
const longestQuery = 7000;

/** @throws {EntraRefusal} for what must be shown on a page of Entra's own */
export function readReturnAddress(
  context: EntraContext,
  segment: string,
  parameters: URLSearchParams,
): { authority: Authority; address: ReturnAddress } {
  const authority = findAuthority(segment);
  const client = findClient(context, parameters.get('client_id'), authority);
  if (parameters.toString().length > longestQuery)
    throw new EntraRefusal(90015, 'Requested query string is too long.');
  const redirectUri = parameters.get('redirect_uri');
  if (!redirectUri) throw missing('redirect_uri');
  if (client.redirectUris.length === 0)
    throw new EntraRefusal(500113, 'No reply address is registered for the application.');
  const registered = registeredRedirect(client, redirectUri);
  if (!registered)
    throw new EntraRefusal(
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${client.clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
    );
  return {
    authority,
    address: {
      client,
      redirectUri,
      platform: registered.type,
      responseMode: responseModeOf(parameters, registered.type),
      // Entra strips HTML from `state`.
      state: parameters.get('state')?.replace(/<[^>]*>/g, ''),
    },
  };
}

/** @throws {EntraRefusal} for what is sent back to the application */
export async function readSignInRequest(
  context: EntraContext,
  authority: Authority,
  address: ReturnAddress,
  parameters: URLSearchParams,
): Promise<SignInRequest> {
  const repeated = [...parameters.keys()].find((name) => parameters.getAll(name).length > 1);
  if (repeated)
    throw new EntraRefusal(
      90023,
      `The request contains the parameter '${repeated}' more than once.`,
    );
  const responseType = parameters.get('response_type');
  if (!responseType) throw missing('response_type');
  if (responseType !== 'code')
    throw new EntraRefusal(
      700054,
      `response_type '${responseType}' is not enabled for the application.`,
    );
  const mode = parameters.get('response_mode');
  if (mode === 'form_post' && address.platform === 'spa')
    throw new EntraRefusal(
      70007,
      "'form_post' is not a supported value of 'response_mode' for a single-page application, which cannot be posted to. Use 'fragment' or 'query'.",
    );
  if (mode !== null && !isResponseMode(mode))
    throw new EntraRefusal(70007, `'${mode}' is not a supported value of 'response_mode'.`);
  const challenge = readChallenge(parameters, address);
  const directory = { resources: context.resources, client: address.client };
  const asked = await readScopes(parameters.get('scope') ?? '', directory);
  if (asked.length === 0) throw missing('scope');
  checkAudience(address.client, authority);
  const prompt = parameters.get('prompt') ?? '';
  checkPrompt(prompt, parameters);
  return { ...address, authority, asked, challenge, prompt, parameters };
}

function readChallenge(
  parameters: URLSearchParams,
  { platform }: ReturnAddress,
): string | undefined {
  const challenge = parameters.get('code_challenge');
  if (!challenge) {
    if (platform !== 'spa') return undefined;
    throw new EntraRefusal(
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  }
  if (parameters.get('code_challenge_method') !== 'S256')
    throw new EntraRefusal(50147, "The 'code_challenge_method' must be 'S256'.");
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge))
    throw new EntraRefusal(
      501491,
      'Invalid size of Code_Challenge parameter. It must be 43 characters for the S256 method.',
    );
  return challenge;
}

function checkPrompt(prompt: string, parameters: URLSearchParams): void {
  if (!['', 'none', 'login', 'consent', 'select_account', 'create'].includes(prompt))
    throw new EntraRefusal(90023, `Unsupported 'prompt' value.`);
  if (prompt === 'none' && parameters.has('sid') && !isGuid(parameters.get('sid') ?? ''))
    throw new EntraRefusal(90007, "Bad request. The passed session ID can't be parsed.");
  if (prompt === 'select_account' && parameters.has('login_hint'))
    throw new EntraRefusal(
      90005,
      'Unable to complete request. The provided parameters are invalid: login_hint parameter cannot be used with select_account.',
    );
}

const responseModes = ['query', 'fragment', 'form_post'] as const;
type ResponseMode = (typeof responseModes)[number];

function isResponseMode(mode: string): mode is ResponseMode {
  return responseModes.includes(mode as ResponseMode);
}

/** Where a refusal of the mode itself can be sent, too. */
function responseModeOf(parameters: URLSearchParams, platform: Platform): ResponseMode {
  const mode = parameters.get('response_mode') ?? '';
  return isResponseMode(mode) && !(mode === 'form_post' && platform === 'spa') ? mode : 'query';
}

/** The answer to the application, in the way it asked for. */
export async function redirectBack(
  address: Pick<ReturnAddress, 'redirectUri' | 'responseMode' | 'state'>,
  answer: Readonly<Record<string, string | undefined>>,
): Promise<Response> {
  const { redirectUri, responseMode, state } = address;
  const query = new URLSearchParams();
  // In Entra's order: a client that cuts the address in pieces has the empty fragment in the last of them.
  const { session_state: session, ...said } = answer;
  for (const [name, value] of Object.entries({ ...said, state, session_state: session }))
    if (value !== undefined) query.set(name, value);
  if (responseMode === 'form_post') {
    const { answerByPost } = await import('./form-post.ts');
    return answerByPost(redirectUri, query);
  }
  // An address without a path goes back with one, as Entra has it.
  const target = redirectUri.replace(/^https?:\/\/[^/?]+$/, '$&/');
  const separator = responseMode === 'fragment' ? '#' : redirectUri.includes('?') ? '&' : '?';
  // With `query`, Entra appends an empty fragment, so that an old one cannot travel along.
  const tail = responseMode === 'query' ? '#' : '';
  return new Response(null, {
    status: 302,
    headers: {
      location: `${target}${separator}${query.toString()}${tail}`,
      'cache-control': 'no-store, no-cache',
    },
  });
}
