import { useMutation } from '@tanstack/react-query';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { saveFile } from '#ui/save-file.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Day } from '#lib/days.ts';
import { calendarFile } from '#features/calendar/export/ics.ts';
import { readEvents } from './calendar-api.ts';
import type { Calendar } from './calendars.ts';
import { views, type Period } from './period.ts';
import type { BoardWays } from './use-board-ways.ts';
import { useCalendarKeys, viewFacts } from './use-calendar-keys.ts';
import { monthHeading, rangeInWords } from './words.ts';
import styles from './board-head.module.css';

/** Which days are in sight, and the ways to others. */
export function BoardHead({
  period,
  today,
  isOpen,
  isLoading,
  sideId,
  calendars,
  ways,
}: {
  period: Period;
  today: Day;
  /** Whether an event is. */
  isOpen: boolean;
  isLoading: boolean;
  /** Of the side bar, which opens by a button where there is no room for it. */
  sideId: string;
  /** Those that are shown, and so exported. */
  calendars: readonly Calendar[];
  ways: BoardWays;
}) {
  const { view, date, days } = period;
  const [from = date, to = date] = [days[0], days.at(-1)];
  const words = view === 'month' ? monthHeading(date) : rangeInWords(from, to);
  useCalendarKeys(ways, view, isOpen);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async () => {
      const { signal } = new AbortController();
      const all = [];
      for (const { id } of calendars) all.push(...(await readEvents(id, { from, to }, signal)));
      saveFile(new Blob([calendarFile(all, new Date())]), `${from} to ${to}.ics`);
    },
  });
  return (
    <>
      <div className={styles.head}>
        <Button onClick={ways.today} disabled={days.includes(today) && view !== 'agenda'}>
          Today
        </Button>
        <span className={styles.turn}>
          <Button
            kind="quiet"
            icon="chevron-left"
            label="Earlier"
            aria-keyshortcuts="P"
            onClick={() => ways.step(-1)}
          />
          <Button
            kind="quiet"
            icon="chevron-right"
            label="Later"
            aria-keyshortcuts="N"
            onClick={() => ways.step(1)}
          />
        </span>
        <p className={styles.period} aria-live="polite">
          {words}
        </p>
        {isLoading && <span className={styles.loading} title="Loading" aria-hidden />}
        <div role="group" aria-label="View" className={styles.views}>
          {views.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === view}
              onClick={() => ways.show(each)}
            >
              <Icon name={viewFacts[each].icon} size={16} />
              <span>{viewFacts[each].words}</span>
            </button>
          ))}
        </div>
        <Button
          kind="quiet"
          icon="download"
          label={isPending ? 'Reading the events' : 'Save these days as .ics'}
          isBusy={isPending}
          onClick={() => mutate()}
        />
        <button
          type="button"
          className={styles.sideOpener}
          popoverTarget={sideId}
          title="Calendars, time zones and colleagues"
        >
          <Icon name="panel" />
          <VisuallyHidden>Calendars, time zones and colleagues</VisuallyHidden>
        </button>
      </div>
      {error && (
        <div className={styles.failure}>
          <FailureNotice
            error={error}
            onRetry={() => {
              reset();
              mutate();
            }}
          />
        </div>
      )}
    </>
  );
}
