import { useQuery, useQueryClient } from '@tanstack/react-query';
import { calendarQueries } from '#features/calendar/calendar-queries.ts';
import type { Calendar } from '#features/calendar/calendars.ts';
import tones from '#features/calendar/tones.module.css';
import styles from './side-bar.module.css';

/** Every calendar with its colour, to be shown or not. */
export function CalendarChoice({ calendars }: { calendars: readonly Calendar[] }) {
  const queries = useQueryClient();
  const { data: hidden } = useQuery(calendarQueries.hidden());
  const toggle = (id: string) =>
    queries.setQueryData(
      calendarQueries.hidden().queryKey,
      hidden.includes(id) ? hidden.filter((each) => each !== id) : [...hidden, id],
    );
  return (
    <fieldset className={styles.group}>
      <legend>Calendars</legend>
      {calendars.map(({ id, name, tone, owner }) => (
        <label key={id} className={`${styles.choice} ${tones.tone}`} data-tone={tone}>
          <input type="checkbox" checked={!hidden.includes(id)} onChange={() => toggle(id)} />
          <span>
            <bdi>{name}</bdi>
            {owner && <small>{owner}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
