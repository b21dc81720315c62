import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import type { Tone } from './calendars.ts';

/** What every view of the calendar is given. */
export interface Shown {
  readonly events: readonly CalendarEvent[];
  readonly toneOf: (event: CalendarEvent) => Tone;
  readonly zone: string;
  /** Another zone whose times stand beside. */
  readonly beside: string | undefined;
  readonly today: string;
  /** Id of the event that is open. */
  readonly opened: string | undefined;
  readonly onOpen: (event: CalendarEvent) => void;
  /** A day is wanted on its own. */
  readonly onDay: (day: string) => void;
}
