import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { paths } from '#config/paths.ts';
import { exchangeLog } from '#http/exchange-log.ts';
import { isDockOpen } from '#shell/frame/dock.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Listbox } from '#ui/list/listbox.tsx';
import { useListCursor } from '#ui/list/use-list-cursor.ts';
import { relationsOf } from '#features/timeline/message/compare-messages.ts';
import { ExchangeView } from '#features/timeline/message/exchange-view.tsx';
import { pinned } from '#features/timeline/shown-timeline.ts';
import { timelineRows } from '#features/timeline/timeline-rows.ts';
import {
  Related,
  WaterfallRow,
  waterfallNames,
  waterfallRowHeight,
} from '#features/timeline/waterfall-row.tsx';
import styles from './message-dock.module.css';

/** Older ones are in the timeline. */
const shown = 100;

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const noTimeAway: ReadonlyMap<string, number> = new Map();

/** The last messages below any screen, the newest opened until somebody chooses another. */
export function MessageDock() {
  const all = useSyncExternalStore(exchangeLog.subscribe, exchangeLog.get);
  const pins = useSyncExternalStore(pinned.subscribe, pinned.get);
  const [wanted, setWanted] = useState<string>();
  const last = useMemo(() => all.slice(-shown), [all]);
  const chosen = last.find(({ id }) => id === wanted) ?? last.at(-1);
  const rows = useMemo(
    () => timelineRows(last, noTimeAway, pins, (at) => clock.format(at)),
    [last, pins],
  );
  const related = useMemo(
    () => new Set(chosen && relationsOf(chosen, last).map(({ to }) => to.id)),
    [chosen, last],
  );
  const { active, move, jump, stand } = useListCursor(chosen?.id, setWanted);
  const dock = useRef<HTMLElement>(null);
  useFocusWhileOpen(dock);
  const open = (key: string) => {
    jump(key);
    setWanted(key);
  };
  return (
    // Whatever has the focus in it, Escape leaves it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={dock}
      aria-label="Last messages"
      className={styles.dock}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        isDockOpen.set(false);
      }}
    >
      <div className={styles.head}>
        <h2>Last messages</h2>
        {wanted !== undefined && wanted !== last.at(-1)?.id && (
          <Button kind="quiet" onClick={() => setWanted(undefined)}>
            To the newest
          </Button>
        )}
        <ButtonLink
          kind="quiet"
          icon="timeline"
          to={chosen ? paths.timelineMessage(chosen.id) : paths.timeline}
        >
          Open in the timeline
        </ButtonLink>
        <Button
          kind="quiet"
          icon="dismiss"
          label="Close the last messages"
          onClick={() => isDockOpen.set(false)}
        />
      </div>
      <div className={styles.list}>
        {chosen ? (
          <Related value={related}>
            <Listbox
              label="Last messages, oldest first"
              rows={rows}
              total={last.length}
              height={waterfallRowHeight}
              active={active ?? chosen.id}
              selected={chosen.id}
              Option={WaterfallRow}
              named={waterfallNames}
              onMove={move}
              onFocus={stand}
              onPress={open}
              onEnter={open}
            />
          </Related>
        ) : (
          <p className={styles.nothing}>Nothing has been sent yet.</p>
        )}
      </div>
      <div className={styles.detail}>
        {chosen && (
          <ExchangeView
            key={chosen.id}
            exchange={chosen}
            all={all}
            isPinned={pins.has(chosen.id)}
            onChoose={setWanted}
          />
        )}
      </div>
    </section>
  );
}

/** Whoever opens it by key is in it; whoever closes it is where he was. */
function useFocusWhileOpen(dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const place = dock.current;
    place?.querySelector<HTMLElement>('button')?.focus();
    return () => {
      const isInside = place?.contains(document.activeElement) || document.activeElement === null;
      if ((isInside || document.activeElement === document.body) && before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, [dock]);
}
