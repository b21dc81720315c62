import { useRef, useState, type KeyboardEvent } from 'react';
import type { ContactListRow } from '#features/contacts/book/list-rows.ts';
import styles from './letter-index.module.css';

/** Every letter of the list beside it: a press leads to its first contact. One tab stop, arrows within. */
export function LetterIndex({
  rows,
  onLetter,
}: {
  rows: readonly ContactListRow[];
  /** The row of a letter's heading. */
  onLetter: (at: number) => void;
}) {
  const strip = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(0);
  const letters = rows.flatMap((row, at) =>
    row.kind === 'heading' ? [{ text: row.text, at }] : [],
  );
  if (letters.length < 3) return null;
  const active = Math.min(reached, letters.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: letters.length - 1,
    }[event.key];
    if (to === undefined || !letters[to]) return;
    event.preventDefault();
    setReached(to);
    strip.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div
      ref={strip}
      role="toolbar"
      aria-label="Letters"
      aria-orientation="vertical"
      tabIndex={-1}
      className={styles.strip}
      onKeyDown={onKeyDown}
    >
      {letters.map(({ text, at }, index) => (
        <button
          key={at}
          type="button"
          tabIndex={index === active ? 0 : -1}
          aria-label={`To ${text}`}
          onClick={() => {
            setReached(index);
            onLetter(at);
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
