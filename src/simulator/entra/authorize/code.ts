/** The authorization code: what it stands for, and the way back to the application. */
import { accountOf, type EntraContext } from '#simulator/entra/directory.ts';
import { cloudNames } from '#simulator/entra/metadata.ts';
import type { Platform } from '#simulator/entra/registrations.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';
import type { SessionAccount } from '#simulator/entra/state-rows.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { redirectBack, type SignInRequest } from './request.ts';

export const codeLifetime = 10 * 60_000;

/** What an authorization code stands for (RFC 6749 section 4.1.2, RFC 7636 section 4.4). */
export interface CodeFacts {
  readonly id: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly platform: Platform;
  /** Tenant segment of the path: a code is redeemed where it was issued. */
  readonly segment: string;
  readonly challenge: string | undefined;
  /** Of the account at home. */
  readonly oid: string;
  readonly sid: string;
  readonly signedInAt: number;
  readonly mfaAt: number | undefined;
  readonly agreedAt: number | undefined;
  readonly issuedAt: number;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly claims: string | undefined;
  /** The request set a `max_age`, so the id_token says when the sign-in was. */
  readonly hasAge: boolean;
}

export async function issueCode(
  context: EntraContext,
  request: SignInRequest,
  account: SessionAccount,
  person: Person,
): Promise<Response> {
  const { parameters } = request;
  const facts: CodeFacts = {
    id: crypto.randomUUID(),
    clientId: request.client.clientId,
    redirectUri: request.redirectUri,
    platform: request.platform,
    segment: request.authority.segment.toLowerCase(),
    challenge: request.challenge,
    oid: account.oid,
    sid: account.sid,
    signedInAt: account.signedInAt,
    mfaAt: account.mfaAt,
    agreedAt: account.agreedAt,
    issuedAt: context.now(),
    scope: parameters.get('scope') ?? '',
    nonce: parameters.get('nonce') ?? undefined,
    claims: parameters.get('claims') ?? undefined,
    hasAge: parameters.has('max_age'),
  };
  await context.state.remember([
    {
      id: facts.id,
      kind: 'code',
      clientId: facts.clientId,
      oid: person.oid,
      scope: facts.scope,
      issuedAt: facts.issuedAt,
      endsAt: facts.issuedAt + codeLifetime,
    },
  ]);
  return redirectBack(request, {
    code: await context.sealer.seal('code', facts),
    // A client that may have come to another cloud than the person's goes on there.
    ...(parameters.get('instance_aware') === 'true'
      ? {
          ...cloudNames(context.hosts),
          cloud_instance_host_name: new URL(context.hosts.login).host,
        }
      : {}),
    ...(parameters.get('client_info') === '1' ? { client_info: clientInfo(person) } : {}),
    session_state: account.sid,
  });
}

/** Object id and tenant of the account's home, which is how MSAL names accounts. */
export function clientInfo(person: Person): string {
  const facts = { uid: accountOf(person), utid: person.home?.tenantId ?? person.tenantId };
  return toBase64Url(new TextEncoder().encode(JSON.stringify(facts)));
}
