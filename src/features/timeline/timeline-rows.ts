/** The rows of the waterfall: what is wanted of it, cut into bursts with a scale of their own. */
import type { Exchange } from '#http/exchange.ts';
import { formatCount } from '#lib/format-number.ts';
import type { ListRow } from '#ui/list/listbox-props.ts';
import { causeInWords, durationInWords, isFailure, titleOf } from './exchange-in-words.ts';

export type TimelineFilter = 'all' | 'sign-in' | 'tokens' | 'api' | 'failures' | 'pinned';

export interface Bar {
  readonly exchange: Exchange;
  readonly isPinned: boolean;
  /** Parts of the width of its burst. */
  readonly from: number;
  readonly width: number;
  /** Milliseconds of the whole width. */
  readonly span: number;
  readonly duration: number | undefined;
}

/** Milliseconds of quiet after which another burst begins. */
const quiet = 1500;
/** Shorter bursts are not stretched over the whole width. */
const shortestBurst = 200;

export function wantedExchanges(
  all: readonly Exchange[],
  filter: TimelineFilter,
  search: string,
  pinned: ReadonlySet<string>,
): Exchange[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(
    (exchange) =>
      passes(exchange, filter, pinned) && words.every((word) => textOf(exchange).includes(word)),
  );
}

function passes(exchange: Exchange, filter: TimelineFilter, pinned: ReadonlySet<string>): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'sign-in':
      return ['authorize', 'callback', 'admin-consent', 'sign-out', 'keys'].includes(exchange.kind);
    case 'tokens':
      return exchange.kind === 'token';
    case 'api':
      return exchange.kind === 'api';
    case 'failures':
      return isFailure(exchange);
    case 'pinned':
      return pinned.has(exchange.id);
  }
}

/** A search looks through ten thousand of them with every letter. */
const texts = new WeakMap<Exchange, string>();

function textOf(exchange: Exchange): string {
  const known = texts.get(exchange);
  if (known !== undefined) return known;
  const { url, status, requestId, clientRequestId, traceId, correlationId, scopes } = exchange;
  const text = [
    titleOf(exchange),
    causeInWords(exchange),
    ...[url, status, requestId, clientRequestId, traceId, correlationId, ...scopes],
  ]
    .join(' ')
    .toLowerCase();
  texts.set(exchange, text);
  return text;
}

/** How long the person was at Microsoft's page: until the answer that carries the same state. */
export function timeAway(all: readonly Exchange[]): ReadonlyMap<string, number> {
  const stateOf = ({ parameters }: Exchange) => parameters.find(([name]) => name === 'state')?.[1];
  const answers = new Map<string, Exchange>();
  for (const each of all) {
    const state = each.kind === 'callback' ? stateOf(each) : undefined;
    if (state !== undefined) answers.set(state, each);
  }
  const away = new Map<string, number>();
  for (const each of all) {
    if (each.kind !== 'authorize') continue;
    const answer = answers.get(stateOf(each) ?? '');
    if (answer) away.set(each.id, answer.startedAt - each.startedAt);
  }
  return away;
}

export function timelineRows(
  exchanges: readonly Exchange[],
  away: ReadonlyMap<string, number>,
  pinned: ReadonlySet<string>,
  clock: (at: number) => string,
): ListRow<Bar>[] {
  const sorted = exchanges.toSorted((a, b) => a.startedAt - b.startedAt);
  const lengthOf = (each: Exchange) => away.get(each.id) ?? each.finished ?? each.duration;
  // A person's time at another page is no scale for milliseconds.
  const endOf = (each: Exchange) => each.startedAt + Math.min(lengthOf(each) ?? 0, 60_000);
  return bursts(sorted, endOf).flatMap((burst) => {
    const start = burst[0]?.startedAt ?? 0;
    const end = Math.max(...burst.map(endOf));
    const span = Math.max(end - start, shortestBurst);
    const heading: ListRow<Bar> = {
      kind: 'heading',
      key: `burst ${burst[0]?.id}`,
      text: `${clock(start)} · ${formatCount(burst.length)} ${burst.length === 1 ? 'message' : 'messages'} in ${durationInWords(end - start)}`,
    };
    const options = burst.map((exchange): ListRow<Bar> => {
      const duration = lengthOf(exchange);
      return {
        kind: 'option',
        key: exchange.id,
        item: {
          exchange,
          isPinned: pinned.has(exchange.id),
          from: (exchange.startedAt - start) / span,
          width: Math.min((duration ?? 0) / span, 1 - (exchange.startedAt - start) / span),
          span,
          duration,
        },
      };
    });
    return [heading, ...options];
  });
}

function bursts(sorted: readonly Exchange[], endOf: (each: Exchange) => number): Exchange[][] {
  const found: Exchange[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const exchange of sorted) {
    if (exchange.startedAt - end > quiet) found.push([exchange]);
    else found.at(-1)?.push(exchange);
    end = Math.max(end, endOf(exchange));
  }
  return found;
}
