/** The way of a letter from server to server, by the `Received` fields that each of them wrote (RFC 5321, 4.4). */
import { valuesOf, withoutComments, type HeaderField } from './header-fields.ts';

export interface Hop {
  readonly from: string | undefined;
  readonly by: string | undefined;
  readonly protocol: string | undefined;
  readonly isEncrypted: boolean;
  readonly at: Date | undefined;
  /** Seconds since the hop before; less than nothing where the clocks of two servers differ. */
  readonly delay: number | undefined;
}

/** In the order of travel. */
export function deliveryPath(fields: readonly HeaderField[]): Hop[] {
  const hops = valuesOf(fields, 'Received').toReversed().map(readHop);
  return hops.map((hop, nth) => {
    const before = hops[nth - 1]?.at;
    const delay = hop.at && before ? (hop.at.getTime() - before.getTime()) / 1000 : undefined;
    return { ...hop, delay };
  });
}

function readHop(value: string): Omit<Hop, 'delay'> {
  const end = value.lastIndexOf(';');
  const stamp = end < 0 ? '' : withoutComments(value.slice(end + 1)).trim();
  const at = new Date(stamp);
  const way = withoutComments(end < 0 ? value : value.slice(0, end)).replaceAll(/\s+/g, ' ');
  const after = (word: string) => new RegExp(`(?:^| )${word} (\\S+)`, 'i').exec(way)?.[1];
  const protocol = after('with');
  return {
    from: after('from'),
    by: after('by'),
    protocol: protocol === 'Microsoft' ? 'Microsoft SMTP' : protocol,
    isEncrypted: /\bTLS|\b(?:LMTP|E?SMTP)SA?\b/i.test(value),
    at: Number.isNaN(at.getTime()) ? undefined : at,
  };
}

/** `12 s`, `3 min 5 s`, `2 h 10 min`; a clock that is behind is said to be. */
export function delayInWords(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const words =
    hours > 0
      ? `${hours} h ${minutes} min`
      : minutes > 0
        ? `${minutes} min ${whole % 60} s`
        : `${whole} s`;
  return seconds < 0 ? `${words} back: the clocks differ` : words;
}
