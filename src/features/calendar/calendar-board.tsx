import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { ReasonToWait } from '#shell/failure/reason-to-wait.tsx';
import { Panel } from '#shell/panel.tsx';
import type { Day } from '#lib/days.ts';
import { AgendaView } from '#features/calendar/agenda/agenda-view.tsx';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import { daysOf } from '#features/calendar/layout/day-segments.ts';
import { EventView } from '#features/calendar/details/event-view.tsx';
import { MonthView } from '#features/calendar/month/month-view.tsx';
import { WeekView } from '#features/calendar/week/week-view.tsx';
import { SideBar } from '#features/calendar/side/side-bar.tsx';
import type { Range } from './calendar-api.ts';
import { BoardHead } from './board-head.tsx';
import { calendarQueries } from './calendar-queries.ts';
import { periodOf, stepOf, type Frame, type Period } from './period.ts';
import type { Shown } from './shown.ts';
import { useBoardWays } from './use-board-ways.ts';
import { useEvents, useNeighbours } from './use-events.ts';
import { useMedia } from './use-media.ts';
import type { Colleague } from './schedule.ts';
import { useSchedules } from './use-schedules.ts';
import { nothingInWords } from './words.ts';
import styles from './calendar-screen.module.css';

/** Everything that needs the calendars: the views, what stands beside them, and one event. */
export function CalendarBoard({
  me,
  period,
  frame,
  today,
  zone,
  beside,
  opened,
  isNarrow,
}: {
  me: string | undefined;
  period: Period;
  frame: Frame;
  today: Day;
  zone: string;
  beside: string | undefined;
  opened: string | undefined;
  isNarrow: boolean;
}) {
  const { data: calendars } = useSuspenseQuery(calendarQueries.calendars(me));
  const range = rangeOf(period);
  const { events, isLoading, delay, error, retry, shown } = useEvents(calendars, range);
  const neighbours = ([1, -1] as const).map((direction) =>
    rangeOf(periodOf(period.view, stepOf(period, direction), frame)),
  );
  useNeighbours(shown, neighbours, isLoading);
  const [colleagues, setColleagues] = useState<readonly Colleague[]>([]);
  const schedules = useSchedules(colleagues, range);
  const { board, heading, ...ways } = useBoardWays(period, frame, today, opened);
  // An open event takes the room of the side bar before that of the days.
  const hasSide = useMedia(opened === undefined ? '(width >= 1180px)' : '(width >= 1500px)');

  const tones = useMemo(() => new Map(calendars.map(({ id, tone }) => [id, tone])), [calendars]);
  const view: Shown = {
    events,
    toneOf: (event) => tones.get(event.calendar) ?? 'blue',
    zone,
    beside,
    today,
    opened,
    onOpen: ways.open,
    // On a phone the month has what happens on a day under it.
    onDay: isNarrow && period.view === 'month' ? ways.lookAt : ways.showDay,
  };
  const free = (from: Day, to: Day) =>
    isLoading || error ? undefined : nothingInWords(from, to, shown.length);
  const allFree = free(range.from, range.to);
  const isFree = !events.some((event) => isWithin(event, range, zone));
  const listed = events.find(({ id }) => id === opened);
  return (
    // Listens for a key that its parts let pass; it is not a control itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={board}
      className={styles.board}
      data-open={opened === undefined ? undefined : true}
      data-side={hasSide || undefined}
      onKeyDown={ways.onKeyDown}
    >
      <SideBar
        id="calendar-side"
        calendars={calendars}
        period={period}
        today={today}
        firstWeekday={frame.firstWeekday}
        range={range}
        zone={zone}
        colleagues={colleagues}
        onColleagues={setColleagues}
        onDate={ways.lookAt}
      />
      <div className={styles.main}>
        <BoardHead
          period={period}
          today={today}
          isOpen={opened !== undefined}
          isLoading={isLoading}
          sideId="calendar-side"
          calendars={shown}
          ways={ways}
        />
        {error && (
          <div className={styles.failure}>
            <FailureNotice error={error} onRetry={retry} />
          </div>
        )}
        {delay && !error && (
          <p className={styles.free}>
            <ReasonToWait error={delay.failureReason} failures={delay.failureCount} />
          </p>
        )}
        {allFree && isFree && period.view !== 'agenda' && (
          <p className={styles.free}>
            {allFree.title}. {allFree.words}
          </p>
        )}
        <div className={styles.view}>
          {period.view === 'week' && (
            <WeekView {...view} period={period} schedules={schedules} onStep={ways.step} />
          )}
          {period.view === 'month' && <MonthView {...view} period={period} onDate={ways.lookAt} />}
          {period.view === 'month' && isNarrow && (
            <AgendaView
              {...view}
              days={[period.date]}
              free={free(period.date, period.date)}
              onStep={ways.step}
            />
          )}
          {period.view === 'agenda' && (
            <AgendaView {...view} days={period.days} free={allFree} onStep={ways.step} />
          )}
        </div>
      </div>
      {opened !== undefined && (
        <div className={styles.details}>
          <Panel key={opened} heading="Event" headingHidden skeleton={null}>
            <EventView
              id={opened}
              listed={listed}
              calendar={calendars.find(({ id }) => id === listed?.calendar)}
              zone={zone}
              beside={beside}
              heading={heading}
              onClose={ways.close}
            />
          </Panel>
        </div>
      )}
    </div>
  );
}

function rangeOf({ days, date }: Period): Range {
  return { from: days[0] ?? date, to: days.at(-1) ?? date };
}

function isWithin(event: CalendarEvent, { from, to }: Range, zone: string): boolean {
  const { first, last } = daysOf(event, zone);
  return first <= to && last >= from;
}
