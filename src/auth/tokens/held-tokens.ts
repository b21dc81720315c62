/**
 * Everything secret of one signed-in person, in one place and in memory only. No other folder may import this file's
 * neighbours to reach it: what leaves `auth` are the facts that `session.ts` describes.
 */
import type { Resource } from '#config/clouds.ts';
import type { EntraJwk } from '#contract/entra.ts';
import { withNarrower } from '#auth/scope.ts';
import type { Grant } from '#auth/session.ts';
import type { ProvenClaims } from './id-token.ts';
import type { TokenOrigin } from './token-report.ts';
import type { TokenSet } from './token-set.ts';

export interface HeldTokens {
  /** Of the first id_token: whoever a later one is about has to be the same person. */
  readonly claims: ProvenClaims;
  /** The newest. */
  idToken: HeldIdToken;
  /** Empty once Entra has said that it is no longer good, or when none was given. */
  refreshToken: string | undefined;
  /** Fixed by the first answer: rotation does not move it (24 hours for browsers). Milliseconds since 1970. */
  readonly refreshTokenEndsAt: number;
  /** Milliseconds since 1970. */
  readonly signedInAt: number;
  rotations: number;
  rotatedAt: number | undefined;
  /** Chosen before the sign-in: only then is a token's text told to the page. */
  readonly isDeveloper: boolean;
  /** One access token per resource identifier. */
  readonly tokens: Map<string, TokenSet>;
}

export interface HeldIdToken {
  readonly text: string;
  /** Those that may sign for its issuer; one of them did. */
  readonly keys: readonly EntraJwk[];
  readonly cameBy: TokenOrigin;
  /** Milliseconds since 1970, from before it was asked for. */
  readonly gotAt: number;
}

export function tokenFor(held: HeldTokens, resource: Resource): TokenSet | undefined {
  return held.tokens.get(resource.identifier);
}

/** What may be known outside. */
export function grantsOf(held: HeldTokens): Grant[] {
  return [...held.tokens.values()].map(({ resource, scopes, expiresAt }) => ({
    resource: resource.identifier,
    scopes,
    covers: scopes.flatMap(withNarrower),
    // What the session's end leaves of it.
    expiresAt: Math.min(expiresAt, held.refreshTokenEndsAt),
  }));
}
