import { useCommands } from '#shell/keyboard/use-commands.ts';
import type { IconName } from '#ui/icon-name.ts';
import { views, type View } from './period.ts';
import type { BoardWays } from './use-board-ways.ts';

export const viewFacts: Readonly<Record<View, { words: string; icon: IconName; key: string }>> = {
  agenda: { words: 'Agenda', icon: 'agenda', key: 'a' },
  week: { words: 'Week', icon: 'calendar-week', key: 'w' },
  month: { words: 'Month', icon: 'calendar-month', key: 'm' },
};

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;

/** In words first, then the keys. */
const viewKeys: Readonly<Record<View, readonly (readonly [string, ...string[]])[]>> = {
  agenda: [
    ['Through the events and days', ...arrows],
    ['The days after and before', 'PageDown', 'PageUp'],
  ],
  week: [
    ['Through the hours and days', ...arrows],
    ['Into an hour, and out of it', 'Enter', 'Escape'],
  ],
  month: [
    ['Through the days, and the events of one', ...arrows],
    ['Into a day, and out of it', 'Enter', 'Escape'],
    ['The months after and before', 'PageDown', 'PageUp'],
  ],
};

/** What can be done in the calendar, and by which keys; those that its views handle themselves are told with them. */
export function useCalendarKeys(ways: BoardWays, shown: View, isOpen: boolean): void {
  const group = 'Calendar';
  useCommands([
    {
      id: 'calendar.today',
      words: 'Today',
      group,
      keys: ['t'],
      icon: 'calendar-day',
      run: ways.today,
    },
    {
      id: 'calendar.later',
      words: 'Next days',
      group,
      keys: ['n'],
      icon: 'chevron-right',
      run: () => ways.step(1),
    },
    {
      id: 'calendar.earlier',
      words: 'Days before',
      group,
      keys: ['p'],
      icon: 'chevron-left',
      run: () => ways.step(-1),
    },
    ...views.map((view) => ({
      id: `calendar.${view}`,
      words: `Show the ${view}`,
      group,
      keys: [viewFacts[view].key],
      icon: viewFacts[view].icon,
      run: () => ways.show(view),
    })),
    // Pressed inside the frame of an event's words, it arrives here only.
    ...(isOpen
      ? [
          {
            id: 'calendar.close',
            words: 'Close the event',
            group,
            keys: ['Escape'],
            isMove: true,
            run: ways.close,
          },
        ]
      : []),
    ...viewKeys[shown].map(([words, ...ownKeys], at) => ({
      id: `calendar.own.${at}`,
      words,
      group,
      ownKeys,
      isMove: true,
      run: () => undefined,
    })),
  ]);
}
