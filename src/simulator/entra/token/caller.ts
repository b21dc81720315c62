/**
 * Who is calling the token endpoint: a browser at a single-page application's address, or an application with a
 * credential. The platform that the redirect URI was registered as decides which of them it must be.
 */
import { findAuthority, missing, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { readBytes, readPart } from '#simulator/entra/keys.ts';
import type { Certificate, Platform, Registration } from '#simulator/entra/registrations.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Inside a page the platform hides `Origin` from the code that makes a Request; there it can only be the page's own. */
export function originOf(request: Request): string | undefined {
  return request.headers.get('origin') ?? globalThis.location?.origin;
}

/** @throws {EntraRefusal} 700025, 9002327 or 9002326, 7000218 and what `checkCredential` throws */
export async function checkCaller(
  context: EntraContext,
  client: Registration,
  platform: Platform,
  form: URLSearchParams,
  request: Request,
): Promise<void> {
  const hasCredential = form.has('client_secret') || form.has('client_assertion');
  if (platform !== 'web') {
    if (hasCredential)
      throw new EntraRefusal(
        700025,
        `Client is public so neither 'client_assertion' nor 'client_secret' should be presented.`,
      );
    if (platform === 'spa' && !originOf(request))
      throw new EntraRefusal(
        9002327,
        `Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.`,
      );
  }
  const origin = request.headers.get('origin');
  if (platform !== 'spa' && origin) throw crossOrigin(origin);
  if (platform === 'web') await checkCredential(context, client, form, request);
}

export function crossOrigin(origin: string): EntraRefusal {
  return new EntraRefusal(
    9002326,
    `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
  );
}

/** @throws {EntraRefusal} 7000218 without one, 7000215 for a wrong secret, and for an assertion what it lacks */
export async function checkCredential(
  context: EntraContext,
  client: Registration,
  form: URLSearchParams,
  request: Request,
): Promise<void> {
  const assertion = form.get('client_assertion');
  if (assertion) return checkAssertion(context, client, form, assertion, request);
  const secret = form.get('client_secret') ?? basicSecret(request);
  if (!secret)
    throw new EntraRefusal(
      7000218,
      `The request body must contain the following parameter: 'client_assertion' or 'client_secret'.`,
    );
  if (secret !== client.secret)
    throw new EntraRefusal(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client.clientId}'.`,
    );
}

/** Whoever sends a secret in the header (`client_secret_basic`) names the application there, and need not again. */
export function basicClient(request: Request): string | null {
  return basic(request)?.[0] ?? null;
}

function basicSecret(request: Request): string | undefined {
  return basic(request)?.[1];
}

function basic(request: Request): [client: string, secret: string] | undefined {
  const [scheme, value] = (request.headers.get('authorization') ?? '').split(' ');
  const bytes = scheme?.toLowerCase() === 'basic' && value ? readBytes(value) : undefined;
  if (!bytes) return undefined;
  const [client = '', ...secret] = new TextDecoder().decode(bytes).split(':');
  return [formDecoded(client), formDecoded(secret.join(':'))];
}

/** Both are written as a form writes them (RFC 6749 section 2.3.1); what is not is taken as it stands. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** A JWT that the application signed with the key of a registered certificate (RFC 7523 section 2.2). */
async function checkAssertion(
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
