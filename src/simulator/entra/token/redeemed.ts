/** What a code or a refresh token brings to a token request, and what the two have in common. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { Platform, Registration } from '#simulator/entra/registrations.ts';
import type { Grant } from './claims.ts';

/** Of refresh tokens that are not a single-page application's: ninety days, anew with each. */
const confidentialLifetime = 90 * 24 * 60 * 60_000;

/** What a refresh token stands for: a person and a client; any resource may be asked for with it. */
export interface RefreshFacts extends Grant {
  readonly id: string;
  readonly clientId: string;
  readonly platform: Platform;
  readonly issuedAt: number;
  /** How often the person's tokens had been revoked when it was issued. */
  readonly revocations: number;
  /** Milliseconds; every token of the chain keeps it. */
  readonly endsAt: number;
  /** What was asked for when it was issued, which a request that names nothing means, too. */
  readonly scope: string;
}

export interface Redeemed {
  readonly grant: Grant;
  readonly platform: Platform;
  readonly endsAt: number;
  readonly scope: string;
  readonly refreshable: boolean;
  readonly nonce: string | undefined;
  readonly claims: string | undefined;
  readonly hasAge?: boolean;
}

/** Whether this caller may redeem what was sent to an address of that platform. */
export type CallerCheck = (platform: Platform) => Promise<void>;

/** Of a grant that says nothing: a credential points to an address of the kind `web`, else the first is as good a guess as any. */
export function platformOf({ redirectUris }: Registration, form: URLSearchParams): Platform {
  const proves = form.has('client_secret') || form.has('client_assertion');
  const isWeb = redirectUris.some(({ type }) => type === 'web');
  return proves && isWeb ? 'web' : (redirectUris[0]?.type ?? 'web');
}

/** A single-page application's end is fixed at the sign-in. */
export function lifetimeOf({ policies }: EntraContext, platform: Platform): number {
  return platform === 'spa' ? policies.refreshTokenLifetime * 1000 : confidentialLifetime;
}

export function malformed(): EntraRefusal {
  return new EntraRefusal(9002313, 'Invalid request. Request is malformed or invalid.');
}
