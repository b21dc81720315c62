/**
 * Asking an administrator to agree for everybody, and what comes back. The answer is a hint and no more: whoever makes a
 * link can make this one, so it moves nobody to another tenant or account, and what is granted is what a token says.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
import type { Cloud, CloudName, Resource } from '#config/clouds.ts';
import { isTenant } from '#config/settings.ts';
import type { AuthErrorDetail } from '#auth/auth-error.ts';
import { refusalFacts } from '#auth/refusals/refusal-facts.ts';
import { qualifiedScope } from '#auth/scope.ts';
import { signInLifetime } from './sign-in-lifetime.ts';

/** What must survive the trip: nothing secret but the state that its answer has to bring. */
export interface PendingAdminConsent {
  readonly state: string;
  readonly cloud: CloudName;
  readonly resource: Resource;
  readonly scopes: readonly string[];
  readonly returnTo: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export type AdminConsentOutcome =
  /** Microsoft's page says so; a token will show it. */
  | { readonly kind: 'said-granted'; readonly pending: PendingAdminConsent }
  | { readonly kind: 'refused'; readonly failure: AuthErrorDetail }
  /** It belongs to no question that this tab asked. */
  | { readonly kind: 'unknown' };

/** @param tenant id or domain; `organizations` takes its place when it is neither, `common` is refused there */
export function adminConsentRequest(
  cloud: Cloud,
  clientId: string,
  tenant: string,
  redirectUri: string,
  wanted: Pick<PendingAdminConsent, 'resource' | 'scopes' | 'returnTo'>,
): { readonly url: string; readonly pending: PendingAdminConsent } {
  const isOne = isTenant(tenant) && tenant !== 'common' && tenant !== 'consumers';
  const segment = isOne ? tenant : 'organizations';
  const pending = { ...wanted, state: randomState(), cloud: cloud.name, createdAt: Date.now() };
  const url = new URL(`${cloud.signInPages}/${segment}/v2.0/adminconsent`);
  const parameters = {
    client_id: clientId,
    scope: wanted.scopes.map((name) => qualifiedScope(cloud, wanted.resource, name)).join(' '),
    redirect_uri: redirectUri,
    state: pending.state,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, pending };
}

/**
 * @param search of the address: this answer comes in the query
 * @param cloud whose redirect path it came to
 * @param pending the question that the answer names, if this tab asked it
 */
export function readAdminConsent(
  search: string,
  cloud: string | undefined,
  pending: PendingAdminConsent | undefined,
): AdminConsentOutcome {
  const answer = new URLSearchParams(search);
  const isOurs =
    pending !== undefined &&
    pending.state === answer.get('state') &&
    pending.cloud === cloud &&
    Date.now() - pending.createdAt <= signInLifetime;
  const isWhole = ['admin_consent', 'error', 'state'].every(
    (name) => answer.getAll(name).length < 2,
  );
  if (!isOurs || !isWhole) return { kind: 'unknown' };
  const error = answer.get('error');
  // First: a refusal says `admin_consent=True` as well.
  if (error !== null) {
    const { returnTo, scopes, resource } = pending;
    const facts = refusalFacts({
      error,
      error_description: answer.get('error_description') ?? undefined,
    });
    const failure: AuthErrorDetail = {
      ...facts,
      kind: 'declined',
      message: facts.description ?? error,
      resource: resource.identifier,
      scopes,
      returnTo,
    };
    return { kind: 'refused', failure };
  }
  if (answer.get('admin_consent')?.toLowerCase() !== 'true') return { kind: 'unknown' };
  return { kind: 'said-granted', pending };
}

function randomState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
