import type { CalendarEvent, When } from './calendar-event.ts';

let number = 0;

/** An event of which nothing but its time matters; each is another one. */
export function eventAt(when: When): CalendarEvent {
  number += 1;
  return {
    id: `${number}`,
    calendar: 'c',
    title: `${number}`,
    when,
    place: '',
    showAs: 'busy',
    response: 'none',
    isCancelled: false,
    isPrivate: false,
    isOnline: false,
    recurs: 'no',
    organizer: '',
  };
}
