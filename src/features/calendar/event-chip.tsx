import { memo } from 'react';
import { Breakable } from '#ui/breakable.tsx';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { CalendarEvent } from '#features/calendar/events/calendar-event.ts';
import type { Tone } from './calendars.ts';
import { clockEnds, clockRange, responseWords } from './words.ts';
import chip from './event-chip.module.css';
import tones from './tones.module.css';

/** One event in a grid, as a button that opens it. What its look says is said in words too. */
export const EventChip = memo(function EventChip({
  event,
  tone,
  zone,
  isOpen,
  isShort,
  tabIndex,
  onOpen,
}: {
  event: CalendarEvent;
  tone: Tone;
  zone: string;
  isOpen: boolean;
  /** There is room for one line. */
  isShort: boolean;
  tabIndex?: number | undefined;
  onOpen: (event: CalendarEvent) => void;
}) {
  const { when, title, place } = event;
  const time = when.kind === 'days' ? undefined : clockRange(when.start, when.end, zone);
  const look = lookOf(event);
  return (
    <button
      type="button"
      className={`${chip.chip} ${tones.tone}`}
      data-event={event.id}
      data-tone={tone}
      data-look={look}
      data-short={isShort || undefined}
      aria-current={isOpen}
      tabIndex={tabIndex}
      title={[title, time, place].filter(Boolean).join('\n')}
      onClick={() => onOpen(event)}
    >
      <span className={chip.words}>
        <Marks event={event} />
        <span className={chip.title}>
          <bdi>
            <Breakable at={/(?<=[.@_/])/}>{title}</Breakable>
          </bdi>
        </span>
        {when.kind === 'timed' && (
          <span className={chip.more}>
            <VisuallyHidden>, </VisuallyHidden>
            {isShort ? clockEnds(when.start, when.end, zone)[0] : time}
            {place && (
              <>
                {isShort ? ', ' : ' ·\u00a0'}
                <bdi>{place}</bdi>
              </>
            )}
          </span>
        )}
      </span>
      <VisuallyHidden>{stateInWords(event)}</VisuallyHidden>
    </button>
  );
});

function Marks({ event: { recurs, isOnline, isPrivate } }: { event: CalendarEvent }) {
  if (recurs === 'no' && !isOnline && !isPrivate) return null;
  return (
    <span className={chip.marks}>
      {isPrivate && <Icon name="lock" size={16} label="Private" />}
      {isOnline && <Icon name="video" size={16} label="Online" />}
      {recurs !== 'no' && (
        <Icon
          name="recurring"
          size={16}
          label={recurs === 'otherwise' ? 'Changed in its series' : 'Of a series'}
        />
      )}
    </span>
  );
}

/** Whether it takes the person's time, perhaps, or not. */
export function lookOf({ isCancelled, response, showAs }: CalendarEvent) {
  if (isCancelled || response === 'declined') return 'off';
  if (response === 'tentative' || response === 'notResponded' || showAs === 'tentative')
    return 'open';
  return showAs === 'free' || showAs === 'workingElsewhere' ? 'free' : 'set';
}

function stateInWords({ isCancelled, response, showAs }: CalendarEvent): string {
  const answer = response === 'none' || response === 'organizer' ? '' : responseWords[response];
  const busy = showAs === 'free' ? 'Free' : showAs === 'oof' ? 'Out of office' : '';
  const words = [isCancelled ? 'Cancelled' : answer, busy].filter(Boolean).join(', ');
  return words && `, ${words}`;
}
