import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { conversations, densities, density } from '#features/mail/mail-preferences.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import { isSearch, type MailSource } from '#features/mail/mail-source.ts';
import { formatTime } from '#lib/format-date.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import type { Preference } from '#shell/preference.ts';
import { useCommands } from '#shell/keyboard/use-commands.ts';
import { usePreference } from '#shell/use-preference.ts';
import { Button } from '#ui/button.tsx';
import dropDown from '#ui/drop-down.module.css';
import { newMailQueries } from '#features/mail/list/pages/new-mail-queries.ts';
import { begin } from '#features/mail/acting/reports.ts';
import { goToSlot, shownList } from '#features/mail/list/pages/shown-list.ts';
import { countNewerThan } from './go-to-date.ts';
import { markRead } from './list-preferences.ts';
import styles from './list-tools.module.css';

/** How the list looks, where in it one is, and whether there is news. */
export function ListMenu({ source }: { source: MailSource }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const refresh = useRefresh(source);
  useCommands([
    {
      id: 'mail.refresh',
      words: 'Load the list again',
      group: 'Message list',
      icon: 'retry',
      run: refresh,
    },
    ...densities.map((each) => ({
      id: `mail.density-${each}`,
      words: `Row height: ${each}`,
      group: 'Settings',
      icon: 'list' as const,
      run: () => density.choose(each),
    })),
    {
      id: 'mail.conversations',
      words: 'Switch conversations on or off',
      group: 'Settings',
      icon: 'chat',
      run: () => conversations.choose(conversations.get() === 'on' ? 'off' : 'on'),
    },
  ]);
  return (
    <>
      <Button kind="quiet" icon="more" label="View" popoverTarget={id} className={styles.opener} />
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="group"
        aria-label="View"
        className={`${dropDown.dropDown} ${styles.menu}`}
      >
        <GoToDate source={source} onDone={() => menu.current?.hidePopover()} />
        <Choices legend="Rows" kept={density} words={rowWords} />
        <Choices legend="Conversations" kept={conversations} words={conversationWords}>
          <p className={styles.note}>Answers that are loaded are folded into their newest.</p>
        </Choices>
        <Choices legend="An open message counts as read" kept={markRead} words={readWords} />
        <div className={styles.again}>
          <LookedAt source={source} />
          <Button
            icon="retry"
            onClick={() => {
              menu.current?.hidePopover();
              refresh();
            }}
          >
            Load the list again
          </Button>
        </div>
      </div>
    </>
  );
}

const rowWords = { comfortable: 'Comfortable', cosy: 'Cosy', compact: 'Compact' };
const conversationWords = { off: 'Every message a row', on: 'A row for each conversation' };
const readWords = { 'at-once': 'At once', soon: 'After 3 seconds', never: 'When I say so' };

function Choices<T extends string>({
  legend,
  kept,
  words,
  children,
}: {
  legend: string;
  kept: Preference<T>;
  words: Record<T, string>;
  children?: ReactNode;
}) {
  const name = useId();
  const current = usePreference(kept);
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {(Object.keys(words) as T[]).map((each) => (
        <label key={each} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={current === each}
            onChange={() => kept.choose(each)}
          />
          {words[each]}
        </label>
      ))}
      {children}
    </fieldset>
  );
}

function GoToDate({ source, onDone }: { source: MailSource; onDone: () => void }) {
  const [date, setDate] = useState('');
  const [problem, setProblem] = useState<Error>();
  if (isSearch(source)) return null;
  const go = async () => {
    try {
      const slot = await countNewerThan(source, new Date(`${date}T23:59:59.999`));
      setProblem(undefined);
      onDone();
      goToSlot(slot);
      const { total = 0 } = shownList.get();
      if (slot >= total && total > 0) {
        begin().end({ words: 'Nothing here is that old: this is the oldest message' });
      }
    } catch (error) {
      setProblem(error as Error);
    }
  };
  return (
    <fieldset className={styles.choices}>
      <legend>Go to a date</legend>
      <form
        className={styles.date}
        onSubmit={(event) => {
          event.preventDefault();
          if (date) void go();
        }}
      >
        <input
          type="date"
          aria-label="Date"
          value={date}
          onChange={({ target }) => setDate(target.value)}
        />
        <Button type="submit">Go</Button>
      </form>
      {problem && <FailureNotice error={problem} onRetry={() => void go()} />}
    </fieldset>
  );
}

/** When it was last looked whether there is something new. */
function LookedAt({ source }: { source: MailSource }) {
  const queries = useQueryClient();
  const key = newMailQueries.looks(source).queryKey;
  const at = useSyncExternalStore(
    (told) => queries.getQueryCache().subscribe(told),
    () => queries.getQueryState(key)?.dataUpdatedAt ?? 0,
  );
  if (at === 0 || source.words || source.part) return null;
  return (
    <>
      <p className={styles.looked}>Looked for new mail at {formatTime(new Date(at))}.</p>
      <Button icon="inbox" onClick={() => void queries.refetchQueries({ queryKey: key })}>
        Look now
      </Button>
    </>
  );
}

/** From the beginning, as if it had never been loaded. */
function useRefresh(source: MailSource): () => void {
  const queries = useQueryClient();
  return () => {
    queries.removeQueries({ queryKey: mailQueries.shift(source).queryKey });
    queries.removeQueries({ ...mailQueries.pages(source), type: 'inactive' });
    void queries.resetQueries(mailQueries.pages(source));
    void queries.invalidateQueries(mailQueries.anyFolder());
    void queries.invalidateQueries(mailQueries.anyFolders());
  };
}
