/** Checks a pasted token's signature against the keys of its issuer (RFC 7515 section 5.2). */
import type { EntraJwk } from '#contract/entra.ts';
import { tokenIn } from './decode-jwt.ts';

export type Verification =
  | { readonly kind: 'valid'; readonly keyIssuer: string }
  /** The key is there, and the signature is another one's. */
  | { readonly kind: 'forged' }
  | { readonly kind: 'unknown-key'; readonly kid: string }
  /** Graph's own: its header holds a nonce that only Graph can undo. */
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'unsupported'; readonly algorithm: string };

/** jose comes when first needed: nobody's first message waits for it. */
export async function verifyJwt(text: string, keys: readonly EntraJwk[]): Promise<Verification> {
  const { compactVerify, decodeProtectedHeader, importJWK } = await import('jose');
  const token = tokenIn(text);
  const header = decodeProtectedHeader(token);
  if ('nonce' in header) return { kind: 'not-ours' };
  if (header.alg !== 'RS256') return { kind: 'unsupported', algorithm: String(header.alg) };
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return { kind: 'unknown-key', kid: String(header.kid) };
  try {
    await compactVerify(token, await importJWK({ ...key }, 'RS256'), { algorithms: ['RS256'] });
    return { kind: 'valid', keyIssuer: key.issuer };
  } catch {
    return { kind: 'forged' };
  }
}
