/** Answers what the page may know of the tokens that are held: decoded claims and plain facts, and texts only to developers. */
import { AuthError } from '#auth/auth-error.ts';
import { shortScope } from '#auth/scope.ts';
import type { HeldTokens } from './held-tokens.ts';
import type {
  AccessTokenFacts,
  IdTokenFacts,
  TextualToken,
  TokenPart,
  TokenReport,
} from './token-report.ts';
import type { TokenSet } from './token-set.ts';

export function tokenReport(held: HeldTokens | undefined): TokenReport {
  if (!held) return { accessTokens: [], idToken: undefined, refreshToken: undefined };
  return {
    accessTokens: [...held.tokens.values()].map((token) => accessTokenFacts(token, held)),
    idToken: idTokenFacts(held),
    refreshToken:
      held.refreshToken === undefined
        ? undefined
        : {
            since: held.signedInAt,
            endsAt: held.refreshTokenEndsAt,
            rotations: held.rotations,
            rotatedAt: held.rotatedAt,
          },
  };
}

/** @throws {AuthError} `configuration` outside a developer session, `sign-in-required` when no such token is held */
export function tokenText(held: HeldTokens | undefined, which: TextualToken): string {
  if (held && !held.isDeveloper) {
    throw new AuthError({
      kind: 'configuration',
      message: 'Only a developer session, chosen before signing in, shows the text of a token.',
    });
  }
  const text =
    which.kind === 'id-token' ? held?.idToken.text : held?.tokens.get(which.resource)?.accessToken;
  if (text === undefined) {
    throw new AuthError({ kind: 'sign-in-required', message: 'No such token is held.' });
  }
  return text;
}

function accessTokenFacts(token: TokenSet, held: HeldTokens): AccessTokenFacts {
  const parts = readParts(token.accessToken);
  return {
    resource: token.resource.identifier,
    title: token.resource.title,
    isOpaque: parts === undefined,
    header: parts?.header,
    claims: parts?.claims,
    cameBy: token.cameBy,
    gotAt: token.askedAt,
    asked: token.asked.map(shortScope),
    granted: token.scopes,
    renewedFrom: token.refreshAt,
    expiresAt: Math.min(token.expiresAt, held.refreshTokenEndsAt),
  };
}

function idTokenFacts({ idToken, claims: proven }: HeldTokens): IdTokenFacts | undefined {
  const parts = readParts(idToken.text);
  const key = idToken.keys.find(({ kid }) => kid === parts?.header['kid']);
  // Both are there: the token would not be held if its signature had not been checked with that key.
  if (!parts || !key) return undefined;
  return {
    ...parts,
    cameBy: idToken.cameBy,
    gotAt: idToken.gotAt,
    verification: {
      result: 'valid',
      // No other is let through.
      algorithm: 'RS256',
      keyId: key.kid,
      keyIssuer: key.issuer,
      issuer: proven.iss,
      audience: [proven.aud].flat().join(' '),
      nonceCompared: idToken.cameBy === 'code',
    },
  };
}

/** RFC 7519 section 7.2, without the signature. @returns undefined for a token that is no JWT */
function readParts(token: string): { header: TokenPart; claims: TokenPart } | undefined {
  const parts = token.split('.');
  const [header, claims] = parts.slice(0, 2).map(readObject);
  return parts.length === 3 && header && claims ? { header, claims } : undefined;
}

function readObject(part: string): TokenPart | undefined {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as TokenPart)
      : undefined;
  } catch {
    return undefined;
  }
}
