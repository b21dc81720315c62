import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { messageActions } from '#features/mail/acting/mail-commands.ts';
import { asksFirst, openMenu } from '#features/mail/acting/open-menu.ts';
import { selectWhole } from '#features/mail/acting/select-whole.ts';
import { useSpoken } from '#features/mail/acting/spoken.ts';
import { targets, useActing } from '#features/mail/acting/use-acting.ts';
import { isSearch, type MailSource } from '#features/mail/mail-source.ts';
import { formatCount } from '#lib/format-number.ts';
import { ariaKeys } from '#shell/keyboard/keys.ts';
import { Button } from '#ui/button.tsx';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import { clearMarks, markAll, marks } from '#features/mail/list/row/marks.ts';
import { shownList } from '#features/mail/list/pages/shown-list.ts';
import { selectedInWords } from './selected-in-words.ts';
import styles from './list-tools.module.css';

/** What can be done with the messages that were picked, and how far "all" reaches. */
export function SelectionBar({
  source,
  message,
  onOpen,
  onClose,
}: {
  source: MailSource;
  message: string | undefined;
  onOpen: (message: string) => void;
  onClose: (gone?: boolean) => void;
}) {
  const { ids } = useSyncExternalStore(marks.subscribe, marks.get);
  const { rows } = useSyncExternalStore(shownList.subscribe, shownList.get);
  const picked = ids.size;
  const options = rows.flatMap((row) => (row?.kind === 'option' ? [row] : []));
  const folded = options.reduce(
    (sum, { key, item }) => (ids.has(key) ? sum + item.together - 1 : sum),
    0,
  );
  // What stands for a conversation is more than it looks; whoever picked every message has those already.
  const words = selectedInWords(picked, picked <= options.length ? folded : 0);
  const queries = useQueryClient();
  const perform = useActing({ source, message, onOpen, onClose });
  useEscape();
  useSpoken(words);
  return (
    <div
      ref={handOnToHeadingOrList}
      role="toolbar"
      aria-label="Selected messages"
      className={`${styles.bar} ${styles.picked}`}
    >
      <span className={styles.count}>{words}</span>
      <Reach source={source} picked={picked} listed={options.length} />
      <div className={styles.acts}>
        {messageActions.map(({ id, words, keys, icon, act }) => (
          <Button
            key={id}
            kind="quiet"
            icon={icon}
            label={words}
            aria-keyshortcuts={ariaKeys(keys)}
            onClick={() => {
              const messages = targets(queries, undefined);
              const done = act(messages, source.folder);
              if (!asksFirst(done, messages)) perform(done, messages);
            }}
          />
        ))}
        <Button
          kind="quiet"
          icon="folder-move"
          label="Move to a folder"
          onClick={() => openMenu.set({ kind: 'move', messages: targets(queries, undefined) })}
        />
        <Button
          kind="quiet"
          icon="tag"
          label="Categories"
          onClick={() =>
            openMenu.set({ kind: 'categories', messages: targets(queries, undefined) })
          }
        />
        <Button kind="quiet" icon="dismiss" label="Select none" onClick={clearMarks} />
      </div>
    </div>
  );
}

/** Escape in the list or in the bar, or where nothing has the focus, puts back what was picked. */
function useEscape(): void {
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      const isHere =
        target === document.body || (target as Element).closest('[role=listbox], [role=toolbar]');
      if (key === 'Escape' && isHere) clearMarks();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** "All" may mean what is loaded or what there is: it says which. */
function Reach({
  source,
  picked,
  listed,
}: {
  source: MailSource;
  picked: number;
  /** How many rows there are to pick: fewer than messages where conversations are folded. */
  listed: number;
}) {
  const queries = useQueryClient();
  const { loaded, total } = useSyncExternalStore(shownList.subscribe, shownList.get);
  const [found, setFound] = useState<number>();
  const [stop, setStop] = useState<() => void>();
  const whole = total !== undefined && total > loaded && !isSearch(source);

  const all = async () => {
    const controller = new AbortController();
    setStop(() => () => controller.abort());
    try {
      await selectWhole(queries, source, controller.signal, setFound);
    } catch {
      // Stopped, or refused: what was found by then stays selected.
    }
    setStop(undefined);
  };
  if (stop) {
    return (
      <p className={styles.reach}>
        {formatCount(found ?? 0)} of {formatCount(total ?? 0)} looked up{' '}
        <button type="button" onClick={stop}>
          Stop
        </button>
      </p>
    );
  }
  const isPart = picked < listed;
  return (
    <p className={styles.reach}>
      {!isPart &&
        (picked === listed
          ? `All ${formatCount(loaded)} that are loaded are selected. `
          : `All ${formatCount(picked)} in this folder are selected. `)}
      {/* The same button for the next step, so that it keeps the focus. */}
      {(isPart || (whole && picked < total)) && (
        <button
          ref={handOnToHeadingOrList}
          type="button"
          onClick={() => (isPart ? markAll(shownList.get()) : void all())}
        >
          {isPart
            ? `Select all ${formatCount(loaded)} that are loaded`
            : `Select all ${formatCount(total ?? 0)}`}
        </button>
      )}
    </p>
  );
}
