/**
 * Finds in whatever was pasted or met (a JSON body, the address of a callback, headers, a log line) what a refusal says of
 * itself. Reads only; what the numbers mean is in the tables beside this.
 */
import { numbersIn } from './aadsts-numbers.ts';

/** What a refusal said, as far as it was found. */
export interface Refusal {
  readonly status?: number;
  /** OAuth's `error`, and Entra's `suberror`. */
  readonly error?: string;
  readonly suberror?: string;
  /** AADSTS numbers. */
  readonly numbers: readonly number[];
  /** Codes of an API, outermost first: Graph's, SharePoint's, the Management APIs'. */
  readonly codes: readonly string[];
  /** Those of them that stand where a code belongs; any word of a sentence may be one. */
  readonly namedCodes?: readonly string[];
  /** All of it, for what is known by its words only. */
  readonly text: string;
  readonly message?: string;
  /** What a claims challenge asks for: JSON text. */
  readonly claims?: string;
  readonly traceId?: string;
  readonly correlationId?: string;
  readonly requestId?: string;
  readonly clientRequestId?: string;
  readonly time?: string;
  /** Seconds, or a date (RFC 9110 section 10.2.3). */
  readonly retryAfter?: string;
}

/** Longer texts are cut: a refusal is never that long, and somebody may paste a whole log. */
const longest = 200_000;

export function readRefusal(pasted: string): Refusal {
  const text = pasted.slice(0, longest).trim();
  const sources = [fromText, fromHeaders, fromAddress, (all: string) => fromJson(parseJson(all))];
  // The most exact source last: what it found stands, what it did not find leaves the others' word.
  const found = sources.flatMap((read) =>
    Object.entries(read(text)).filter(([, value]) => value !== undefined),
  );
  return { codes: [], ...Object.fromEntries(found), numbers: numbersIn(text), text };
}

type Found = { -readonly [K in keyof Refusal]?: Refusal[K] | undefined };

function fromJson(json: unknown): Found {
  if (!isRecord(json)) return {};
  const { error } = json;
  if (typeof error === 'string') return fromEntra(json, error);
  // SharePoint, and gates that only have a message.
  const alone = text(json['error_description']) ?? text(json['Message']) ?? text(json['message']);
  if (error === undefined && alone !== undefined) return { message: firstLine(alone) };
  const body = isRecord(error) ? error : json['odata.error'];
  if (!isRecord(body)) return {};
  const inner = body['innerError'] ?? body['innererror'] ?? body['details'];
  const message = isRecord(body['message']) ? body['message']['value'] : body['message'];
  const codes = codesOf(body);
  return {
    codes,
    namedCodes: codes,
    message: text(message),
    ...(isRecord(inner) && {
      requestId: text(inner['request-id']),
      clientRequestId: text(inner['client-request-id']),
      time: text(inner['date']),
    }),
  };
}

function fromEntra(json: Record<string, unknown>, error: string): Found {
  return {
    error,
    suberror: text(json['suberror']),
    message: firstLine(text(json['error_description'])),
    traceId: text(json['trace_id']),
    correlationId: text(json['correlation_id']),
    time: text(json['timestamp']),
    claims: text(json['claims']),
  };
}

/** The code, and those of the errors inside: the innermost says most (Graph's reference, "Error resource type"). */
function codesOf(body: Record<string, unknown>): string[] {
  const codes: string[] = [];
  for (let at: unknown = body; isRecord(at) && codes.length < 10;) {
    const code = text(at['code']);
    if (code !== undefined && code !== '') codes.push(code);
    at = at['innerError'] ?? at['innererror'];
  }
  return codes;
}

/** An answer in an address: in the fragment, as it should be, or in the query. */
function fromAddress(pasted: string): Found {
  const form = /(?:^|[?#&])((?:error|error_description|state|code)=[^\s]*)/.exec(pasted)?.[1];
  if (form === undefined) return {};
  const read = new URLSearchParams(form);
  const all = new URLSearchParams(pasted.slice(pasted.search(/[?#]/) + 1).replace('#', '&'));
  const get = (name: string) => read.get(name) ?? all.get(name) ?? undefined;
  return {
    error: get('error'),
    suberror: get('suberror') ?? get('error_subcode'),
    message: firstLine(get('error_description')),
    traceId: get('trace_id') ?? inSentence(get('error_description'), 'Trace ID'),
    correlationId: get('correlation_id') ?? inSentence(get('error_description'), 'Correlation ID'),
    time: get('timestamp') ?? inSentence(get('error_description'), 'Timestamp'),
    claims: get('claims'),
  };
}

/** `WWW-Authenticate` (RFC 9110 section 11.6.1), `x-ms-diagnostics` in both spellings, and the ids of an answer. */
function fromHeaders(pasted: string): Found {
  const challenge = /\bBearer\b[^\n]*/i.exec(pasted)?.[0] ?? '';
  const parameter = (name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(challenge)?.[1] || undefined;
  const diagnostics = /x-ms-diagnostics:\s*(\d+);\s*reason="([^"]*)"/i.exec(pasted);
  const header = (name: string) =>
    new RegExp(`^[<\\s]*${name}:\\s*(\\S.*?)\\s*$`, 'im').exec(pasted)?.[1];
  const encoded = parameter('claims');
  const codes = diagnostics?.[1] === undefined ? undefined : [diagnostics[1]];
  return {
    error: parameter('error'),
    message: parameter('error_description') ?? parameter('errorDescription') ?? diagnostics?.[2],
    claims: encoded === undefined ? undefined : (decoded(encoded) ?? encoded),
    codes,
    namedCodes: codes,
    requestId: header('request-id') ?? header('x-ms-request-id') ?? header('sprequestguid'),
    clientRequestId: header('client-request-id'),
    time: header('date'),
    // Also as a member of JSON: that is how `$batch` has its headers.
    retryAfter: /\bretry-after"?\s*:\s*"?(\d[\d.]*|[A-Z][a-z]{2}, [\w :]+ GMT)/i.exec(pasted)?.[1],
  };
}

/** A log line, a sentence, a single code. */
function fromText(pasted: string): Found {
  const status =
    /(?:^|\bHTTP(?:\/[\d.]+)? |\bstatus(?: code| of)?\W{1,3}|\(|<(?:h1|title)>\s*)([1-5]\d\d)\b/i.exec(
      pasted,
    )?.[1];
  const words =
    pasted.match(/\b(?:AF|IDX)\d{3,5}\b|\bAADB2C\d{4,6}\b|\b[A-Za-z_][A-Za-z0-9_]{3,79}\b/g) ?? [];
  return {
    status: status === undefined ? undefined : Number(status),
    // The whole of it may be a code with a sign or a space in it.
    codes: [...new Set([pasted, ...words])].slice(0, 400),
    message: firstLine(pasted.replace(/^[\s{["]+/, '')),
    traceId: inSentence(pasted, 'Trace ID'),
    correlationId: inSentence(pasted, 'Correlation ID'),
    time: inSentence(pasted, 'Timestamp'),
  };
}

function inSentence(sentence: string | undefined, name: string): string | undefined {
  const found = new RegExp(`${name}:\\s*([0-9a-f-]{36}|[\\d-]{10}[ T][\\d:]{8}Z?)`, 'i');
  return found.exec(sentence ?? '')?.[1];
}

/** Base64 of both alphabets, with or without padding. */
function decoded(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(
      atob(base64.replaceAll('-', '+').replaceAll('_', '/')),
      (character) => character.charCodeAt(0),
    );
    const plain = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isRecord(parseJson(plain)) ? plain : undefined;
  } catch {
    return undefined;
  }
}

function parseJson(pasted: string): unknown {
  const start = pasted.indexOf('{');
  const end = pasted.lastIndexOf('}');
  try {
    return JSON.parse(pasted.slice(Math.max(start, 0), end + 1));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function firstLine(sentence: string | undefined): string | undefined {
  return sentence?.split(/\r?\n/, 1)[0]?.slice(0, 600);
}
