/** Reads an HTTP archive (HAR 1.2), one's own or that of others: it is redacted as it is read. */
import { textOfBase64 } from '#lib/base64-text.ts';
import {
  emptyExchange,
  type Exchange,
  type ExchangeKind,
  type Field,
  type RecordedBody,
} from '#http/exchange.ts';
import { redactTokenAnswer } from '#http/read-exchange.ts';
import {
  redactBody,
  redactHeaders,
  redactMessageUrl,
  redactParameters,
  redactUrl,
} from '#http/redact.ts';

/**
 * @returns exchanges in the order of the file; what cannot be read is left out and counted
 * @throws {Error} text that is no HTTP archive, in words for a person
 */
export async function fromHar(
  text: string,
): Promise<{ readonly exchanges: readonly Exchange[]; readonly unread: number }> {
  const entries = entriesOf(text);
  const exchanges: Exchange[] = [];
  let unread = 0;
  for (const [at, entry] of entries.entries()) {
    try {
      exchanges.push(await fromEntry(entry as Loose, `har-${at}`));
    } catch {
      unread += 1;
    }
    // A large archive must not hold up the page.
    if (at % 200 === 199) await new Promise((next) => setTimeout(next));
  }
  return { exchanges, unread };
}

function entriesOf(text: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('The file is no JSON text.');
  }
  const entries = (json as { log?: { entries?: unknown } } | null)?.log?.entries;
  if (!Array.isArray(entries))
    throw new Error('The file is no HTTP archive: log.entries is missing.');
  return entries;
}

/** Parsed JSON of unknown origin: every step may lead nowhere. */
type Loose = { readonly [name: string]: Loose | undefined } & { readonly length?: never };

async function fromEntry(entry: Loose, id: string): Promise<Exchange> {
  const { request, response } = entry;
  const address = word(request?.['url']);
  if (!URL.canParse(address)) throw new Error('No address');
  const own = (entry['_grantscope'] ?? {}) as unknown as Partial<Exchange>;
  const isOwn = entry['_grantscope'] !== undefined;
  const kind = kinds.includes(own.kind as ExchangeKind)
    ? (own.kind as ExchangeKind)
    : guess(address);
  const form = fields(request?.['postData']?.['params']);
  const isMessage = kind !== 'api' && kind !== 'file';
  const parameters = form.length > 0 ? form : fieldsOfUrl(address);
  const wait = number(entry['timings']?.['wait']);
  const status = number(response?.['status']);
  return {
    ...emptyExchange,
    id: word(own.id) || id,
    kind,
    cause: causes.includes(word(own.cause)) ? (own.cause as Exchange['cause']) : 'screen',
    screen: typeof own.screen === 'string' ? own.screen : undefined,
    method: word(request?.['method']) || 'GET',
    url: isMessage ? await redactMessageUrl(address) : redactUrl(address),
    parameters: isMessage ? await redactParameters(parameters) : [],
    resource: word(own.resource) || undefined,
    scopes: words(own.scopes),
    tokenScopes: words(own.tokenScopes),
    startedAt: Date.parse(word(entry['startedDateTime'])) || 0,
    // The timings are the browser's clock, and zero for what never ended; when an answer began and ended was ours.
    duration: isOwn ? moment(own.duration) : wait >= 0 ? wait : number(entry['time']),
    finished: isOwn ? moment(own.finished) : number(entry['time']),
    status: status > 0 ? status : undefined,
    failure: failures.find((each) => each === own.failure),
    requestHeaders: redactHeaders(fields(request?.['headers'])),
    requestBody: await bodyOf(request?.['postData'], number(request?.['bodySize']), redactBody),
    responseHeaders: redactHeaders(fields(response?.['headers'])),
    responseBody: await bodyOf(
      response?.['content'],
      number(response?.['content']?.['size']),
      kind === 'token' ? redactTokenAnswer : redactBody,
    ),
    clientRequestId: word(own.clientRequestId) || undefined,
    requestId: word(own.requestId) || header(response?.['headers'], 'request-id'),
    traceId: word(own.traceId) || undefined,
    correlationId: word(own.correlationId) || undefined,
    causedBy: word(own.causedBy) || undefined,
    retryOf: word(own.retryOf) || undefined,
    challenge: word(own.challenge) || undefined,
    proofs: {
      ...(isDigest(own.proofs?.codeChallenge) ? { codeChallenge: own.proofs.codeChallenge } : {}),
      ...(isDigest(own.proofs?.nonce) ? { nonce: own.proofs.nonce } : {}),
    },
    phases: phasesIn(own.phases, entry['timings']),
  };
}

const kinds: readonly ExchangeKind[] = [
  ...(['authorize', 'callback', 'admin-consent', 'token', 'keys'] as const),
  ...(['metadata', 'api', 'sign-out', 'file'] as const),
];
const causes: readonly string[] = ['sign-in', 'screen', 'person', 'renewal', 'start'];
const failures = ['aborted', 'network', 'timeout'] as const;

function guess(address: string): ExchangeKind {
  const { pathname } = new URL(address);
  if (/\/oauth2\/(?:v2\.0\/)?authorize$/.test(pathname)) return 'authorize';
  if (/\/oauth2\/(?:v2\.0\/)?token$/.test(pathname)) return 'token';
  if (pathname.endsWith('/adminconsent')) return 'admin-consent';
  if (pathname.endsWith('/logout')) return 'sign-out';
  if (/\/discovery\/(?:v2\.0\/)?keys$/.test(pathname)) return 'keys';
  return pathname.endsWith('openid-configuration') ? 'metadata' : 'api';
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^(?:sha256:[\w-]{16}|[\w-]{43})$/.test(value);
}

async function bodyOf(
  body: Loose | undefined,
  size: number,
  redact: (text: string) => string | Promise<string | undefined>,
): Promise<RecordedBody | undefined> {
  const text = word(body?.['text']);
  const type = word(body?.['mimeType']);
  if (!(size > 0) && text === '' && type === '') return undefined;
  const isEncoded = word(body?.['encoding']) === 'base64';
  const plain = isEncoded ? textOfBase64(text) : text;
  return {
    type,
    size: size > 0 ? size : text.length,
    text: plain ? await redact(plain) : undefined,
  };
}

function fieldsOfUrl(address: string): Field[] {
  const url = new URL(address);
  return [...url.searchParams, ...new URLSearchParams(url.hash.slice(1))];
}

function fields(list: unknown): Field[] {
  if (!Array.isArray(list)) return [];
  return (list as Loose[]).map((each) => [word(each?.['name']), word(each?.['value'])]);
}

function header(list: unknown, name: string): string | undefined {
  return fields(list).find(([each]) => each.toLowerCase() === name)?.[1];
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.map(word).filter(Boolean) : [];
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function moment(value: unknown): number | undefined {
  const known = number(value);
  return known < 0 ? undefined : known;
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : -1;
}

/** Of our own archives only: those of others say nothing of what was hidden. */
function phasesIn(own: Exchange['phases'], timings: Loose | undefined): Exchange['phases'] {
  if (!own) return undefined;
  const total = number(own.total);
  if (!own.parts) return { total, parts: undefined };
  const part = (name: string) => Math.max(0, number(timings?.[name]));
  const tls = part('ssl');
  const connect = Math.max(0, part('connect') - tls);
  const [blocked, dns] = [part('blocked'), part('dns')];
  return {
    total,
    parts: { blocked, dns, connect, tls, wait: part('wait'), receive: part('receive') },
  };
}
