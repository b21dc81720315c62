/** The time of one message, part after part, and how much of it a browser would tell. */
import type { Exchange } from '#http/exchange.ts';

export interface TimingPart {
  readonly words: string;
  /** Milliseconds from the beginning, and how long. */
  readonly from: number;
  readonly length: number;
}

export interface Timing {
  readonly parts: readonly TimingPart[];
  /** Milliseconds of the whole. */
  readonly total: number;
  /** What is to be said about the parts. */
  readonly note: string;
}

/** @returns `undefined` while the message is on its way, or for one that nobody waits for */
export function timingOf({ url, duration, finished, phases, kind }: Exchange): Timing | undefined {
  if (duration === undefined || kind === 'authorize' || kind === 'callback') return undefined;
  if (phases?.parts) {
    const { blocked, dns, connect, tls, wait, receive } = phases.parts;
    return inTurn(
      [
        ['In line, or behind a preflight', blocked],
        ['Name look-up (DNS)', dns],
        ['Connection (TCP)', connect],
        ['Encryption (TLS)', tls],
        ['Waiting for the answer', wait],
        ['Receiving it', receive],
      ],
      dns + connect + tls === 0
        ? 'A connection that was open already was used: nothing had to be looked up or opened.'
        : 'Measured by the browser (Resource Timing).',
    );
  }
  const receive = Math.max(0, (finished ?? duration) - duration);
  const host = URL.parse(url)?.host ?? 'The host';
  return inTurn(
    [
      ['Until the answer began', duration],
      ['Receiving it', receive],
    ],
    phases
      ? `Measured here. How long look-up, connection and encryption took the browser keeps to itself: ${host} sends no Timing-Allow-Origin.`
      : 'Measured here. The browser has no measurement of it: it went over no network, or was not told in time.',
  );
}

function inTurn(rows: readonly (readonly [words: string, length: number])[], note: string): Timing {
  let from = 0;
  const parts = rows.map(([words, length]) => {
    const part = { words, from, length };
    from += length;
    return part;
  });
  return { parts, total: from, note };
}
