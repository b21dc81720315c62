/** Reads a message into what may be recorded of it. */
import type { Exchange, Field, RecordedBody } from './exchange.ts';
import { recordedBytes } from './exchange-tap.ts';
import {
  digestOf,
  redactBody,
  redacted,
  redactHeaders,
  redactParameters,
  redactText,
  redactUrl,
  sha256,
} from './redact.ts';

/** Headers and body of a request; a token request's form, with what only its secrets can prove. */
export async function readRequest(
  { kind }: Exchange,
  request: Request,
  body: unknown,
): Promise<Partial<Exchange>> {
  const requestHeaders = redactHeaders(request.headers);
  const clientRequestId =
    request.headers.get('client-request-id') ??
    URL.parse(request.url)?.searchParams.get('client-request-id') ??
    undefined;
  const shared = { requestHeaders, clientRequestId };
  const type = request.headers.get('content-type') ?? '';
  if (kind === 'token') {
    const form = new URLSearchParams(bodyText(body));
    const verifier = form.get('code_verifier');
    return {
      ...shared,
      parameters: await redactParameters(form),
      scopes: form.get('scope')?.split(' ') ?? [],
      proofs: verifier === null ? {} : { codeChallenge: await sha256(verifier) },
      requestBody: { type, size: form.toString().length, text: undefined },
    };
  }
  if (body === undefined || body === null) return shared;
  if (typeof body !== 'string') {
    return { ...shared, requestBody: { type, size: byteLength(body), text: undefined } };
  }
  const bytes = new TextEncoder().encode(body);
  return { ...shared, requestBody: recordedText(type, bytes.byteLength, bytes.buffer) };
}

/** Head of an answer. */
export function readAnswer(known: Exchange, response: Response): Partial<Exchange> {
  const { headers } = response;
  const id = (name: string) => headers.get(name) ?? undefined;
  return {
    status: response.status,
    responseHeaders: redactHeaders(headers),
    requestId: id('request-id') ?? id('x-requestid') ?? id('sprequestguid'),
    traceId: id('x-ms-request-id') ?? known.traceId,
    correlationId: id('x-ms-correlation-id') ?? known.correlationId,
    challenge: readChallenge(headers.get('www-authenticate')),
  };
}

/** What was read for the record alone: a token endpoint's answer without its tokens, a document of keys. */
export async function readCopy(known: Exchange, copy: Response): Promise<Partial<Exchange>> {
  const bytes = await copy.arrayBuffer();
  const type = copy.headers.get('content-type') ?? '';
  if (known.kind !== 'token') {
    return { responseBody: recordedText(type, bytes.byteLength, bytes.slice(0, recordedBytes)) };
  }
  const answer = new TextDecoder().decode(bytes);
  const json = parseObject(answer);
  const text = (name: string) => (typeof json?.[name] === 'string' ? json[name] : undefined);
  const nonce = nonceOf(text('id_token'));
  return {
    responseBody: {
      type,
      size: bytes.byteLength,
      text: await redactTokenAnswer(answer),
    },
    tokenScopes: text('scope')?.split(' ') ?? [],
    traceId: text('trace_id') ?? known.traceId,
    correlationId: text('correlation_id') ?? known.correlationId,
    proofs: { ...known.proofs, ...(nonce === undefined ? {} : { nonce: await digestOf(nonce) }) },
  };
}

export function recordedText(type: string, size: number, head: ArrayBuffer): RecordedBody {
  // A part of a JSON text cannot be read, so nobody knows what of it is secret.
  const isWhole = size <= head.byteLength;
  const isText = /json|text|xml|csv|javascript|urlencoded/i.test(type) || type === '';
  return {
    type,
    size,
    text: isWhole && isText && size > 0 ? redactBody(new TextDecoder().decode(head)) : undefined,
  };
}

export function withoutQuery(address: string): string {
  const url = new URL(address);
  url.search = '';
  return redactUrl(url.href);
}

/** A token endpoint's answer, in which what nobody has named is secret; nothing of one that is no JSON object. */
export async function redactTokenAnswer(answer: string): Promise<string | undefined> {
  const json = parseObject(answer);
  if (!json) return undefined;
  const fields: Field[] = Object.keys(json).map((name) => [name, String(json[name])]);
  const shown = await redactParameters(fields);
  const members = shown.map(([name, value]) => [
    name,
    value === redacted || typeof json[name] === 'string' ? value : withoutSecrets(json[name]),
  ]);
  return JSON.stringify(Object.fromEntries(members));
}

function withoutSecrets(value: unknown): unknown {
  return JSON.parse(redactBody(JSON.stringify(value ?? null)));
}

function readChallenge(header: string | null): string | undefined {
  const claims = /claims="?([\w+/=-]+)/i.exec(header ?? '')?.[1];
  const text = claims === undefined ? undefined : fromBase64(claims);
  return text === undefined || !parseObject(text) ? undefined : redactText(text);
}

/** Only read, never believed: whoever uses the id_token has checked it. */
function nonceOf(idToken: string | undefined): string | undefined {
  const nonce = parseObject(fromBase64(idToken?.split('.')[1] ?? '') ?? '')?.['nonce'];
  return typeof nonce === 'string' ? nonce : undefined;
}

function fromBase64(text: string): string | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

export function bodyText(body: unknown): string {
  return typeof body === 'string' || body instanceof URLSearchParams ? body.toString() : '';
}

function byteLength(body: unknown): number {
  if (body instanceof Blob) return body.size;
  return body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? body.byteLength : 0;
}
