/** The timeline as an HTTP archive (HAR 1.2). */
import type { Exchange, Field } from '#http/exchange.ts';

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Our own facts travel in a member with an underscore, which other readers pass over (HAR 1.2, custom fields). */
export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly Pair[];
    readonly headers: readonly Pair[];
    readonly queryString: readonly Pair[];
    readonly postData?: {
      readonly mimeType: string;
      readonly text?: string;
      readonly params?: readonly Pair[];
    };
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly Pair[];
    readonly headers: readonly Pair[];
    readonly content: { readonly size: number; readonly mimeType: string; readonly text?: string };
    readonly redirectURL: string;
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly cache: Record<string, never>;
  /** Milliseconds; -1 where it is not known, and `ssl` within `connect`. */
  readonly timings: {
    readonly blocked?: number;
    readonly dns?: number;
    readonly connect?: number;
    readonly ssl?: number;
    readonly send: number;
    readonly wait: number;
    readonly receive: number;
  };
  readonly _grantscope?: Exchange;
}

export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly pages: readonly [];
    readonly entries: readonly HarEntry[];
  };
}

export function toHar(exchanges: readonly Exchange[]): Har {
  return {
    log: {
      version: '1.2',
      creator: { name: 'Grantscope', version: '1' },
      pages: [],
      entries: exchanges.map(toEntry),
    },
  };
}

function toEntry(exchange: Exchange): HarEntry {
  const wait = exchange.duration ?? 0;
  const receive = Math.max(0, (exchange.finished ?? wait) - wait);
  const { requestBody, responseBody } = exchange;
  const timings = timingsOf(exchange) ?? { send: 0, wait, receive };
  const isForm = exchange.kind === 'token' && requestBody;
  const postData = isForm
    ? { mimeType: requestBody.type, params: exchange.parameters.map(pair) }
    : requestBody?.text !== undefined && { mimeType: requestBody.type, text: requestBody.text };
  return {
    startedDateTime: new Date(exchange.startedAt).toISOString(),
    time: sumOf(timings),
    request: {
      method: exchange.method,
      url: exchange.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: exchange.requestHeaders.map(pair),
      queryString: queryOf(exchange.url),
      ...(postData ? { postData } : {}),
      headersSize: -1,
      bodySize: requestBody?.size ?? 0,
    },
    response: {
      status: exchange.status ?? 0,
      statusText: exchange.failure ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: exchange.responseHeaders.map(pair),
      content: {
        size: responseBody?.size ?? 0,
        mimeType: responseBody?.type ?? '',
        ...(responseBody?.text === undefined ? {} : { text: responseBody.text }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: responseBody?.size ?? -1,
    },
    cache: {},
    timings,
    _grantscope: exchange,
  };
}

function timingsOf({ phases }: Exchange): HarEntry['timings'] | undefined {
  if (!phases?.parts) return undefined;
  const { blocked, dns, connect, tls, wait, receive } = phases.parts;
  return { blocked, dns, connect: connect + tls, ssl: tls, send: 0, wait, receive };
}

function sumOf(timings: HarEntry['timings']): number {
  return Object.entries(timings).reduce(
    (sum, [name, part]) => (name === 'ssl' ? sum : sum + Math.max(0, part)),
    0,
  );
}

function pair([name, value]: Field): Pair {
  return { name, value };
}

function queryOf(url: string): Pair[] {
  return [...(URL.parse(url)?.searchParams ?? [])].map(pair);
}
