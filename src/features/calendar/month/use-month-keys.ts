import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Day } from '#lib/days.ts';
import { dayAfterKey } from './day-after-key.ts';

/**
 * The keys of a month, which is one tab stop: arrows lead from day to day, Enter into a day, then up and down through
 * what happens on it, and Escape out to the day again.
 */
export function useMonthKeys(
  date: Day,
  days: readonly Day[],
  /** An event is open, and Escape closes it first. */
  isOpen: boolean,
  onDate: (day: Day) => void,
) {
  const grid = useRef<HTMLDivElement>(null);
  const isMoved = useRef(false);
  // The day may be of another month, which has to be drawn before it can have the focus.
  useEffect(() => {
    if (!isMoved.current) return;
    isMoved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  }, [date]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, currentTarget: weeks } = event;
    const target = event.target as HTMLElement;
    const isDay = target.matches('[data-date]');
    const day = isDay ? date : dayOf(target, date);
    if (isDay ? key === 'Enter' : ['ArrowUp', 'ArrowDown', 'Escape'].includes(key)) {
      // Where nothing is to be seen of the day, the press is a press: it shows the day.
      const to = isOpen && key === 'Escape' ? undefined : neighbour(weeks, target, day, key);
      if (!to) return;
      event.preventDefault();
      return to.focus();
    }
    const next = dayAfterKey(key, day, days);
    if (next === undefined) return;
    event.preventDefault();
    if (next === date) return buttonOf(weeks, date)?.focus();
    isMoved.current = true;
    onDate(next);
  };
  return { grid, onKeyDown };
}

/** What a key leads to within a day: the event after or before, at the edge the day itself. */
function neighbour(weeks: HTMLElement, target: HTMLElement, day: Day, key: string) {
  if (key === 'Escape') return buttonOf(weeks, day);
  const lines = linesOf(weeks, day);
  const at = lines.indexOf(target) + (key === 'ArrowUp' ? -1 : 1);
  return at < 0 ? buttonOf(weeks, day) : lines[at];
}

function buttonOf(weeks: HTMLElement, day: Day) {
  return weeks.querySelector<HTMLElement>(`[data-date="${day}"]`);
}

/** Everything that is written of a day, from top to bottom: bars that reach over it, then its own lines. */
function linesOf(weeks: HTMLElement, day: Day): HTMLElement[] {
  return [...weeks.querySelectorAll<HTMLElement>('li[data-from]')]
    .filter(({ dataset: { from = '', to = '' } }) => from <= day && day <= to)
    .flatMap((line) => line.querySelector('button') ?? [])
    .filter((button) => button.checkVisibility())
    .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

/** The day that an event is walked through in: the one looked at, if the event touches it. */
function dayOf(target: HTMLElement, date: Day): Day {
  const { from = date, to = date } = target.closest<HTMLElement>('li[data-from]')?.dataset ?? {};
  return from <= date && date <= to ? date : from;
}
