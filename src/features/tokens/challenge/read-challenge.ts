/** A claims challenge as somebody pastes it, or as it was recorded, put into words. */
import { readClaimsChallenge } from '#auth/claims-challenge.ts';

export interface ClaimWish {
  /** `access_token.nbf` */
  readonly name: string;
  readonly says: string;
}

export type ReadChallenge =
  | { readonly kind: 'claims'; readonly json: string; readonly wishes: readonly ClaimWish[] }
  | { readonly kind: 'none'; readonly because: string };

/** @param text a `WWW-Authenticate` header, with or without its name, or the claims themselves */
export function readPastedChallenge(text: string): ReadChallenge | undefined {
  const trimmed = text.trim().replace(/^www-authenticate\s*:\s*/i, '');
  if (trimmed === '') return undefined;
  if (trimmed.startsWith('{')) return explainChallenge(trimmed);
  const json = readClaimsChallenge(trimmed);
  if (json !== undefined) return explainChallenge(json);
  return { kind: 'none', because: whyNone(trimmed) };
}

export function explainChallenge(json: string): ReadChallenge {
  try {
    const wishes = wishesOf(JSON.parse(json) as Record<string, unknown>);
    return { kind: 'claims', json, wishes };
  } catch {
    return { kind: 'none', because: 'The claims are no JSON.' };
  }
}

function whyNone(header: string): string {
  if (!/bearer/i.test(header)) return 'No challenge for bearer tokens is in it.';
  if (!/claims\s*=/i.test(header)) {
    return 'It asks for no claims: a plain 401. A new token is fetched, and the request sent once more.';
  }
  if (!/insufficient_claims/i.test(header)) {
    return 'There are claims, but not error="insufficient_claims": only that makes them a challenge.';
  }
  return 'Its claims cannot be read: they have to be base64 of a JSON object.';
}

function wishesOf(claims: Record<string, unknown>): ClaimWish[] {
  return Object.entries(claims).flatMap(([token, wanted]) =>
    Object.entries((wanted ?? {}) as Record<string, Wish | null>).map(([claim, wish]) => ({
      name: `${token}.${claim}`,
      says: inWords(claim, wish ?? {}),
    })),
  );
}

interface Wish {
  readonly value?: unknown;
  readonly values?: readonly unknown[];
  readonly essential?: boolean;
}

function inWords(claim: string, { value, values, essential }: Wish): string {
  const wanted = (values ?? (value === undefined ? [] : [value])).map(String).join(' or ');
  const must = essential ? ' Essential: without it the token is worth nothing here.' : '';
  if (claim === 'nbf') {
    const seconds = Number(wanted);
    const when = Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : wanted;
    return `A token issued after ${when}: earlier ones were called back.${must}`;
  }
  if (claim === 'acrs')
    return `A sign-in that fulfils the authentication context ${wanted}.${must}`;
  if (claim === 'xms_cc') return `The client says what it can do: ${wanted}.${must}`;
  if (claim === 'xms_rp_ipaddr')
    return `A token for the address that the API sees: ${wanted}.${must}`;
  return `${wanted === '' ? 'Any value' : wanted}.${must}`;
}
