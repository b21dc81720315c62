import { useState } from 'react';
import { EventChip } from '#features/calendar/event-chip.tsx';
import { barsOf } from '#features/calendar/layout/day-segments.ts';
import { inLanes } from '#features/calendar/layout/lanes.ts';
import type { Shown } from '#features/calendar/shown.ts';
import { Button } from '#ui/button.tsx';
import styles from './week-view.module.css';

/** So many lanes are shown until more are wanted. */
const few = 3;

/** What fills whole days, as bars over their columns. */
export function DayLane({
  days,
  events,
  zone,
  toneOf,
  opened,
  onOpen,
}: Shown & { days: readonly string[] }) {
  const [isWhole, setIsWhole] = useState(false);
  const placed = inLanes(barsOf(events, days, zone));
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane + 1));
  if (lanes === 0) return null;
  const isCut = lanes > few + 1 && !isWhole;
  const hidden = isCut ? placed.filter(({ lane }) => lane >= few).length : 0;
  return (
    <>
      <div className={styles.laneHead}>
        {lanes > few + 1 && (
          <Button
            kind="quiet"
            icon={isWhole ? 'subtract' : 'add'}
            label={isWhole ? 'Show fewer' : `Show ${hidden} more`}
            aria-expanded={isWhole}
            onClick={() => setIsWhole(!isWhole)}
          />
        )}
      </div>
      <ul className={styles.lanes} aria-label="All day">
        {placed
          .filter(({ lane }) => !isCut || lane < few)
          .map(({ item: { event, first, last, isContinued, goesOn }, lane }) => (
            <li
              key={event.id}
              className={styles.bar}
              data-continued={isContinued || undefined}
              data-goes-on={goesOn || undefined}
              style={{ gridColumn: `${first + 1} / ${last + 2}`, gridRow: lane + 1 }}
            >
              <EventChip
                event={event}
                tone={toneOf(event)}
                zone={zone}
                isOpen={event.id === opened}
                isShort
                onOpen={onOpen}
              />
            </li>
          ))}
      </ul>
    </>
  );
}
