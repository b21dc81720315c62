/** Where the time of a message went, as far as the browser tells (Resource Timing). */
import type { Phases } from './exchange.ts';

export type Measured = Pick<
  PerformanceResourceTiming,
  | 'name'
  | 'startTime'
  | 'duration'
  | 'domainLookupStart'
  | 'domainLookupEnd'
  | 'connectStart'
  | 'secureConnectionStart'
  | 'connectEnd'
  | 'requestStart'
  | 'responseStart'
  | 'responseEnd'
>;

/** @see https://www.w3.org/TR/resource-timing/#dfn-timing-allow-check (hidden moments are zero) */
export function phasesOf(entry: Measured): Phases {
  const { startTime, duration, domainLookupStart, domainLookupEnd, connectStart } = entry;
  const { secureConnectionStart, connectEnd, requestStart, responseStart, responseEnd } = entry;
  if (requestStart === 0 || responseStart === 0) return { total: duration, parts: undefined };
  const tls = secureConnectionStart > 0 ? connectEnd - secureConnectionStart : 0;
  const dns = domainLookupEnd - domainLookupStart;
  const connect = connectEnd - connectStart - tls;
  const wait = responseStart - requestStart;
  const receive = responseEnd - responseStart;
  const blocked = Math.max(0, requestStart - startTime - dns - connect - tls);
  return { total: duration, parts: { blocked, dns, connect, tls, wait, receive } };
}

/** Milliseconds within which a browser tells what it has measured. */
const soon = 1000;
/** The buffer of a document ends at 250 entries for good; an observer goes on. */
const kept = 50;

/**
 * @returns what finds the measurement of the message that was sent to `url` at `clock`, once; it waits a moment for it
 */
export function createStopwatch(): (url: string, clock: number) => Promise<Phases | undefined> {
  const entries: Measured[] = [];
  const waiting = new Set<() => void>();
  try {
    new PerformanceObserver((list) => {
      entries.push(...(list.getEntries() as PerformanceResourceTiming[]));
      entries.splice(0, Math.max(0, entries.length - kept));
      for (const look of waiting) look();
    }).observe({ type: 'resource', buffered: true });
  } catch {
    // A browser without it measures nothing, and all is as before.
    return async () => undefined;
  }
  const take = (url: string, clock: number) => {
    // Clocks are rounded, each in its own way.
    const at = entries.findIndex((each) => each.name === url && each.startTime > clock - 5);
    return entries.splice(at, at < 0 ? 0 : 1)[0];
  };
  return (url, clock) =>
    new Promise((done) => {
      const finish = (entry: Measured | undefined) => {
        clearTimeout(timer);
        waiting.delete(look);
        done(entry && phasesOf(entry));
      };
      const look = () => {
        const entry = take(url, clock);
        if (entry) finish(entry);
      };
      const timer = setTimeout(() => finish(undefined), soon);
      waiting.add(look);
      look();
    });
}
