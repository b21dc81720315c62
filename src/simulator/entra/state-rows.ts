/** What the directory remembers, row by row. */

/** One person signed in at one browser. */
export interface SessionAccount {
  /** Of the account at home: a guest is the same account here and there. */
  readonly oid: string;
  /** The `sid` claim: names this sign-in, not the browser. */
  readonly sid: string;
  /** Milliseconds since 1970. */
  readonly signedInAt: number;
  /** When a second factor was last shown. */
  readonly mfaAt?: number;
  /** When the terms of use were accepted. */
  readonly agreedAt?: number;
}

/** Consented scope names per resource. */
export type Consents = Readonly<Record<string, readonly string[]>>;

/** What one application was given: by one person, or by an administrator for a tenant (`principal` is then `undefined`). */
export interface KnownGrant {
  readonly clientId: string;
  readonly principal: string | undefined;
  readonly tenantId: string | undefined;
  readonly consents: Consents;
}

/** One thing that was issued; never its text. */
export interface Issued {
  readonly id: string;
  readonly kind: 'code' | 'access token' | 'refresh token';
  readonly clientId: string;
  /** Object id of the person, or nothing for an application's own token. */
  readonly oid?: string;
  readonly scope: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly endsAt: number;
  readonly used?: boolean;
}

/** Somebody asked an administrator for something on the approval page. */
export interface ApprovalRequest {
  readonly id: string;
  readonly clientId: string;
  readonly oid: string;
  readonly tenantId: string;
  readonly consents: Consents;
  readonly reason: string;
  readonly askedAt: number;
}

export interface Who {
  readonly oid: string;
  readonly tenantId: string;
}

/** Counted, not timed: a token issued in the same millisecond as a revocation is on one side of it. */
export interface Revocation {
  readonly count: number;
  /** `count` of the last one that reached the refresh tokens too. */
  readonly refreshTokens: number;
  /** The last one that reached them was a password that had run out. */
  readonly byPassword?: boolean;
  /** Of the last one; milliseconds since 1970. */
  readonly at: number;
}
