import type * as wire from '#contract/calendar.ts';
import type { Tone } from './calendars.ts';
import { momentOf, type ShowAs } from '#features/calendar/events/calendar-event.ts';

export interface BusyTime {
  readonly start: number;
  readonly end: number;
  readonly status: ShowAs;
  /** Only where the colleague shows it. */
  readonly title: string;
}

export interface Schedule {
  readonly address: string;
  readonly busy: readonly BusyTime[];
  /** Why nothing is known: nobody of that address, or no right to see. */
  readonly problem: string | undefined;
}

/** One for each colleague beside the days, who are three at most; calendars seldom have them. */
export const colleagueTones = ['teal', 'pink', 'brown'] as const satisfies readonly Tone[];

/** Somebody who is shown beside the days, and as long as that in the same colour. */
export interface Colleague {
  readonly address: string;
  readonly tone: Tone;
}

/** One more, in a colour that nobody has; who has been there longest makes room where there is none. */
export function withColleague(shown: readonly Colleague[], address: string): readonly Colleague[] {
  if (shown.some((each) => each.address === address)) return shown;
  const kept = shown.slice(1 - colleagueTones.length);
  const isFree = (tone: Tone) => !kept.some((each) => each.tone === tone);
  return [...kept, { address, tone: colleagueTones.find(isFree) ?? colleagueTones[0] }];
}

export interface ColleagueSchedule extends Schedule {
  /** Which of the colleagues. */
  readonly at: number;
  readonly tone: Tone;
}

/** Minutes of one digit of `availabilityView`. */
export const slotMinutes = 30;

/** @param start of the time that was asked for, which the digits count from */
export function toSchedule(schedule: wire.ScheduleInformation, start: number): Schedule {
  const items = (schedule.scheduleItems ?? []).flatMap(toBusyTime);
  return {
    address: schedule.scheduleId ?? '',
    // Whoever may see no items may still see the digits.
    busy: items.length > 0 ? items : fromDigits(schedule.availabilityView ?? '', start),
    problem: schedule.error
      ? schedule.error.message || schedule.error.responseCode || 'Nothing is known of this address.'
      : undefined,
  };
}

const statuses: readonly ShowAs[] = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'];

function toBusyTime({ status, subject, start, end }: wire.ScheduleItem): BusyTime[] {
  const [from, to] = [momentOf(start), momentOf(end)];
  const known = statuses.find((each) => each === status) ?? 'unknown';
  if (from === undefined || to === undefined || to <= from || known === 'free') return [];
  return [{ start: from, end: to, status: known, title: subject?.trim() ?? '' }];
}

function fromDigits(digits: string, start: number): BusyTime[] {
  const slot = slotMinutes * 60_000;
  const found: BusyTime[] = [];
  for (const [index, digit] of [...digits].entries()) {
    const status = statuses[Number(digit)] ?? 'unknown';
    if (status === 'free') continue;
    const from = start + index * slot;
    const last = found.at(-1);
    if (last?.end === from && last.status === status) {
      found[found.length - 1] = { ...last, end: from + slot };
    } else {
      found.push({ start: from, end: from + slot, status, title: '' });
    }
  }
  return found;
}

const words: Record<ShowAs, string> = {
  free: 'free',
  tentative: 'tentative',
  busy: 'busy',
  oof: 'away',
  workingElsewhere: 'working elsewhere',
  unknown: 'not known',
};

export function statusInWords(status: ShowAs): string {
  return words[status];
}
