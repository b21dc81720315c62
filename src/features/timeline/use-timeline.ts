import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { adoptFrontChannel } from '#auth/redirect/front-channel.ts';
import { exchangeLog } from '#http/exchange-log.ts';
import { relationsOf } from '#features/timeline/message/compare-messages.ts';
import { heldMessages, hold, openedFile, pinned } from './shown-timeline.ts';
import { timeAway, timelineRows, wantedExchanges, type TimelineFilter } from './timeline-rows.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Everything that the screen shows, from the log or a file, by what a person has chosen. */
export function useTimeline() {
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [search, setSearch] = useState('');
  const held = useSyncExternalStore(heldMessages.subscribe, heldMessages.get);
  const live = useSyncExternalStore(exchangeLog.subscribe, exchangeLog.get);
  const file = useSyncExternalStore(openedFile.subscribe, openedFile.get);
  const pins = useSyncExternalStore(pinned.subscribe, pinned.get);
  const [parameters, setParameters] = useSearchParams();
  useEffect(adoptFrontChannel, []);

  const all = file?.exchanges ?? held ?? live;
  const shown = useDeferredValue(all);
  const wantedText = useDeferredValue(search);
  const wanted = useMemo(
    () => wantedExchanges(shown, filter, wantedText, pins),
    [shown, filter, wantedText, pins],
  );
  const away = useMemo(() => timeAway(shown), [shown]);
  const rows = useMemo(
    () => timelineRows(wanted, away, pins, (at) => clock.format(at)),
    [wanted, away, pins],
  );
  const id = parameters.get('message') ?? undefined;
  const chosen = all.find((each) => each.id === id);
  const related = useMemo(
    () => new Set(chosen && relationsOf(chosen, shown).map(({ to }) => to.id)),
    [chosen, shown],
  );
  return {
    all,
    file,
    rows,
    wanted,
    pins,
    filter,
    setFilter,
    search,
    setSearch,
    isPaused: held !== undefined,
    waiting: held ? live.length - held.length : 0,
    pause: () => hold(held ? undefined : live),
    chosen,
    related,
    choose: (next: string | undefined) =>
      setParameters(next === undefined ? {} : { message: next }, { replace: true }),
  };
}
