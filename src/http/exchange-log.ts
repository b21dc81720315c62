/** The last exchanges with the world, already redacted: what the status line and the timeline show. */
import { createSubject, type Observable } from '#lib/observable.ts';
import type { Exchange } from './exchange.ts';

const capacity = 10_000;
/** Characters of all recorded bodies together; the oldest make room for the newest. */
const bodyCapacity = 16_000_000;

const log = createSubject<readonly Exchange[]>([]);
const places = new Map<string, number>();
/** How many entries have been dropped at the front: places count from the first that ever was. */
let dropped = 0;
let bodies = 0;

/** Oldest first. */
export const exchangeLog: Observable<readonly Exchange[]> = log;

/** Adds an exchange, or what is new about one that is known by its `id`. */
export function adoptExchange(exchange: Exchange): void {
  adoptExchanges([exchange]);
}

/** Many at once, oldest first: as one change for whoever watches. */
export function adoptExchanges(exchanges: readonly Exchange[]): void {
  const all = [...log.get()];
  for (const exchange of exchanges) {
    const place = places.get(exchange.id);
    const at = place === undefined ? all.length : place - dropped;
    bodies += bodySize(exchange) - bodySize(all[at]);
    all[at] = exchange;
    places.set(exchange.id, at + dropped);
  }
  const surplus = all.length - capacity;
  if (surplus > 0) {
    for (const gone of all.splice(0, surplus)) {
      places.delete(gone.id);
      bodies -= bodySize(gone);
    }
    dropped += surplus;
  }
  makeRoom(all);
  log.set(all);
}

/** Part of signing out: addresses may name people. */
export function clearExchangeLog(): void {
  places.clear();
  dropped = 0;
  bodies = 0;
  log.set([]);
}

function makeRoom(all: Exchange[]): void {
  for (const [at, each] of all.entries()) {
    if (bodies <= bodyCapacity) return;
    const size = bodySize(each);
    if (size === 0) continue;
    bodies -= size;
    all[at] = {
      ...each,
      requestBody: each.requestBody && { ...each.requestBody, text: undefined },
      responseBody: each.responseBody && { ...each.responseBody, text: undefined },
    };
  }
}

function bodySize(exchange: Exchange | undefined): number {
  return (exchange?.requestBody?.text?.length ?? 0) + (exchange?.responseBody?.text?.length ?? 0);
}
