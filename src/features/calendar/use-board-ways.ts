import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useSearchParams } from 'react-router';
import type { Day } from '#lib/days.ts';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import { periodIn, stepOf, type Frame, type Period, type View } from './period.ts';
import { usualView } from './usual-view.ts';

/** All the ways through the calendar. Where one is, is in the address; the focus goes along where the person goes. */
export function useBoardWays(period: Period, frame: Frame, today: Day, opened: string | undefined) {
  const [params, setParams] = useSearchParams();
  // Keys come faster than screens: the next step goes on from the last, drawn or not.
  const wanted = useRef(params);
  const sent = useRef<string[]>([]);
  useEffect(() => {
    // What was asked for here arrives one after the other; anything else came from elsewhere, and counts.
    const arrived = sent.current.indexOf(params.toString());
    sent.current = arrived < 0 ? [] : sent.current.slice(arrived + 1);
    if (arrived < 0) wanted.current = params;
  }, [params]);
  const board = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isAwaited = useRef(false);

  const go = (changes: Readonly<Record<string, string | undefined>>, replace = false) => {
    const next = new URLSearchParams(wanted.current);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    wanted.current = next;
    sent.current.push(next.toString());
    setParams(next, { replace });
  };
  const focusEvent = (id: string) => {
    const shown = [
      ...(board.current?.querySelectorAll<HTMLElement>(`[data-event="${CSS.escape(id)}"]`) ?? []),
    ];
    // Of many days, it stands in an agenda many times: where the keys left it, they come back to it.
    (shown.find(({ tabIndex }) => tabIndex === 0) ?? shown[0])?.focus();
  };

  // The way back, by whichever means, leads to the event that was left.
  const before = useRef(opened);
  useEffect(() => {
    if (before.current !== undefined && opened === undefined) focusEvent(before.current);
    before.current = opened;
  }, [opened]);

  // What was pressed to see a day goes with its view; the agenda of the day has the focus then.
  const isDayAwaited = useRef(false);
  useEffect(() => {
    if (!isDayAwaited.current || period.view !== 'agenda') return;
    isDayAwaited.current = false;
    board.current?.querySelector<HTMLElement>('[data-agenda]')?.focus();
  }, [period]);

  return {
    board,
    open: (event: CalendarEvent) => {
      isAwaited.current = true;
      if (event.id === opened) heading.current?.focus();
      else go({ event: event.id }, opened !== undefined);
    },
    close: () => go({ event: undefined }, true),
    /** Another day, in the same view. */
    lookAt: (date: Day) => go({ date, event: undefined }, true),
    showDay: (date: Day) => {
      isDayAwaited.current = true;
      go({ date, view: 'agenda', event: undefined });
    },
    today: () => go({ date: today, event: undefined }, true),
    step: (direction: 1 | -1) => {
      const from = periodIn(wanted.current, today, period.view, frame);
      go({ date: stepOf(from, direction), event: undefined }, true);
    },
    show: (view: View) => {
      usualView.choose(view);
      go({ view, date: wanted.current.get('date') ?? period.date, event: undefined });
    },
    heading: (element: HTMLHeadingElement | null) => {
      heading.current = element;
      if (!element || !isAwaited.current) return;
      isAwaited.current = false;
      element.focus();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || opened === undefined) return;
      // What stands in front is closed by it first.
      if (document.querySelector(':popover-open')) return;
      event.preventDefault();
      go({ event: undefined }, true);
    },
  };
}

export type BoardWays = Omit<ReturnType<typeof useBoardWays>, 'board' | 'heading'>;
