import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { addMonths, startOfMonth, weeksOfMonth, type Day } from '#lib/days.ts';
import { fullDay, monthHeading, shortWeekday } from '#features/calendar/words.ts';
import styles from './side-bar.module.css';

/** A month to jump in. It follows the day that is looked at, and can be turned on by itself. */
export function MiniMonth({
  date,
  days,
  today,
  first,
  onDate,
}: {
  date: Day;
  /** Those in sight. */
  days: readonly Day[];
  today: Day;
  /** The weekday that weeks begin with. */
  first: number;
  onDate: (day: Day) => void;
}) {
  const [turned, setTurned] = useState({ date, by: 0 });
  const by = turned.date === date ? turned.by : 0;
  const month = addMonths(startOfMonth(date), by);
  const weeks = weeksOfMonth(month, first);
  return (
    <div className={styles.mini}>
      <div className={styles.miniHead}>
        <span>{monthHeading(month)}</span>
        <Button
          kind="quiet"
          icon="chevron-left"
          label="Month before"
          onClick={() => setTurned({ date, by: by - 1 })}
        />
        <Button
          kind="quiet"
          icon="chevron-right"
          label="Next month"
          onClick={() => setTurned({ date, by: by + 1 })}
        />
      </div>
      <div className={styles.miniDays}>
        {weeks[0]?.map((day) => (
          <span key={day} className={styles.miniWeekday} aria-hidden>
            {shortWeekday(day).slice(0, 2)}
          </span>
        ))}
        {weeks.flat().map((day) => (
          <button
            key={day}
            type="button"
            // One stop for the tab key; the grid of the calendar has keys for days.
            tabIndex={day === date || (by !== 0 && day === month) ? 0 : -1}
            aria-label={fullDay(day)}
            aria-current={day === today ? 'date' : undefined}
            data-in-sight={days.includes(day) || undefined}
            data-other={!day.startsWith(month.slice(0, 7)) || undefined}
            onClick={() => onDate(day)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </div>
  );
}
