/** What the page may know of the tokens that the vault holds: plain facts, and nothing that opens a door. */

/** A JSON object out of a token, decoded. Without its signature it proves nothing to anybody. */
export type TokenPart = Readonly<Record<string, unknown>>;

interface TokenFacts {
  /** Of the JOSE header and of the claims; `undefined` for a token that only its API can read (personal accounts). */
  readonly header: TokenPart | undefined;
  readonly claims: TokenPart | undefined;
  /** Whether it came for a code or from a renewal. */
  readonly cameBy: TokenOrigin;
  /** Milliseconds since 1970, from before the request that brought it. */
  readonly gotAt: number;
}

export type TokenOrigin = 'code' | 'renewal';

export interface AccessTokenFacts extends TokenFacts {
  /** Resource identifier and what a person calls it. */
  readonly resource: string;
  readonly title: string;
  readonly isOpaque: boolean;
  /** Scopes without the resource prefix: as the token was asked for, and as the answer listed them. */
  readonly asked: readonly string[];
  readonly granted: readonly string[];
  /** Milliseconds since 1970: when a newer one is fetched ahead of need, and its end, or the session's if that is sooner. */
  readonly renewedFrom: number;
  readonly expiresAt: number;
}

export interface IdTokenFacts extends TokenFacts {
  /** What was checked before anybody was signed in; a token that fails is not held, so there is no other result. */
  readonly verification: {
    readonly result: 'valid';
    readonly algorithm: string;
    readonly keyId: string;
    /** As the key names it: Entra's template, or one tenant. */
    readonly keyIssuer: string;
    /** Compared with the token's, exactly. */
    readonly issuer: string;
    readonly audience: string;
    /** Of this sign-in; a renewal has none to compare, but has to be about the same person. */
    readonly nonceCompared: boolean;
  };
}

export interface RefreshTokenFacts {
  /** Milliseconds since 1970: the sign-in, and the end that no rotation moves. */
  readonly since: number;
  readonly endsAt: number;
  readonly rotations: number;
  /** Milliseconds since 1970. */
  readonly rotatedAt: number | undefined;
}

export interface TokenReport {
  readonly accessTokens: readonly AccessTokenFacts[];
  readonly idToken: IdTokenFacts | undefined;
  /** `undefined` when there is none, or Entra has said that it is no longer good. Its text is never shown. */
  readonly refreshToken: RefreshTokenFacts | undefined;
}

/** Whose text a developer session may ask for. There is no way to ask for the refresh token's. */
export type TextualToken =
  | { readonly kind: 'access-token'; readonly resource: string }
  | { readonly kind: 'id-token' };
