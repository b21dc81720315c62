/** The answer of Microsoft's page against the attempt this tab began; sends its code, once, and reads nothing yet. */
import {
  authorizationCodeGrantRequest,
  customFetch,
  None,
  validateAuthResponse,
} from 'oauth4webapi';
import type { Cloud } from '#config/clouds.ts';
import { tap } from '#http/exchange-tap.ts';
import { send } from '#http/send.ts';
import { AuthError, type AuthErrorDetail, type AuthErrorKind } from '#auth/auth-error.ts';
import { authority, authorityOfTenant, type Authority } from '#auth/authority.ts';
import type { PendingSignIn } from '#auth/redirect/pending-sign-in.ts';
import { signInLifetime } from '#auth/redirect/sign-in-lifetime.ts';
import { sendForKeys } from './send-for-keys.ts';

/** What the address bar held when the document started; it has been removed from there already. */
export interface CallbackAnswer {
  /** Path of the document, base included. */
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** A code that has been sent, and what Entra says to it. */
export interface RedeemedCode {
  readonly response: Response;
  /** The keys' document, asked for beside the code, so that checking the signature costs no round trip of its own. */
  readonly keys: Promise<Response>;
  readonly authority: Authority;
  readonly pending: PendingSignIn;
  /** Milliseconds since 1970, from before the code was sent. */
  readonly askedAt: number;
}

export type RefusalContext = Pick<
  AuthErrorDetail,
  'returnTo' | 'isDeveloper' | 'resource' | 'scopes' | 'correlationId'
>;

/** What a server, or a check of its answer, refused. Put into words later, by code that a good answer does not need. */
export class SignInRefused extends Error {
  readonly endpoint: 'authorize' | 'token';
  readonly context: RefusalContext;

  constructor(endpoint: 'authorize' | 'token', context: SignInRefused['context'], cause: unknown) {
    super('', { cause });
    this.endpoint = endpoint;
    this.context = context;
  }
}

/**
 * Checks the answer and sends its code.
 *
 * The page has removed the pending record before this is called. A code that fails must not be tried again, and Reload,
 * Back and a second run of the same callback find nothing pending and stop.
 *
 * @param pending the attempt that the answer names, if this tab began it
 * @throws {SignInRefused} an answer that is not one to this tab's sign-in, a refusal of the authorize page, or no answer
 * at all
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2 (a code used twice MUST be denied)
 */
export async function redeemCode(
  answer: CallbackAnswer,
  pending: PendingSignIn | undefined,
  cloud: Cloud,
): Promise<RedeemedCode> {
  tap({ kind: 'arrived', at: Date.now(), path: answer.pathname + answer.search + answer.hash });
  // Whatever is wrong with an answer that names an attempt begun here: the person goes on to where that was to lead.
  const context = pending ? contextOf(pending) : {};
  const refuse: Refuse = (kind, message) =>
    new SignInRefused('authorize', context, new AuthError({ kind, message }));
  const parameters = readParameters(answer, refuse);
  if (!pending || pending.state !== parameters.get('state')) {
    throw refuse('unknown-sign-in', 'No such sign-in was begun here.');
  }
  if (Date.now() - pending.createdAt > signInLifetime) {
    throw refuse('sign-in-expired', 'The sign-in is older than 10 minutes.');
  }
  if (pending.cloud !== cloud.name || new URL(pending.redirectUri).pathname !== answer.pathname) {
    throw refuse('answer-refused', 'The answer came to another path.');
  }
  const server = authority(cloud, pending.tenant);
  let checked: URLSearchParams;
  try {
    checked = validateAuthResponse(
      withNamedIssuer(server, pending.tenant, parameters),
      { client_id: pending.clientId },
      parameters,
      pending.state,
    );
  } catch (cause) {
    throw new SignInRefused('authorize', context, cause);
  }
  const keys = sendForKeys(server.jwks_uri);
  keys.catch(() => undefined);
  const askedAt = Date.now();
  try {
    const response = await authorizationCodeGrantRequest(
      server,
      { client_id: pending.clientId },
      None(),
      checked,
      pending.redirectUri,
      pending.codeVerifier,
      {
        additionalParameters: { scope: pending.scope, claims: pending.claims },
        // Cast: the library types the init of its own fetch more narrowly than the platform does. No custom header:
        // the POST stays a simple request, which costs no preflight.
        [customFetch]: ((url: string, init: RequestInit) =>
          send(url, init, { cause: 'sign-in', stamp: 'query' })) as never,
      },
    );
    return { response, keys, authority: server, pending, askedAt };
  } catch (cause) {
    throw new SignInRefused('token', context, cause);
  }
}

/** What is known of a sign-in that comes to nothing: where it would have led, and what it asked for. */
export function contextOf({ returnTo, isDeveloper, resource, scope }: PendingSignIn) {
  return { returnTo, isDeveloper, resource: resource.identifier, scopes: scope.split(' ') };
}

type Refuse = (kind: AuthErrorKind, message: string) => SignInRefused;

function readParameters(answer: CallbackAnswer, refuse: Refuse): URLSearchParams {
  const query = new URLSearchParams(answer.search);
  if (['code', 'state', 'error', 'id_token'].some((name) => query.has(name))) {
    throw refuse('answer-refused', 'The answer came in the query.');
  }
  const parameters = new URLSearchParams(answer.hash.replace(/^#/, ''));
  for (const name of ['state', 'code', 'error', 'iss']) {
    if (parameters.getAll(name).length > 1) {
      throw refuse('answer-refused', `The answer has more than one ${name}.`);
    }
  }
  if (!parameters.get('state') || !(parameters.get('code') || parameters.get('error'))) {
    throw refuse('answer-refused', 'The answer is not whole.');
  }
  return parameters;
}

/**
 * Entra sends no `iss` today; should it begin to, it has to be this authority's (RFC 9207 section 2.4), whose template
 * is filled with the tenant that the answer names.
 */
function withNamedIssuer(
  server: Authority,
  tenant: string,
  parameters: URLSearchParams,
): Authority {
  const tid = /\/([0-9a-f-]{36})\/v2\.0$/.exec(parameters.get('iss') ?? '')?.[1];
  return authorityOfTenant(server, tenant, tid) ?? server;
}
