/** What an application proves itself with (RFC 7523 section 2.2), and the request that carries it. */
import { curlCommand } from '#lib/curl.ts';
import type { Algorithm, Credential } from './credential.ts';
import { toBase64, toBase64Url, type Thumbprints } from './thumbprints.ts';

export interface Assertion {
  readonly header: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string | number>>;
  readonly text: string;
}

export interface AssertionWish {
  readonly clientId: string;
  /** The token endpoint, with the tenant's id. */
  readonly endpoint: string;
  readonly algorithm: Algorithm;
  /** Seconds. */
  readonly lifetime: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export async function signAssertion(
  { keys, thumbprints }: Pick<Credential, 'keys' | 'thumbprints'>,
  { clientId, endpoint, algorithm, lifetime, now }: AssertionWish,
): Promise<Assertion> {
  const header = { alg: algorithm, typ: 'JWT', ...nameOf(thumbprints, algorithm) };
  const since = Math.floor(now / 1000);
  const claims = {
    aud: endpoint,
    iss: clientId,
    sub: clientId,
    jti: crypto.randomUUID(),
    nbf: since,
    iat: since,
    exp: since + lifetime,
  };
  const signed = `${partOf(JSON.stringify(header))}.${partOf(JSON.stringify(claims))}`;
  const how = algorithm === 'RS256' ? 'RSASSA-PKCS1-v1_5' : { name: 'RSA-PSS', saltLength: 32 };
  const bytes = new TextEncoder().encode(signed);
  const signature = new Uint8Array(await crypto.subtle.sign(how, keys[algorithm], bytes));
  const text = `${signed}.${toBase64Url(signature)}`;
  return { header, claims, text };
}

function partOf(json: string): string {
  return toBase64Url(new TextEncoder().encode(json));
}

/** Which of the application's certificates it is. */
function nameOf({ sha1, sha256 }: Thumbprints, algorithm: Algorithm): Record<string, string> {
  return algorithm === 'RS256' ? { x5t: sha1.base64url } : { 'x5t#S256': sha256.base64url };
}

export function tokenCommand(
  endpoint: string,
  clientId: string,
  identifier: string,
  assertion: string,
): string {
  const body = new URLSearchParams({
    client_id: clientId,
    grant_type: 'client_credentials',
    scope: `${identifier}/.default`,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  const headers = [['content-type', 'application/x-www-form-urlencoded']] as const;
  return curlCommand({ method: 'POST', url: endpoint, headers, body: String(body) });
}

/** As the application's manifest takes it: the older format calls the certificate `value`, Graph's calls it `key`. */
export function keyCredentials(
  { der, thumbprints }: Pick<Credential, 'der' | 'thumbprints'>,
  format: 'value' | 'key',
  keyId: string,
): string {
  const entry = {
    customKeyIdentifier: thumbprints.sha1.base64,
    keyId,
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    [format]: toBase64(der),
  };
  return JSON.stringify({ keyCredentials: [entry] }, null, 2);
}
