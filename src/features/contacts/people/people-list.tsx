import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { useListCursor } from '#ui/list/use-list-cursor.ts';
import { Listbox } from '#ui/list/listbox.tsx';
import { keyOfFirst, rowsOfFindings } from '#features/contacts/book/list-rows.ts';
import { contactsQueries } from '#features/contacts/contacts-queries.ts';
import { contactRowHeight, namedParts, PersonRow } from '#features/contacts/list/contact-row.tsx';
import { FindField } from '#features/contacts/list/find-field.tsx';
import type { ListActions } from '#features/contacts/list/list-actions.ts';
import { NobodyFound } from '#features/contacts/list/nobody.tsx';
import styles from '#features/contacts/list/contact-list.module.css';

/** Milliseconds. */
const rest = 250;

/** Whom the person works with, the most relevant first; the service searches among everybody it knows. */
export function PeopleList({ opened, onFollow, onPress, onEnter }: Omit<ListActions, 'picked'>) {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  // The service is asked when the typing rests.
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text.trim()), rest);
    return () => clearTimeout(timer);
  }, [text]);
  // Who cannot wait for the answer has asked for its best already.
  const entered = useRef<string>(undefined);
  const { data: usual } = useSuspenseQuery(contactsQueries.people(''));
  // A search that fails takes neither the field nor what was typed, so it is no suspense query.
  const search = useQuery(contactsQueries.people(wanted));
  // Until the service answers, what was found before stays.
  const [answer, setAnswer] = useState({ wanted: '', people: usual });
  if (search.data && (answer.wanted !== wanted || answer.people !== search.data))
    setAnswer({ wanted, people: search.data });
  const { active, move, jump, stand } = useListCursor(opened, onFollow);
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () =>
      rowsOfFindings(
        answer.people.map(({ summary }) => ({ contact: summary, because: undefined })),
      ),
    [answer],
  );
  const first = keyOfFirst(rows);
  const enter = (person: string) => {
    jump(person);
    onEnter(person);
  };
  const enterFirst = () => first !== undefined && enter(first);
  const answered = useEffectEvent(() => {
    if (entered.current !== answer.wanted) return;
    entered.current = undefined;
    enterFirst();
  });
  useEffect(() => answered(), [answer]);
  return (
    <>
      <FindField
        text={text}
        what="name"
        onText={(typed) => {
          setText(typed);
          entered.current = undefined;
        }}
        onEnter={(typed): void => {
          const asked = typed.trim();
          if (asked === answer.wanted) return void enterFirst();
          entered.current = asked;
          setWanted(asked);
        }}
        onDown={() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
      />
      <p className={styles.tally}>
        {search.isFetching && answer.wanted !== wanted
          ? 'Searching …'
          : wanted
            ? 'Searched by the service, names only'
            : 'By how much you have to do with them'}
      </p>
      <div ref={list} className={styles.list}>
        <div className={styles.rows}>
          {search.isLoadingError ? (
            <div className={styles.failure}>
              <FailureNotice error={search.error} onRetry={() => void search.refetch()} />
            </div>
          ) : rows.length === 0 ? (
            <NobodyFound wanted={answer.wanted} by="service" onClear={() => setText('')} />
          ) : (
            <Listbox
              key={answer.wanted}
              label="People"
              rows={rows}
              total={rows.length}
              height={contactRowHeight}
              active={rows.some(({ key }) => key === active) ? active : first}
              selected={opened}
              Option={PersonRow}
              named={namedParts}
              onMove={move}
              onFocus={stand}
              onPress={(person) => {
                jump(person);
                onPress(person);
              }}
              onEnter={enter}
            />
          )}
        </div>
      </div>
    </>
  );
}
