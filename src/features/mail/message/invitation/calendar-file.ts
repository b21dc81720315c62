/** The little of an iCalendar file (RFC 5545) that an invitation is told by. */

export interface Meeting {
  readonly kind: 'request' | 'cancelled' | 'accepted' | 'tentative' | 'declined' | 'other';
  readonly title: string | undefined;
  readonly place: string | undefined;
  readonly start: Date;
  readonly end: Date | undefined;
  readonly isAllDay: boolean;
}

/** @returns `undefined` where it is no invitation, or says nothing of a time */
export function readInvitation(text: string): Meeting | undefined {
  // Long lines go on after a line break and a space.
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const from = lines.findIndex((line) => /^BEGIN:VEVENT$/i.test(line.trim()));
  if (from < 0) return undefined;
  const to = lines.findIndex((line, at) => at > from && /^END:VEVENT$/i.test(line.trim()));
  const event = lines.slice(from + 1, to < 0 ? undefined : to);
  const start = readTime(fieldOf(event, 'DTSTART'));
  if (!start) return undefined;
  const method = fieldOf(lines.slice(0, from), 'METHOD')?.value.toUpperCase() ?? '';
  const answer = /PARTSTAT=([A-Z-]+)/i.exec(fieldOf(event, 'ATTENDEE')?.parameters ?? '')?.[1];
  return {
    kind: kindOf(method, answer?.toUpperCase()),
    title: plain(fieldOf(event, 'SUMMARY')?.value),
    place: plain(fieldOf(event, 'LOCATION')?.value),
    start: start.time,
    end: readTime(fieldOf(event, 'DTEND'))?.time,
    isAllDay: start.isDay,
  };
}

interface Field {
  readonly parameters: string;
  readonly value: string;
}

function fieldOf(lines: readonly string[], name: string): Field | undefined {
  for (const line of lines) {
    const match = /^([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/.exec(line);
    if (match?.[1]?.toUpperCase() === name) {
      return { parameters: match[2] ?? '', value: (match[3] ?? '').trim() };
    }
  }
  return undefined;
}

function readTime(field: Field | undefined): { time: Date; isDay: boolean } | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(field?.value ?? '');
  if (!match) return undefined;
  const [year = 0, month = 1, day = 1, hour, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  // A day is a day wherever one is.
  if (hour === undefined) return { time: new Date(year, month - 1, day), isDay: true };
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  if (match[7]) return { time: new Date(utc), isDay: false };
  const zone = /TZID="?([^";:]+)/i.exec(field?.parameters ?? '')?.[1];
  const time = zone ? inZone(utc, zone) : undefined;
  return { time: time ?? new Date(year, month - 1, day, hour, minute, second), isDay: false };
}

/** The moment when clocks of a zone (by its IANA name) show what `utc` shows in UTC. */
function inZone(utc: number, zone: string): Date | undefined {
  try {
    const offset = (at: number) => {
      const parts = new Intl.DateTimeFormat('en-US', {
        ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
        ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
      }).formatToParts(at);
      const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
      const shown = Date.UTC(
        ...([of('year'), of('month') - 1, of('day'), of('hour'), of('minute')] as const),
        of('second'),
      );
      return shown - at;
    };
    // Twice, for the hours about the change of the clocks.
    return new Date(utc - offset(utc - offset(utc)));
  } catch {
    // Outlook's own names of zones are not known here: the reader's zone is nearer than none.
    return undefined;
  }
}

function kindOf(method: string, answer: string | undefined): Meeting['kind'] {
  if (method === 'CANCEL') return 'cancelled';
  if (method === 'REPLY') {
    if (answer === 'ACCEPTED') return 'accepted';
    return answer === 'DECLINED' ? 'declined' : 'tentative';
  }
  return method === 'REQUEST' || method === '' ? 'request' : 'other';
}

function plain(value: string | undefined): string | undefined {
  const text = value
    ?.replaceAll(/\\n/gi, ' ')
    .replaceAll(/\\([,;\\])/g, '$1')
    .trim();
  return text || undefined;
}
