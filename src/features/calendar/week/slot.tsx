import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { instantOf } from '#lib/zoned-time.ts';
import { segmentsOf } from '#features/calendar/layout/day-segments.ts';
import type { Shown } from '#features/calendar/shown.ts';
import { clock, dayHeading } from '#features/calendar/words.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { hourHeight, slotLength } from './measure.ts';
import styles from './day-column.module.css';

const lastSlot = 1440 - slotLength;

/**
 * The place in the grid that the keys move: arrows by half an hour and by day, over the edge into the next period; Enter
 * leads into what happens there. One tab stop for the whole grid, however much is in it.
 */
export function Slot({
  days,
  today,
  events,
  zone,
  onStep,
}: Shown & { days: readonly string[]; onStep: (direction: 1 | -1) => void }) {
  const [place, setPlace] = useState({ column: Math.max(0, days.indexOf(today)), minutes: 540 });
  const button = useRef<HTMLButtonElement>(null);
  const [isSpoken, setIsSpoken] = useState(false);
  const column = Math.min(place.column, days.length - 1);
  const day = days[column] ?? today;
  const { minutes } = place;
  const here = segmentsOf(events, day, zone).filter(
    ({ from, to }) => from < minutes + slotLength && Math.max(to, from + 1) > minutes,
  );

  const move = (columns: number, by: number) => {
    setIsSpoken(true);
    const to = column + columns;
    if (to < 0 || to >= days.length) onStep(to < 0 ? -1 : 1);
    setPlace({
      column: (to + days.length) % days.length,
      minutes: Math.min(lastSlot, Math.max(0, minutes + by)),
    });
  };
  useEffect(() => {
    if (document.activeElement === button.current) {
      button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [place]);

  const enter = () => {
    const id = here[0]?.event.id;
    chips(button.current)
      .find((chip) => chip.dataset['event'] === id)
      ?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = {
      ArrowDown: [0, slotLength],
      ArrowUp: [0, -slotLength],
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
      PageDown: [0, 4 * 60],
      PageUp: [0, -4 * 60],
      Home: [0, -1440],
      End: [0, 1440],
    }[event.key];
    if (!step) return;
    event.preventDefault();
    move(step[0] ?? 0, step[1] ?? 0);
  };

  const words = `${dayHeading(day)}, ${clock(instantOf(day, minutes, zone), zone)}, ${
    here.length === 0 ? 'nothing' : here.map(({ event }) => event.title).join(', ')
  }`;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.slot}
        data-slot
        aria-label={words}
        style={{
          insetInlineStart: `${(column / days.length) * 100}%`,
          inlineSize: `${100 / days.length}%`,
          insetBlockStart: (minutes / 60) * hourHeight,
        }}
        onKeyDown={onKeyDown}
        onClick={enter}
        onBlur={() => setIsSpoken(false)}
      />
      <VisuallyHidden live>{isSpoken && words}</VisuallyHidden>
    </>
  );
}

/** Every event of the grid that the slot is in. */
function chips(slot: HTMLElement | null): HTMLElement[] {
  return [...(slot?.parentElement?.querySelectorAll<HTMLElement>('[data-event]') ?? [])];
}
