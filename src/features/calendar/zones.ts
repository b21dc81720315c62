/** The zones that a person lives by: the browser's own unless they chose another, and one more beside it. */
import { isZone, ownZone } from '#lib/zoned-time.ts';
import { preference } from '#shell/preference.ts';

const isZoneOrNone = (text: string): text is string => text === '' || isZone(text);

/** Empty for the browser's own. */
export const mainZone = preference<string>('calendar-zone', '', isZoneOrNone);
/** Empty for none. */
export const besideZone = preference<string>('calendar-beside', '', isZoneOrNone);

export function zoneOrOwn(chosen: string): string {
  return chosen || todaysName(ownZone());
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
