/** What happened before this document was opened, brought back into its log; apart, because few documents have any. */
import type { Exchange } from './exchange.ts';
import { adoptExchanges, clearExchangeLog, exchangeLog } from './exchange-log.ts';

/** Puts what happened before everything that is here, as far as it is not here already. */
export function adoptEarlier(exchanges: readonly Exchange[]): void {
  const known = exchangeLog.get();
  const ids = new Set(known.map(({ id }) => id));
  const earlier = exchanges.filter(({ id }) => !ids.has(id));
  if (earlier.length === 0) return;
  clearExchangeLog();
  adoptExchanges([...earlier, ...known]);
}
