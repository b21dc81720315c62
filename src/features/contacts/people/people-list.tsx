import { useSuspenseQuery } from '@tanstack/react-query';
import { startTransition, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
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
  // The service is asked when the typing rests; until it answers, what was found before stays.
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setWanted(text.trim())), rest);
    return () => clearTimeout(timer);
  }, [text]);
  // Who cannot wait for the answer has asked for its best already.
  const entered = useRef<string>(undefined);
  const { data: people } = useSuspenseQuery(contactsQueries.people(wanted));
  const { active, move, jump } = useListCursor(opened, onFollow);
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => rowsOfFindings(people.map(({ summary }) => ({ contact: summary, because: undefined }))),
    [people],
  );
  const first = keyOfFirst(rows);
  const enter = (person: string) => {
    jump(person);
    onEnter(person);
  };
  const enterFirst = () => first !== undefined && enter(first);
  const answered = useEffectEvent(() => {
    if (entered.current !== wanted) return;
    entered.current = undefined;
    enterFirst();
  });
  useEffect(() => answered(), [wanted]);
  return (
    <>
      <FindField
        text={text}
        onText={(typed) => {
          setText(typed);
          entered.current = undefined;
        }}
        onEnter={(typed): void => {
          const asked = typed.trim();
          if (asked === wanted) return void enterFirst();
          entered.current = asked;
          startTransition(() => setWanted(asked));
        }}
        onDown={() => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
      />
      <p className={styles.tally}>
        {wanted ? 'Found by the service, names only' : 'By how much you have to do with them'}
      </p>
      <div ref={list} className={styles.list}>
        <div className={styles.rows}>
          {rows.length === 0 ? (
            <NobodyFound wanted={wanted} by="service" onClear={() => setText('')} />
          ) : (
            <Listbox
              key={wanted}
              label="People"
              rows={rows}
              total={rows.length}
              height={contactRowHeight}
              active={rows.some(({ key }) => key === active) ? active : first}
              selected={opened}
              Option={PersonRow}
              named={namedParts}
              onMove={move}
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
