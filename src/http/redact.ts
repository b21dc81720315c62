/**
 * What never enters the exchange log, an error or a message: values that could be used by whoever reads them.
 * Everything recorded passes here first, so that there is nothing secret to leak afterwards. What nobody has named is
 * secret where secrets travel (sign-in messages, headers); in an API's addresses and answers the secrets are named, and
 * known by their shape.
 */
import type { Field } from './exchange.ts';

/** Those that the words below do not find. */
const secretNames = new Set([
  'clientdata',
  'code',
  'login_hint',
  'logout_hint',
  // Pre-authorised links carry what they need in the query.
  'sig',
  'tempauth',
]);

const secretWord =
  /passw(?:or)?d|passphrase|secret|credential|assertion|cookie|authorization|signature|(?:private|api|subscription|functions?|access|account|shared|master)_?-?key|(?:access|refresh|id|bearer|auth|sas|session|security)_?-?token|^token$|client_?info|code_?verifier/i;

/** Parameters of sign-in messages whose values say nothing that anybody could use. */
const openParameters = new Set([
  ...['client_id', 'response_type', 'response_mode', 'redirect_uri', 'scope', 'prompt', 'claims'],
  ...['code_challenge', 'code_challenge_method', 'client-request-id', 'grant_type', 'tenant'],
  ...['domain_hint', 'instance_aware', 'post_logout_redirect_uri', 'admin_consent', 'token_type'],
  ...['error', 'error_description', 'error_subcode', 'error_uri', 'error_codes', 'suberror'],
  ...['expires_in', 'ext_expires_in', 'refresh_in', 'refresh_token_expires_in', 'timestamp'],
  ...['trace_id', 'correlation_id', 'iss', 'resource', 'foci', 'client_assertion_type'],
]);

/** Compared with each other, and of no use once compared: shown as a digest. */
const comparedParameters = new Set(['state', 'nonce']);

const openHeaders =
  /^(?:accept(?:-.+)?|access-control-.+|allow|cache-control|client-request-id|consistencylevel|content-(?:type|length|range|language|disposition|encoding|location)|correlation-id|date|etag|expires|if-(?:match|none-match|modified-since|unmodified-since|range)|last-modified|odata-.+|origin|prefer|preference-applied|ratelimit-.+|range|request-id|retry-after|return-client-request-id|scenario|sdkversion|server-timing|spclienttraceid|sprequestguid|vary|via|warning|www-authenticate|x-anchor.*|x-ms-(?!.*(?:token|auth|secret)).+|x-requestid|x-request-id|x-tenant-id|nextpageuri|x-planner-.+|readwriteconsistencytoken)$/i;

export const redacted = '[redacted]';

/** Masks the secret parameters of a URL, in its query and its fragment; text that is no URL is not shown at all. */
export function redactUrl(text: string): string {
  return mapUrl(text, (name, value) => (isSecret(name) ? redacted : redactText(value)));
}

/** The same where every value is of use to somebody: a link that needs no token. Only the names stay. */
export function redactLink(text: string): string {
  return mapUrl(text, () => redacted);
}

/** The same for a sign-in message. */
export async function redactMessageUrl(text: string): Promise<string> {
  const fields = new Map<string, string>();
  for (const part of [URL.parse(text)?.search, URL.parse(text)?.hash]) {
    const read = await redactParameters(new URLSearchParams(part?.slice(1)));
    for (const [name, value] of read) fields.set(decodeName(name), value);
  }
  return mapUrl(text, (name, value) => {
    const shown = fields.get(decodeName(name)) ?? redacted;
    const isOpen = openParameters.has(decodeName(name));
    return isOpen && shown !== redacted ? redactText(value) : shown;
  });
}

/** Parameters of a sign-in message, or of a token endpoint's answer, in their order. */
export async function redactParameters(parameters: Iterable<Field>): Promise<Field[]> {
  const fields: Field[] = [];
  for (const [name, value] of parameters) {
    const known = decodeName(name);
    if (comparedParameters.has(known)) {
      fields.push([name, isDigest(value) ? value : await digestOf(value)]);
    } else if (openParameters.has(known)) fields.push([name, redactText(value)]);
    else fields.push([redactText(name), redacted]);
  }
  return fields;
}

export function redactHeaders(headers: Iterable<Field>): Field[] {
  return [...headers].map(([name, value]) => {
    if (!openHeaders.test(name)) return [name, redacted];
    if (/^content-location$/i.test(name)) return [name, redactUrl(value)];
    return [name, redactText(value)];
  });
}

/** Takes out what is secret by its shape, wherever it stands: tokens, and the secret parameters of addresses. */
export function redactText(text: string): string {
  return (
    text
      .replace(/\beyJ[\w-]{6,}(?:\.[\w-]*){1,4}/g, redacted)
      // The parameters of a challenge are no token: `Bearer realm=""` stays as it came.
      .replace(
        /\b(bearer|basic|pop|dpop)\s+(?!(?:realm|authorization_uri|client_id|error|error_description|scope|resource|claims|trusted_issuers)=")[\w.~+/=-]{6,}/gi,
        `$1 ${redacted}`,
      )
      .replace(/\b[01]\.A[\w-]{30,}(?:\.[\w-]+)*/g, redacted)
      .replace(
        /\b(access_token|refresh_token|id_token|code_verifier|client_secret|client_info|password|tempauth|sig|client_assertion)=[^&\s"'<>\\]+/gi,
        `$1=${redacted}`,
      )
  );
}

/** A JSON text without the values of secret members; another text without what is secret by its shape. */
export function redactBody(text: string): string {
  try {
    return JSON.stringify(redactValue(JSON.parse(text), ''));
  } catch {
    return redactText(text);
  }
}

function redactValue(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => redactValue(each, name));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [redactText(key), redactValue(each, key)]),
    );
  }
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  if (secretWord.test(name)) return redacted;
  if (typeof value === 'number') return value;
  if (/(?:download|upload|preauth\w*)_?url$/i.test(name)) return redactLink(value);
  return /^https?:\/\/\S+$/i.test(value) && value.includes('=')
    ? redactUrl(value)
    : redactText(value);
}

/** Short, and of no use: what it is made of has 128 bits of chance or more. */
export async function digestOf(value: string): Promise<string> {
  return `sha256:${(await sha256(value)).slice(0, 16)}`;
}

/** What is one already stays as it is: another digest of it could be compared with nothing. */
function isDigest(value: string): boolean {
  return /^sha256:[\w-]{16}$/.test(value);
}

/** As PKCE writes it (RFC 7636 section 4.2). */
export async function sha256(value: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function isSecret(name: string): boolean {
  const known = decodeName(name);
  return secretNames.has(known) || (!known.startsWith('$') && secretWord.test(known));
}

function mapUrl(text: string, valueOf: (name: string, value: string) => string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return redacted;
  }
  url.username = '';
  url.password = '';
  url.search = mapPairs(url.search, valueOf);
  url.hash = mapPairs(url.hash, valueOf);
  return url.href;
}

/** Keeps every pair as it was written (OData's `$` and spaces too) and replaces only values. */
function mapPairs(part: string, valueOf: (name: string, value: string) => string): string {
  if (part.length < 2) return part;
  const pairs = part.slice(1).split('&');
  const mapped = pairs.map((pair) => {
    const end = pair.indexOf('=');
    if (end < 0) return redactText(pair);
    const name = pair.slice(0, end);
    return `${name}=${valueOf(name, pair.slice(end + 1))}`;
  });
  return part.slice(0, 1) + mapped.join('&');
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' ')).trim().toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
