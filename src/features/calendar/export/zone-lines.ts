import { offsetAt } from '#lib/zoned-time.ts';
import { calendarMoment } from './ics-text.ts';

const week = 7 * 86_400_000;

/**
 * A zone as its changes of the clocks between two moments (RFC 5545 section 3.6.5). Most readers know the zone by its
 * name and never look; for the others each change is told, because the browser knows the changes but not their rule.
 */
export function zoneLines(zone: string, from: number, to: number): string[] {
  const kinds = new Map<string, Change[]>();
  for (const change of changesOf(zone, from, to)) {
    const kind = `${change.before} ${change.after}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), change]);
  }
  const start = offsetAt(from, zone);
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance([{ at: from, before: start, after: start }]),
    ...[...kinds.values()].flatMap(observance),
    'END:VTIMEZONE',
  ];
}

interface Change {
  readonly at: number;
  /** Milliseconds ahead of UTC. */
  readonly before: number;
  readonly after: number;
}

function changesOf(zone: string, from: number, to: number): Change[] {
  const changes: Change[] = [];
  for (let [at, before] = [from, offsetAt(from, zone)]; at < to; at += week) {
    const after = offsetAt(at + week, zone);
    if (after === before) continue;
    let [low, high] = [at, at + week];
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle, zone) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: Math.floor(high / 1000) * 1000, before, after });
    before = after;
  }
  return changes;
}

function observance(changes: readonly Change[]): string[] {
  const [first] = changes;
  if (!first) return [];
  const { before, after } = first;
  // Told by the clock as it stood before.
  const [begin, ...others] = changes.map(({ at }) => calendarMoment(at + before).slice(0, -1));
  const name = after > before ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${begin}`,
    // One a line: some readers see only the first of a list.
    ...others.map((other) => `RDATE:${other}`),
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${name}`,
  ];
}

/** `+0530` */
function offset(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${milliseconds < 0 ? '-' : '+'}${digits.join('')}`;
}
