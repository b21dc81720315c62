import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';
import { sourceQuery, type MailSource } from '#features/mail/mail-source.ts';
import { useCommands } from '#shell/keyboard/use-commands.ts';
import { Button } from '#ui/button.tsx';
import { focusList } from '#ui/hand-on.ts';
import { Icon } from '#ui/icon.tsx';
import dropDown from '#ui/drop-down.module.css';
import { wordsToMark } from './kql.ts';
import { markMatches } from './mark-matches.ts';
import { recentSearches, rememberSearch } from './recent-searches.ts';
import { SearchForm } from './search-form.tsx';
import styles from './search.module.css';

/** Looks for messages in this folder or in all of them. What is looked for stands in the address. */
export function SearchBar({ source }: { source: MailSource }) {
  const { folder, words, everywhere } = source;
  const [text, setText] = useState(words);
  // What is looked for now may have come from elsewhere; the field itself stays, and the focus in it.
  const [known, setKnown] = useState(words);
  if (known !== words) {
    setKnown(words);
    setText(words);
  }
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const recent = useSyncExternalStore(recentSearches.subscribe, recentSearches.get);
  const id = useId();
  useMarks(words);

  const search = (kql: string, all = everywhere) => {
    const wanted = kql.trim();
    if (wanted) rememberSearch(wanted);
    const part =
      wanted && ['unread', 'flagged'].includes(source.part ?? '') ? undefined : source.part;
    void navigate(paths.mailFolder(folder) + sourceQuery({ part, words: wanted, everywhere: all }));
  };
  useCommands([
    {
      id: 'mail.search',
      words: 'Search mail',
      group: 'Message list',
      keys: ['/'],
      icon: 'search',
      run: () => field.current?.focus(),
    },
  ]);

  return (
    <search className={styles.search}>
      <form
        className={styles.bar}
        onSubmit={(event) => {
          event.preventDefault();
          search(text);
        }}
      >
        <Icon name="search" size={16} />
        <input
          ref={field}
          type="search"
          aria-label={everywhere ? 'Search all mail' : 'Search this folder'}
          aria-keyshortcuts="/"
          placeholder={everywhere ? 'Search all mail' : 'Search this folder'}
          list={`${id}-recent`}
          autoComplete="off"
          value={text}
          // Escape empties the field (the browser's doing); once more is the way back.
          onKeyDown={({ key }) => {
            if (key === 'Escape' && text === '') focusList();
          }}
          onChange={({ target }) => {
            setText(target.value);
            // The field's own cross empties it, which is the way back to the whole folder.
            if (target.value === '' && words) search('');
          }}
        />
        <datalist id={`${id}-recent`}>
          {recent.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
        <Button
          kind="quiet"
          icon="chevron-down"
          label="Search options"
          popoverTarget={`${id}-panel`}
        />
      </form>
      <div
        ref={panel}
        id={`${id}-panel`}
        popover="auto"
        role="group"
        aria-label="Search options"
        className={`${dropDown.dropDown} ${styles.panel}`}
      >
        <SearchForm
          key={words}
          words={text}
          everywhere={everywhere}
          onSearch={(kql, all) => {
            panel.current?.hidePopover();
            setText(kql);
            search(kql, all);
          }}
        />
      </div>
    </search>
  );
}

/** What was looked for is marked in the list, and nowhere else. */
function useMarks(words: string): void {
  useEffect(() => {
    const main = document.querySelector<HTMLElement>('main');
    if (main && words) return markMatches(main, wordsToMark(words));
    return undefined;
  }, [words]);
}
