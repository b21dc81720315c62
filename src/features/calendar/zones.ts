/** The zones that a person lives by: the mailbox's or the browser's own unless they chose another, and one more beside it. */
import { isZone, offsetAt, ownZone } from '#lib/zoned-time.ts';
import { preference } from '#shell/preference.ts';

export const noZone = 'none';
const isChoice = (text: string): text is string => text === '' || text === noZone || isZone(text);

/** Empty for the mailbox's where it is known, and the browser's own where not. */
export const mainZone = preference<string>('calendar-zone', '', isChoice);
/** Empty for the browser's own where the mailbox has another, and for none where not. */
export const besideZone = preference<string>('calendar-beside', '', isChoice);

export interface Zones {
  readonly zone: string;
  readonly beside: string | undefined;
  /** Whose zone it is when nothing is chosen. */
  readonly usual: { readonly of: 'mailbox' | 'browser'; readonly zone: string };
  /** What stands beside it when nothing is chosen. */
  readonly usualBeside: string | undefined;
}

/** @param mailbox the zone that the person set in Outlook, where that is known */
export function zonesShown(
  chosen: { readonly main: string; readonly beside: string },
  mailbox: string | undefined,
  own: string,
  now: number,
): Zones {
  // Outlook knows a hundred zones and the browser four hundred places: of two with the same clocks, the place says more.
  const isElsewhere = mailbox !== undefined && !hasSameClocks(mailbox, own, now);
  const usual = isElsewhere
    ? ({ of: 'mailbox', zone: mailbox } as const)
    : ({ of: 'browser', zone: own } as const);
  const zone = chosen.main && chosen.main !== noZone ? chosen.main : usual.zone;
  const usualBeside = isElsewhere && zone === mailbox ? own : undefined;
  const beside = chosen.beside === noZone ? undefined : chosen.beside || usualBeside;
  return { zone, beside: beside === zone ? undefined : beside, usual, usualBeside };
}

/** This winter and this summer, which is when zones differ if they do. */
function hasSameClocks(one: string, other: string, now: number): boolean {
  const year = new Date(now).getUTCFullYear();
  return [0, 6].every((month) => {
    const moment = Date.UTC(year, month, 15);
    return offsetAt(moment, one) === offsetAt(moment, other);
  });
}

export function ownPlace(): string {
  return todaysName(ownZone());
}

/** Browsers list some places by the names they had when the list began; nobody looks for them by those. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** The name that a place has today, where the browser knows it by that too. */
export function todaysName(zone: string): string {
  const name = renamed[zone];
  return name && isZone(name) ? name : zone;
}

/** Every zone there is, the browser's own among them even where its list has it by another name. */
export function allZones(): string[] {
  const all = [...Intl.supportedValuesOf('timeZone'), ownZone(), 'UTC'].map(todaysName);
  return [...new Set(all)].toSorted();
}
