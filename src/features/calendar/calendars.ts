import type * as wire from '#contract/calendar.ts';

/** What a calendar is coloured with; the words of the service, and one for a colour of somebody's own. */
export const tones = [
  'blue',
  'green',
  'orange',
  'gray',
  'yellow',
  'teal',
  'pink',
  'brown',
  'red',
  'violet',
] as const;

export type Tone = (typeof tones)[number];

export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly tone: Tone;
  /** Whose it is, when it is another's. */
  readonly owner: string | undefined;
  readonly canEdit: boolean;
}

/** The default one first, the others by name. */
export function toCalendars(
  calendars: readonly wire.Calendar[],
  // The person's own address.
  me: string | undefined,
): Calendar[] {
  const free = tones.filter((tone) => !calendars.some((each) => toneOf(each) === tone));
  return calendars
    .toSorted(
      (a, b) =>
        Number(b.isDefaultCalendar ?? false) - Number(a.isDefaultCalendar ?? false) ||
        nameOf(a).localeCompare(nameOf(b)),
    )
    .map((calendar, index) => ({
      id: calendar.id,
      name: nameOf(calendar),
      isDefault: calendar.isDefaultCalendar ?? false,
      // Without a colour of its own each gets one that no other has, as long as there are any.
      tone: toneOf(calendar) ?? free.shift() ?? tones[index % tones.length] ?? 'blue',
      owner: ownerOf(calendar, me),
      canEdit: calendar.canEdit ?? false,
    }));
}

function nameOf({ name }: wire.Calendar): string {
  return name?.trim() || 'No name';
}

function ownerOf({ owner }: wire.Calendar, me: string | undefined): string | undefined {
  const address = owner?.address?.toLowerCase();
  if (!address || address === me?.toLowerCase()) return undefined;
  return owner?.name || owner?.address || undefined;
}

function toneOf({ color, hexColor }: wire.Calendar): Tone | undefined {
  const byHue = hexColor ? toneOfHex(hexColor) : undefined;
  if (byHue) return byHue;
  const name = typeof color === 'string' ? color.replace(/^light/, '').toLowerCase() : '';
  if (name === 'maxcolor') return 'violet';
  return tones.find((tone) => tone === name);
}

/** Degrees on the colour wheel up to which each tone reaches. */
const hues: readonly (readonly [number, Tone])[] = [
  [15, 'red'],
  [40, 'orange'],
  [70, 'yellow'],
  [160, 'green'],
  [195, 'teal'],
  [255, 'blue'],
  [290, 'violet'],
  [345, 'pink'],
  [360, 'red'],
];

/** The tone nearest to a colour: ours can be read in light and in dark, a colour of somebody's own need not. */
function toneOfHex(hex: string): Tone | undefined {
  const digits = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex.trim());
  if (!digits) return undefined;
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((part) => Number.parseInt(part, 16));
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 24) return 'gray';
  const sector =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  const hue = sector * 60;
  if (hue < 45 && most < 150) return 'brown';
  return hues.find(([until]) => hue <= until)?.[1];
}
