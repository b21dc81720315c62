import {
  addDays,
  addMonths,
  dayList,
  isDay,
  startOfMonth,
  startOfWeek,
  weeksOfMonth,
  type Day,
} from '#lib/days.ts';

export const views = ['agenda', 'week', 'month'] as const;
export type View = (typeof views)[number];

/** How much of the calendar is in sight, and round which day. */
export interface Period {
  readonly view: View;
  /** The day that is looked at. */
  readonly date: Day;
  /** All that are in sight. */
  readonly days: readonly Day[];
}

/** What there is room for, and what a week begins with. */
export interface Frame {
  /** Columns of the week: seven, or three on a phone. */
  readonly columns: number;
  readonly firstWeekday: number;
}

/** Two weeks: as much as one looks ahead. */
const agendaDays = 14;

export function periodOf(view: View, date: Day, { columns, firstWeekday }: Frame): Period {
  switch (view) {
    case 'agenda':
      return { view, date, days: dayList(date, agendaDays) };
    case 'week':
      return {
        view,
        date,
        days: dayList(columns === 7 ? startOfWeek(date, firstWeekday) : date, columns),
      };
    case 'month':
      return { view, date, days: weeksOfMonth(date, firstWeekday).flat() };
  }
}

/** The day to look at in the next period, or with −1 in the one before. */
export function stepOf({ view, date, days }: Period, direction: 1 | -1): Day {
  if (view === 'month') return addMonths(startOfMonth(date), direction);
  return addDays(date, direction * days.length);
}

/** From the address, which anybody may have written. */
export function periodIn(params: URLSearchParams, today: Day, usual: View, frame: Frame): Period {
  const date = params.get('date') ?? '';
  const view = views.find((each) => each === params.get('view')) ?? usual;
  return periodOf(view, isDay(date) ? date : today, frame);
}

/** The hour that somebody came for, by the address; `undefined` for whoever came for none. */
export function hourIn(params: URLSearchParams): number | undefined {
  const hour = params.get('hour') ?? '';
  return /^(?:1?\d|2[0-3])$/.test(hour) ? Number(hour) : undefined;
}

/** The weekday that weeks begin with where the browser is at home. */
export function firstWeekday(language: string): number {
  try {
    const here = new Intl.Locale(language) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number };
      weekInfo?: { firstDay: number };
    };
    return (here.getWeekInfo?.() ?? here.weekInfo)?.firstDay ?? 1;
  } catch {
    return 1;
  }
}
