/**
 * Makes records of what the tap tells, without anything secret in them, and finds out what made what necessary: a 401
 * the renewal, the renewal the second attempt. Stands in the worker, where the raw messages end.
 */
import { emptyExchange, type Exchange } from './exchange.ts';
import type { TapEvent } from './exchange-tap.ts';
import { createStopwatch } from './phases.ts';
import {
  bodyText,
  readAnswer,
  readCopy,
  readRequest,
  recordedText,
  withoutQuery,
} from './read-exchange.ts';
import { redactMessageUrl, redactParameters, redactUrl } from './redact.ts';

type Sent = Extract<TapEvent, { kind: 'sent' }>;

interface Open {
  exchange: Exchange;
  /** Method and address, as sent. */
  readonly call: string;
  readonly address: string;
  readonly startedAt: number;
  /** What only comes in turns: an answer is not told before its request. */
  turn: Promise<void>;
}

/** A 401 that somebody does something about. */
interface Refused {
  readonly id: string;
  readonly call: string;
  readonly resource: string | undefined;
  /** What the call needed. */
  readonly scopes: readonly string[];
  readonly clock: number;
  renewal?: string;
}

const of = ({ resource, scopes }: Exchange) => ({ resource, scopes });

/** Graph's scopes may stand without their API, the others name it. */
function names(scopes: readonly string[], { resource = '' }: Refused, name: string): boolean {
  const api = resource.replace(/\/$/, '');
  return scopes.some(
    (scope) => scope === name || (scope.startsWith(api) && scope.endsWith(`/${name}`)),
  );
}

/** Milliseconds: a second attempt comes at once, or it is another question. */
const attemptsBelong = 60_000;

/** @param record is given each exchange when it begins and whenever more is known of it */
export function createRecorder(record: (exchange: Exchange) => void): (event: TapEvent) => void {
  const open = new Map<string, Open>();
  const ids = new WeakMap<Response, string>();
  const refused: Refused[] = [];
  const measured = createStopwatch();

  function begin({ id, at, clock, request, body, why }: Sent): void {
    const kind = why.kind ?? 'api';
    const call = `${request.method} ${request.url}`;
    const before = refused.find(
      (each) => each.call === call && clock - each.clock < attemptsBelong,
    );
    if (before) refused.splice(refused.indexOf(before), 1);
    const exchange: Exchange = {
      ...emptyExchange,
      id,
      kind,
      cause: why.cause,
      screen: why.screen,
      method: request.method,
      url: kind === 'api' ? redactUrl(request.url) : withoutQuery(request.url),
      resource: why.resource,
      scopes: why.scopes ?? [],
      tokenScopes: why.tokenScopes ?? [],
      startedAt: at,
      retryOf: before?.id,
      // At once: what is sent next may be the second attempt, and asks for it.
      causedBy: kind === 'token' ? renewalOf(id, body) : (before?.renewal ?? before?.id),
    };
    const address = request.url;
    const entry: Open = { exchange, call, address, startedAt: clock, turn: Promise.resolve() };
    open.set(id, entry);
    record(exchange);
    change(entry, async (known) => ({ ...known, ...(await readRequest(known, request, body)) }));
  }

  /** A renewal asks for what the token that was turned away could do. */
  function renewalOf(id: string, body: unknown): string | undefined {
    const scopes = new URLSearchParams(bodyText(body)).get('scope')?.split(' ') ?? [];
    const because = refused.find(
      (each) =>
        each.renewal === undefined && each.scopes.every((name) => names(scopes, each, name)),
    );
    if (!because) return undefined;
    for (const each of refused) if (each.resource === because.resource) each.renewal ??= id;
    return because.id;
  }

  function change(entry: Open, how: (known: Exchange) => Exchange | Promise<Exchange>): void {
    entry.turn = entry.turn
      .then(async () => {
        entry.exchange = await how(entry.exchange);
        record(entry.exchange);
      })
      // A message that cannot be read stays recorded as far as it could be.
      .catch(() => undefined);
  }

  function answered({ id, clock, response, copy }: Extract<TapEvent, { kind: 'answered' }>): void {
    const entry = open.get(id);
    if (!entry) return;
    ids.set(response, id);
    const { exchange } = entry;
    if (exchange.kind === 'api' && response.status === 401 && !exchange.retryOf) {
      remember({ id, call: entry.call, ...of(exchange), clock });
    }
    const duration = clock - entry.startedAt;
    change(entry, (known) => ({ ...known, ...readAnswer(known, response), duration }));
    if (!copy) return;
    open.delete(id);
    change(entry, async (known) => ({ ...known, ...(await readCopy(known, copy)) }));
    void measure(entry);
  }

  /** Told later than the answer, if at all. */
  async function measure(entry: Open): Promise<void> {
    const phases = await measured(entry.address, entry.startedAt);
    if (phases) change(entry, (known) => ({ ...known, phases }));
  }

  function remember(one: Refused): void {
    refused.push(one);
    if (refused.length > 50) refused.shift();
  }

  function bodyCame(event: Extract<TapEvent, { kind: 'body' }>): void {
    const id = ids.get(event.response);
    const entry = id === undefined ? undefined : open.get(id);
    if (!entry || id === undefined) return;
    open.delete(id);
    const type = event.response.headers.get('content-type') ?? '';
    change(entry, (known) => ({
      ...known,
      finished: event.clock - entry.startedAt,
      responseBody: recordedText(type, event.size, event.head),
    }));
    void measure(entry);
  }

  async function arrived(at: number, path: string): Promise<void> {
    const url = new URL(path, globalThis.location?.origin ?? 'http://localhost');
    const address = url.href;
    const fragment = new URLSearchParams(url.hash.slice(1));
    const known: Exchange = {
      ...emptyExchange,
      id: `arrived-${at}`,
      kind: 'callback',
      cause: 'sign-in',
      method: 'GET',
      url: withoutQuery(address).replace(/#.*/, ''),
      startedAt: at,
      duration: 0,
      finished: 0,
      status: 200,
    };
    // At once, so that it has its place before what it leads to.
    record(known);
    record({
      ...known,
      url: await redactMessageUrl(address),
      parameters: await redactParameters([...url.searchParams, ...fragment]),
    });
  }

  return (event) => {
    switch (event.kind) {
      case 'sent':
        return begin(event);
      case 'answered':
        return answered(event);
      case 'body':
        return bodyCame(event);
      case 'arrived':
        return void arrived(event.at, event.path);
      case 'failed': {
        const entry = open.get(event.id);
        open.delete(event.id);
        const duration = entry && event.clock - entry.startedAt;
        if (entry) change(entry, (known) => ({ ...known, failure: event.failure, duration }));
      }
    }
  };
}
