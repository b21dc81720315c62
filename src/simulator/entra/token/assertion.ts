/** The proof of an application that has a certificate: a JWT that it signs itself. Loaded by whoever sends one. */
import { findAuthority, missing, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { readBytes, readPart } from '#simulator/entra/keys.ts';
import type { Certificate, Registration } from '#simulator/entra/registrations.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A JWT that the application signed with the key of a registered certificate (RFC 7523 section 2.2). */
export async function checkAssertion(
  context: EntraContext,
  client: Registration,
  form: URLSearchParams,
  assertion: string,
  request: Request,
): Promise<void> {
  const type = form.get('client_assertion_type');
  if (!type) throw missing('client_assertion_type');
  const [header = '', payload = '', signature = '', ...more] = assertion.split('.');
  const head = readPart(header);
  const claims = readPart(payload);
  const bytes = readBytes(signature);
  if (type !== assertionType || !head || !claims || !bytes || more.length > 0)
    throw new EntraRefusal(50027, 'JWT token is invalid or malformed.');
  const certificate = client.certificates?.find(
    ({ sha1, sha256 }) =>
      thumbprint(head['x5t#S256']) === sha256 || thumbprint(head['x5t']) === sha1,
  );
  if (!certificate) throw badSignature('The key was not found.', head);
  if (!(await isSigned(certificate, head['alg'], bytes, `${header}.${payload}`)))
    throw badSignature('The key was used to sign, but the signature does not fit.', head);
  checkClaims(context, client, claims, request);
}

/** MSAL for Python and older libraries pad what RFC 7515 wants without padding, and some write plain base64. */
function thumbprint(value: unknown): string {
  return typeof value === 'string'
    ? value.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')
    : '';
}

function badSignature(reason: string, head: Readonly<Record<string, unknown>>): EntraRefusal {
  const named = thumbprint(head['x5t#S256'] ?? head['x5t']);
  return new EntraRefusal(
    700027,
    `The certificate with identifier used to sign the client assertion is not registered on application, or the assertion failed signature validation. [Reason - ${reason}, Thumbprint of key used by client: '${named}']`,
  );
}

async function isSigned(
  { publicKey }: Certificate,
  algorithm: unknown,
  signature: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<boolean> {
  const name =
    algorithm === 'PS256' ? 'RSA-PSS' : algorithm === 'RS256' ? 'RSASSA-PKCS1-v1_5' : undefined;
  if (!name) return false;
  const key = await crypto.subtle.importKey('spki', publicKey, { name, hash: 'SHA-256' }, false, [
    'verify',
  ]);
  const how = name === 'RSA-PSS' ? { name, saltLength: 32 } : { name };
  return crypto.subtle.verify(how, key, signature, new TextEncoder().encode(text));
}

function checkClaims(
  context: EntraContext,
  client: Registration,
  claims: Readonly<Record<string, unknown>>,
  request: Request,
): void {
  const { iss, sub, aud, exp, nbf, jti } = claims;
  if (iss !== client.clientId || sub !== client.clientId)
    throw new EntraRefusal(
      700021,
      `Client assertion application identifier doesn't match 'client_id' parameter.`,
    );
  if (typeof jti !== 'string' || jti === '')
    throw new EntraRefusal(50027, 'JWT token is invalid or malformed. The claim jti is missing.');
  if (!isForUs(context, aud, request))
    throw new EntraRefusal(
      700023,
      'Client assertion audience claim does not match Realm issuer. Review the documentation for certificate credentials.',
    );
  const now = context.now() / 1000;
  const skew = 300;
  const isInTime =
    typeof exp === 'number' && now < exp + skew && (nbf === undefined || now > Number(nbf) - skew);
  if (!isInTime)
    throw new EntraRefusal(
      700024,
      `Client assertion is not within its valid time range. Current time: ${new Date(context.now()).toISOString()}, expiry time of assertion ${String(exp)}.`,
    );
}

/** The token endpoint itself, its issuer, or the same at one of the older names of the host; with either tenant's name. */
function isForUs({ hosts }: EntraContext, audience: unknown, request: Request): boolean {
  const all = Array.isArray(audience) ? (audience as unknown[]) : [audience];
  const segment = new URL(request.url).pathname.split('/')[1] ?? '';
  const tenants = [segment, findAuthority(segment).tenantId];
  const logins = [hosts.login, 'https://login.windows.net', 'https://sts.windows.net'];
  const paths = ['/oauth2/v2.0/token', '/oauth2/token', '/v2.0', '/', ''];
  const taken = logins.flatMap((login) =>
    tenants.flatMap((tenant) => paths.map((path) => `${login}/${tenant}${path}`)),
  );
  return all.some((each) => typeof each === 'string' && taken.includes(each));
}
