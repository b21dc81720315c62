import { useState } from 'react';
import { shownList } from '#features/mail/list/pages/shown-list.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { categoryTone } from './category-tone.ts';
import type { Act } from './act.ts';
import styles from './acting.module.css';

/** The names every Outlook mailbox begins with. */
const usual = [
  'Red category',
  'Orange category',
  'Yellow category',
  'Green category',
  'Blue category',
  'Purple category',
];

/**
 * Files messages under names. Which names a mailbox has is a setting that mail permissions do not open, so those are
 * offered that are in use in the list, and any other can be written.
 */
export function CategoriesDialog({
  messages,
  onAct,
  onClose,
}: {
  messages: readonly MessageSummary[];
  onAct: (act: Act, messages: readonly MessageSummary[]) => void;
  onClose: () => void;
}) {
  const [current, setCurrent] = useState(messages);
  const [names, setNames] = useState(() => inUse(messages));
  const [text, setText] = useState('');

  const toggle = (name: string, on: boolean) => {
    onAct({ kind: 'category', name, on }, current);
    setCurrent(
      current.map((message) => ({
        ...message,
        categories: [...message.categories.filter((each) => each !== name), ...(on ? [name] : [])],
      })),
    );
  };
  return (
    <Dialog title="Categories" onClose={onClose}>
      <ul className={styles.list}>
        {names.map((name) => (
          <li key={name}>
            <label className={styles.item}>
              <input
                type="checkbox"
                checked={current.every(({ categories }) => categories.includes(name))}
                onChange={({ target }) => toggle(name, target.checked)}
              />
              <Chip tone={categoryTone(name)} icon="tag">
                {name}
              </Chip>
            </label>
          </li>
        ))}
      </ul>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          const name = text.trim();
          if (!name) return;
          if (!names.includes(name)) setNames([...names, name]);
          toggle(name, true);
          setText('');
        }}
      >
        <input
          className={styles.field}
          aria-label="Another category"
          placeholder="Another category"
          maxLength={255}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit">Add</Button>
      </form>
    </Dialog>
  );
}

function inUse(messages: readonly MessageSummary[]): string[] {
  const listed = shownList.get().rows.flatMap((row) => (row?.kind === 'option' ? [row.item] : []));
  const used = [...messages, ...listed].flatMap(({ categories }) => categories);
  return [...new Set([...used, ...usual])].toSorted((a, b) => a.localeCompare(b));
}
