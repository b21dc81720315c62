import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { useListCursor } from '#ui/list/use-list-cursor.ts';
import { Listbox } from '#ui/list/listbox.tsx';
import { headingHeight } from '#ui/list/listbox-props.ts';
import type { ContactSummary } from '#features/contacts/book/address-book.ts';
import { byLetter, type LetterGroup } from '#features/contacts/book/by-letter.ts';
import { findDuplicates } from '#features/contacts/book/duplicates.ts';
import { findContacts } from '#features/contacts/book/find-contacts.ts';
import {
  keyOfFirst,
  rowsOfDuplicates,
  rowsOfFindings,
  rowsOfGroups,
  withoutRepeats,
  type ContactListRow,
} from '#features/contacts/book/list-rows.ts';
import { contactsQueries } from '#features/contacts/contacts-queries.ts';
import type { ListActions } from './list-actions.ts';
import { ContactRow, contactRowHeight, namedParts } from './contact-row.tsx';
import { FindField } from './find-field.tsx';
import { LetterIndex } from './letter-index.tsx';
import { NoContacts, NoDuplicates, NobodyFound } from './nobody.tsx';
import { Tally } from './tally.tsx';
import styles from './contact-list.module.css';

/** The contacts of a folder under their letters, those that fit what is typed, or those that may be there twice. */
export function ContactList({
  folder,
  duplicatesOnly,
  opened,
  picked,
  onFollow,
  onPress,
  onEnter,
  onEverybody,
}: ListActions & {
  /** The default one unless given. */
  folder: string | undefined;
  duplicatesOnly: boolean;
  /** Those who are there once are wanted again. */
  onEverybody: () => void;
}) {
  const { data, error, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } =
    useSuspenseInfiniteQuery(contactsQueries.list(folder));
  const [text, setText] = useState('');
  // Typing goes first: on a slow machine the list may follow a moment later, unless somebody waits for it.
  const [awaited, setAwaited] = useState('');
  const followed = useDeferredValue(text);
  const wanted = (awaited === text ? text : followed).trim();
  const { active, move, jump, stand } = useListCursor(opened, picked ? () => undefined : onFollow);
  const list = useRef<HTMLDivElement>(null);

  // Finding needs every contact, so nothing a person does asks for the next page: the arrival of one does.
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  const groups = useMemo(() => byLetter(withoutRepeats(data.pages)), [data]);
  const contacts = useMemo(() => groups.flatMap((group) => group.contacts), [groups]);
  const rows = useMemo(() => {
    if (duplicatesOnly) return rowsOfDuplicates(findDuplicates(contacts));
    return rowsThatFit(wanted, contacts, groups);
  }, [contacts, groups, wanted, duplicatesOnly]);
  const total = hasNextPage ? data.pages[0]?.total : contacts.length;
  const first = keyOfFirst(rows);
  const shown = rows.filter(({ kind }) => kind === 'option').length;
  const enter = (contact: string) => {
    jump(contact);
    onEnter(contact);
  };

  const showLetter = (at: number) => {
    const next = rows[at + 1];
    if (next) flushSync(() => jump(next.key));
    const above = rows.slice(0, at);
    const scroller = list.current?.querySelector('[role=listbox]')?.parentElement;
    scroller?.scrollTo({
      top: above.reduce(
        (sum, row) => sum + (row.kind === 'heading' ? headingHeight : contactRowHeight),
        0,
      ),
    });
  };

  if (contacts.length === 0 && !hasNextPage) return <NoContacts />;
  return (
    <>
      {!duplicatesOnly && (
        <FindField
          text={text}
          what="name, address or number"
          onText={setText}
          onEnter={(typed) => {
            // What is drawn may still be the answer to less than was typed.
            const best = keyOfFirst(rowsThatFit(typed.trim(), contacts, groups));
            if (best !== undefined) enter(best);
          }}
          onDown={() => {
            flushSync(() => setAwaited(text));
            list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
          }}
        />
      )}
      <Tally
        found={duplicatesOnly ? shown : wanted ? rows.length : undefined}
        what={duplicatesOnly ? 'may be there twice' : 'found'}
        loaded={contacts.length}
        total={total}
        loading={hasNextPage && !isFetchNextPageError}
      >
        {duplicatesOnly && (
          <Button kind="quiet" onClick={onEverybody}>
            Show everybody
          </Button>
        )}
      </Tally>
      <div ref={list} className={styles.list}>
        <div className={styles.rows}>
          {rows.length === 0 ? (
            duplicatesOnly ? (
              <NoDuplicates />
            ) : (
              <NobodyFound wanted={wanted} by="browser" onClear={() => setText('')} />
            )
          ) : (
            <Listbox
              // Another question is another list, and starts at its top.
              key={`${duplicatesOnly} ${wanted}`}
              label="Contacts"
              rows={rows}
              total={wanted || duplicatesOnly ? shown : total}
              height={contactRowHeight}
              active={rows.some(({ key }) => key === active) ? active : first}
              selected={opened}
              picked={picked}
              Option={ContactRow}
              named={namedParts}
              onMove={move}
              onFocus={stand}
              onPress={(contact) => {
                jump(contact);
                onPress(contact);
              }}
              onEnter={enter}
            />
          )}
        </div>
        {!wanted && !duplicatesOnly && <LetterIndex rows={rows} onLetter={showLetter} />}
      </div>
      {isFetchNextPageError && (
        <div className={styles.failure}>
          <FailureNotice error={error} onRetry={() => void fetchNextPage()} />
        </div>
      )}
    </>
  );
}

function rowsThatFit(
  text: string,
  contacts: readonly ContactSummary[],
  groups: readonly LetterGroup[],
): ContactListRow[] {
  return text ? rowsOfFindings(findContacts(contacts, text)) : rowsOfGroups(groups);
}
