import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { FailureNotice } from '#shell/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useListCursor } from '#ui/use-list-cursor.ts';
import { Listbox } from '#ui/listbox.tsx';
import { byLetter } from './by-letter.ts';
import { ContactRow, contactRowHeight, namedParts } from './contact-row.tsx';
import { contactsQueries } from './contacts-queries.ts';
import { findContacts } from './find-contacts.ts';
import { FindField } from './find-field.tsx';
import { keyOfFirst, rowsOfFindings, rowsOfGroups, withoutRepeats } from './list-rows.ts';
import { Tally } from './tally.tsx';
import styles from './contact-list.module.css';

/** All contacts under their letters, or those that fit what is typed, the best first. */
export function ContactList({
  opened,
  onFollow,
  onPress,
  onEnter,
}: {
  opened: string | undefined;
  /** The cursor rests on another contact. */
  onFollow: (contact: string) => void;
  onPress: (contact: string) => void;
  onEnter: (contact: string) => void;
}) {
  const { data, error, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } =
    useSuspenseInfiniteQuery(contactsQueries.list());
  const [text, setText] = useState('');
  // Typing goes first: on a slow machine the list may follow a moment later.
  const wanted = useDeferredValue(text).trim();
  const { active, move, jump } = useListCursor(opened, onFollow);
  const list = useRef<HTMLDivElement>(null);

  // Finding needs every contact, so nothing a person does asks for the next page: the arrival of one does.
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  const groups = useMemo(() => byLetter(withoutRepeats(data.pages)), [data]);
  const contacts = useMemo(() => groups.flatMap((group) => group.contacts), [groups]);
  const rows = useMemo(
    () => (wanted ? rowsOfFindings(findContacts(contacts, wanted)) : rowsOfGroups(groups)),
    [contacts, groups, wanted],
  );
  const total = hasNextPage ? data.pages[0]?.total : contacts.length;
  const first = keyOfFirst(rows);
  const enter = (contact: string) => {
    jump(contact);
    onEnter(contact);
  };

  if (contacts.length === 0 && !hasNextPage) return <NoContacts />;
  return (
    <>
      <FindField
        text={text}
        onText={setText}
        onEnter={() => first !== undefined && enter(first)}
        onDown={() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
      />
      <Tally
        found={wanted ? rows.length : undefined}
        loaded={contacts.length}
        total={total}
        loading={hasNextPage && !isFetchNextPageError}
      />
      <div ref={list} className={styles.list}>
        {rows.length === 0 ? (
          <NobodyFound wanted={wanted} onClear={() => setText('')} />
        ) : (
          <Listbox
            // Another question is another list, and starts at its top.
            key={wanted}
            label="Contacts"
            rows={rows}
            total={wanted ? rows.length : total}
            height={contactRowHeight}
            active={rows.some(({ key }) => key === active) ? active : first}
            selected={opened}
            Option={ContactRow}
            named={namedParts}
            onMove={move}
            onPress={(contact) => {
              jump(contact);
              onPress(contact);
            }}
            onEnter={enter}
          />
        )}
      </div>
      {isFetchNextPageError && (
        <div className={styles.failure}>
          <FailureNotice error={error} onRetry={() => void fetchNextPage()} />
        </div>
      )}
    </>
  );
}

function NoContacts() {
  return (
    <div className={styles.empty}>
      <Icon name="people" size={24} />
      <p className={styles.emptyTitle}>No contacts yet</p>
      <p>Add one in Outlook, in the folder Contacts, and it appears here.</p>
    </div>
  );
}

function NobodyFound({ wanted, onClear }: { wanted: string; onClear: () => void }) {
  return (
    <div className={styles.empty}>
      <Icon name="search" size={24} />
      <p className={styles.emptyTitle}>Nobody is found by “{wanted}”</p>
      <p>Names, addresses, companies, job titles and telephone numbers were looked through.</p>
      <Button onClick={onClear}>Show all contacts</Button>
    </div>
  );
}
