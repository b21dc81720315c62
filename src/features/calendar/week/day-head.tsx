import { hoursOf } from '#lib/zoned-time.ts';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import {
  clockChange,
  fullDay,
  shortHours,
  shortWeekday,
  type Shift,
} from '#features/calendar/words.ts';
import styles from './day-head.module.css';

export function DayHead({
  day,
  zone,
  besideShift,
  isToday,
  onDay,
}: {
  day: string;
  zone: string;
  /** How the other zone's hours lie otherwise on this day than beside the grid. */
  besideShift: Shift | undefined;
  isToday: boolean;
  onDay: (day: string) => void;
}) {
  const change = clockChange(day, hoursOf(day, zone));
  return (
    <h3 className={styles.dayHead} data-today={isToday || undefined}>
      <button type="button" onClick={() => onDay(day)} aria-label={fullDay(day)} tabIndex={-1}>
        <span>{shortWeekday(day)}</span>
        <span className={styles.date}>{Number(day.slice(8))}</span>
      </button>
      <span className={styles.signs}>
        {change && (
          <span className={styles.change} title={change}>
            <Icon name="clock" size={16} label={change} />
            {shortHours(hoursOf(day, zone))}
          </span>
        )}
        {besideShift && (
          <span className={styles.besideShift} title={besideShift.words}>
            <span aria-hidden>{besideShift.short}</span>
            <VisuallyHidden>{besideShift.words}</VisuallyHidden>
          </span>
        )}
      </span>
    </h3>
  );
}
