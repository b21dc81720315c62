import {
  useEffect,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
} from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { allCommands, finders, registered, type Command } from './commands.ts';
import { KeyCaps } from './key-caps.tsx';
import { rank } from './rank.ts';
import styles from './keyboard.module.css';

/** Milliseconds between the last key and the question to a service. */
const pause = 200;

/**
 * Everything that can be done here, by typing a part of its name: an ARIA combobox whose list is always open. The
 * platform has no such widget, and the library's weighs 41 kB; the focus stays in the field, which is all there is to it.
 */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const offered = useOffered(text);
  const active = Math.min(at, offered.length - 1);

  const choose = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    // After the dialog has given the focus back: what the command does may move it again.
    setTimeout(command.run);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const to = nextAt(event.key, active, offered.length);
    if (event.key === 'Enter') choose(offered[active]);
    else if (to !== undefined) setAt(to);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title="Commands" titleHidden onClose={onClose} className={styles.palette}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label="Search commands and people"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
          autoComplete="off"
          spellCheck={false}
          placeholder="Type a command or a name"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Commands" className={styles.offers}>
        {offered.map((command, index) => (
          <Offer
            key={command.id}
            id={`${id}-${index}`}
            command={command}
            active={index === active}
            onChoose={() => choose(command)}
          />
        ))}
      </div>
      {offered.length === 0 && <p className={styles.nothing}>Nothing is called “{text.trim()}”.</p>}
      <VisuallyHidden live>
        {offered.length === 1 ? '1 command' : `${offered.length} commands`}
      </VisuallyHidden>
    </Dialog>
  );
}

function Offer({
  id,
  command,
  active,
  onChoose,
}: {
  id: string;
  command: Command;
  active: boolean;
  onChoose: () => void;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
    <div
      ref={active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={styles.offer}
      onClick={onChoose}
    >
      <Icon name={command.icon ?? 'flash'} size={16} />
      <span className={styles.offerWords}>{command.words}</span>
      <span className={styles.offerGroup}>{command.group}</span>
      {command.keys && <KeyCaps keys={command.keys.slice(0, 1)} />}
    </div>
  );
}

/** The commands that fit, and what finders know of the words. */
function useOffered(text: string): readonly Command[] {
  const lists = useSyncExternalStore(registered.subscribe, registered.get);
  const [found, setFound] = useState<{ text: string; commands: readonly Command[] }>();
  const words = text.trim();

  useEffect(() => {
    if (words.length < 2) return;
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      // A finder that fails finds nothing: the palette is for commands first.
      void Promise.all(
        finders.get().map((finder) => finder.find(words, signal).catch(() => [])),
      ).then((answers) => {
        if (!signal.aborted) setFound({ text: words, commands: answers.flat() });
      });
    }, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [words]);

  return useMemo(() => {
    const seen = new Set<string>();
    const known = lists.length === 0 ? [] : allCommands().filter(({ isMove }) => !isMove);
    return [...rank(known, words), ...(found?.text === words ? found.commands : [])].filter(
      ({ id }) => !seen.has(id) && seen.add(id),
    );
  }, [lists, words, found]);
}

function nextAt(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(at + 8, count - 1);
    case 'PageUp':
      return Math.max(at - 8, 0);
    default:
      return undefined;
  }
}
