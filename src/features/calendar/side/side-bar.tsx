import { useRef } from 'react';
import type { Day } from '#lib/days.ts';
import type { Range } from '#features/calendar/calendar-api.ts';
import type { Calendar } from '#features/calendar/calendars.ts';
import type { Period } from '#features/calendar/period.ts';
import type { Colleague } from '#features/calendar/schedule.ts';
import styles from '#features/calendar/calendar-screen.module.css';
import { CalendarChoice } from './calendar-choice.tsx';
import { Colleagues } from './colleagues.tsx';
import { MiniMonth } from './mini-month.tsx';
import { ZoneChoice } from './zone-choice.tsx';

/** What decides what is shown. Beside the calendar where there is room, else a popover that a button opens. */
export function SideBar({
  id,
  calendars,
  period: { view, date, days },
  today,
  firstWeekday,
  range,
  zone,
  colleagues,
  onColleagues,
  onDate,
}: {
  id: string;
  calendars: readonly Calendar[];
  period: Period;
  today: Day;
  firstWeekday: number;
  range: Range;
  zone: string;
  colleagues: readonly Colleague[];
  onColleagues: (colleagues: readonly Colleague[]) => void;
  onDate: (day: Day) => void;
}) {
  const bar = useRef<HTMLElement>(null);
  return (
    <aside
      ref={bar}
      id={id}
      popover="auto"
      className={styles.side}
      aria-label="Calendars and zones"
    >
      <MiniMonth
        date={date}
        // A whole month in sight is no news in a month.
        days={view === 'month' ? [date] : days}
        today={today}
        first={firstWeekday}
        onDate={(day) => {
          if (bar.current?.matches(':popover-open')) bar.current.hidePopover();
          onDate(day);
        }}
      />
      <CalendarChoice calendars={calendars} />
      <ZoneChoice />
      <Colleagues shown={colleagues} range={range} zone={zone} onShown={onColleagues} />
    </aside>
  );
}
