/** Takes a JWT apart (RFC 7519 section 7.2). Reads only: what is in it proves nothing before its signature is checked. */

export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Characters of the three parts, for the eye. */
  readonly lengths: readonly [header: number, claims: number, signature: number];
}

export type JwtReading =
  | { readonly kind: 'jwt'; readonly jwt: DecodedJwt }
  /** Five parts: encrypted (RFC 7516); only its API reads it. */
  | { readonly kind: 'encrypted'; readonly header: Readonly<Record<string, unknown>> | undefined }
  /** Personal accounts' access tokens, refresh tokens and codes: of no form that anybody else reads. */
  | { readonly kind: 'opaque' }
  | { readonly kind: 'broken'; readonly why: string };

/** @param text a token, also with `Bearer` in front, in quotes, or broken over lines */
export function decodeJwt(text: string): JwtReading {
  const token = tokenIn(text);
  const parts = token.split('.');
  if (parts.length === 5) return { kind: 'encrypted', header: readObject(parts[0] ?? '') };
  if (parts.length !== 3) {
    return token.startsWith('ey')
      ? {
          kind: 'broken',
          why: `A JWT has three parts; this has ${parts.length}. Was all of it copied?`,
        }
      : { kind: 'opaque' };
  }
  const [first = '', second = '', third = ''] = parts;
  const header = readObject(first);
  if (!header) return { kind: 'broken', why: 'The first part is no JSON object in base64url.' };
  const claims = readObject(second);
  if (!claims) return { kind: 'broken', why: 'The second part is no JSON object in base64url.' };
  return {
    kind: 'jwt',
    jwt: { header, claims, lengths: [first.length, second.length, third.length] },
  };
}

/** What was copied around it, taken off. */
export function tokenIn(text: string): string {
  return text
    .replace(
      /^[\s"'{]*(?:authorization\s*:\s*)?(?:"?(?:access_token|id_token)"?\s*[:=]\s*)?["']?(?:bearer\s+)?/i,
      '',
    )
    .replaceAll(/[\s"',}]+/g, '');
}

function readObject(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
