import { startTransition, useId, useOptimistic, useRef } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';
import { parts, sourceQuery, type MailSource, type Part } from '#features/mail/mail-source.ts';
import { Button } from '#ui/button.tsx';
import dropDown from '#ui/drop-down.module.css';
import { partNames } from './part-in-words.ts';
import styles from './list-tools.module.css';

/** What the search index knows nothing of. */
const notSearchable: readonly Part[] = ['unread', 'flagged'];

/** Parts of a folder, as far as Graph can pick them out. */
export function FilterMenu({ source }: { source: MailSource }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  // What was pressed is marked at once; the address follows in its own time.
  const [wanted, want] = useOptimistic(source.part);
  const choose = (part: Part | undefined) => {
    menu.current?.hidePopover();
    startTransition(() => {
      want(part);
      void navigate(paths.mailFolder(source.folder) + sourceQuery({ ...source, part }));
    });
  };
  const isOff = (part: Part) => source.words !== '' && notSearchable.includes(part);
  return (
    <>
      <Button
        kind="quiet"
        icon="filter"
        label={source.part ? `Filter: ${partNames[source.part]}` : 'Filter'}
        popoverTarget={id}
        className={styles.opener}
        data-on={source.part}
      />
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="group"
        aria-label="Filter"
        className={`${dropDown.dropDown} ${styles.menu}`}
      >
        <fieldset className={styles.choices}>
          <legend>Show</legend>
          {[undefined, ...parts].map((part) => (
            <label key={part ?? 'all'} className={styles.choice}>
              <input
                type="radio"
                name={id}
                checked={wanted === part}
                disabled={part && isOff(part)}
                onChange={() => choose(part)}
              />
              {part ? partNames[part] : 'All messages'}
            </label>
          ))}
        </fieldset>
        {source.words && (
          <p className={styles.note}>Microsoft’s search does not know what is unread or flagged.</p>
        )}
        {source.part === 'to-me' && (
          <p className={styles.note}>
            Recipients can only be searched for: at most 1,000 messages, in the order the search
            gives.
          </p>
        )}
      </div>
    </>
  );
}
