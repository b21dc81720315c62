import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useNow } from '#shell/use-now.ts';
import { instantOf, startOfDay, wallTime } from '#lib/zoned-time.ts';
import { segmentsOf } from '#features/calendar/layout/day-segments.ts';
import { hourIn, type Period } from '#features/calendar/period.ts';
import type { ColleagueSchedule } from '#features/calendar/schedule.ts';
import type { Shown } from '#features/calendar/shown.ts';
import { besideShift, hourInWords, offsetInWords, zoneName } from '#features/calendar/words.ts';
import { walkThroughDay } from './chip-keys.ts';
import { DayColumn } from './day-column.tsx';
import { DayHead } from './day-head.tsx';
import { DayLane } from './day-lane.tsx';
import { Slot } from './slot.tsx';
import { hourHeight } from './measure.ts';
import styles from './week-view.module.css';

/** Days side by side over the hours, with a lane for what fills days above them. */
export function WeekView({
  period: { days },
  schedules,
  onStep,
  ...shown
}: Shown & {
  period: Period;
  /** When colleagues are busy. */
  schedules: readonly ColleagueSchedule[];
  onStep: (direction: 1 | -1) => void;
}) {
  const { events, zone, beside, today } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow(30_000);
  const here = wallTime(now, zone);
  const cameFor = hourIn(useSearchParams()[0]);

  // Once, to where the day is: later the place is the person's. An hour that was asked for is looked for again where
  // another number of days, on a phone, leaves less height.
  const placedFor = useRef(0);
  useEffect(() => {
    const { current: element } = scroller;
    const isFirst = placedFor.current === 0;
    if (!element || placedFor.current === days.length) return;
    placedFor.current = days.length;
    if (!isFirst && cameFor === undefined) return;
    // The morning, unless it is long past.
    const hour = days.includes(here.day) ? here.minutes / 60 - 8 : 0;
    const usual = Math.max(7, Math.min(hour, 13));
    element.scrollTop = (cameFor === undefined ? usual : Math.max(0, cameFor - 1)) * hourHeight;
  }, [days, here, cameFor]);

  // The hours of the other zone stand beside as they are on one day.
  const axisDay = days.includes(today) ? today : (days[0] ?? today);
  return (
    <div
      ref={scroller}
      className={styles.week}
      data-beside={beside ? true : undefined}
      // Scrolled by the keys of the slot inside.
      style={{ '--days': days.length } as React.CSSProperties}
    >
      <div className={styles.top}>
        <div className={styles.corner}>
          {beside && <ZoneHead zone={beside} day={axisDay} />}
          {beside && <ZoneHead zone={zone} day={axisDay} />}
        </div>
        {days.map((day) => (
          <DayHead
            key={day}
            day={day}
            zone={zone}
            besideShift={beside ? besideShift(beside, zone, axisDay, day) : undefined}
            isToday={day === today}
            onDay={shown.onDay}
          />
        ))}
        <DayLane days={days} {...shown} />
      </div>
      <div className={styles.body}>
        <HourLabels zone={zone} beside={beside} day={axisDay} />
        {/* Listens for the keys of its events; it is not a control itself. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          className={styles.columns}
          onKeyDown={(event) => walkThroughDay(event, shown.opened !== undefined)}
        >
          {days.map((day) => (
            <DayColumn
              key={day}
              day={day}
              segments={segmentsOf(events, day, zone)}
              schedules={schedules}
              now={day === here.day ? here.minutes : undefined}
              {...shown}
            />
          ))}
          <Slot days={days} {...shown} onStep={onStep} />
        </div>
      </div>
    </div>
  );
}

function ZoneHead({ zone, day }: { zone: string; day: string }) {
  return (
    <span className={styles.zone} title={`${zone}, ${offsetInWords(startOfDay(day, zone), zone)}`}>
      {zoneName(zone)}
    </span>
  );
}

function HourLabels({
  zone,
  beside,
  day,
}: {
  zone: string;
  beside: string | undefined;
  /** Whose clocks are meant. */
  day: string;
}) {
  const hours = Array.from({ length: 24 }, (_, hour) => hour * 60);
  return (
    <div className={styles.hours} aria-hidden>
      {hours.map((minutes) => (
        <div key={minutes} className={styles.hour}>
          {beside && (
            <span className={styles.besideHour}>
              {hourInWords(wallTime(instantOf(day, minutes, zone), beside).minutes)}
            </span>
          )}
          <span>{minutes > 0 || beside ? hourInWords(minutes) : ''}</span>
        </div>
      ))}
    </div>
  );
}
