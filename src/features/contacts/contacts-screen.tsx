import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import { paths } from '#config/paths.ts';
import { Panel } from '#shell/panel.tsx';
import { Waiting } from '#shell/waiting.tsx';
import { onePane, useReading } from '#shell/use-reading.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { ContactView } from '#features/contacts/card/contact-view.tsx';
import { PersonView } from '#features/contacts/card/person-view.tsx';
import { ExportBar } from '#features/contacts/export/export-bar.tsx';
import { ContactList } from '#features/contacts/list/contact-list.tsx';
import { contactRowHeight } from '#features/contacts/list/contact-row.tsx';
import { PeopleList } from '#features/contacts/people/people-list.tsx';
import { contactsQueries } from './contacts-queries.ts';
import { ListHead } from './list-head.tsx';
import { searchOf, sourceOf, type Source } from './source.ts';
import styles from './contacts-screen.module.css';

/** The list and one contact: two panes, or one, as there is room. */
export function ContactsScreen() {
  const { contact } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const source = sourceOf(params);
  const { people, folder, duplicatesOnly } = source;
  const { data, error, isLoadingError } = useInfiniteQuery({
    ...contactsQueries.list(folder),
    enabled: !people,
  });
  const near = useQuery({ ...contactsQueries.people(''), enabled: people });
  const contacts = data?.pages.flatMap((page) => page.contacts);
  const listed = contacts?.find(({ id }) => id === contact);
  const { wanted, open, close, heading, onKeyDown } = useReading({
    opened: contact,
    home: paths.contacts,
    addressOf: paths.contact,
  });
  const { exported, picked, choose, begin } = useChoice();

  const show = (next: Source) => {
    begin(undefined);
    void navigate({ pathname: paths.contacts, search: searchOf(next) });
  };
  // What keeps the whole address book shut is said once, not by every pane.
  const isShut = concernsAll(people ? near.error : error);
  const isEmpty = people
    ? near.isLoadingError || near.data?.length === 0
    : isLoadingError || contacts?.length === 0;
  const actions = {
    opened: wanted,
    picked,
    onFollow: (id: string) => {
      if (!matchMedia(onePane).matches) open(id);
    },
    onPress: (id: string) => (picked ? choose(id) : open(id, matchMedia(onePane).matches)),
    onEnter: (id: string) => (picked ? choose(id) : open(id, true)),
  };
  return (
    <div
      className={styles.contacts}
      data-shown={contact === undefined || isShut ? 'list' : 'contact'}
    >
      <div className={styles.list} data-alone={isShut || undefined}>
        <ListHead
          source={source}
          isShut={isShut}
          isEmpty={isEmpty}
          onSource={show}
          onPick={() => begin('several')}
          onExport={() => begin('all')}
        />
        <Panel
          key={searchOf(source)}
          heading={people ? 'People I work with' : 'All contacts'}
          headingHidden
          className={styles.listPanel}
          skeleton={
            <Waiting
              of={(people ? contactsQueries.people('') : contactsQueries.list(folder)).queryKey}
              rows={12}
              height={contactRowHeight}
              avatar
            />
          }
        >
          {people ? (
            <PeopleList {...actions} />
          ) : (
            <ContactList
              {...actions}
              folder={folder}
              duplicatesOnly={duplicatesOnly}
              onEverybody={() => show({ ...source, duplicatesOnly: false })}
            />
          )}
          {exported && (
            <ExportBar
              key={exported}
              folder={folder}
              picked={picked}
              onEnd={() => begin(undefined)}
            />
          )}
        </Panel>
      </div>
      {!isShut && (
        // Listens for a key that its parts let pass; it is not a control itself.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={styles.reading} onKeyDown={onKeyDown}>
          {contact === undefined ? (
            !isEmpty && <NothingOpen />
          ) : (
            <>
              <div className={styles.back}>
                <Button kind="quiet" icon="back" onClick={() => close()}>
                  Contacts
                </Button>
              </div>
              <Panel
                key={contact}
                heading="Contact"
                headingHidden
                className={styles.readingPanel}
                skeleton={null}
              >
                {people ? (
                  <PersonView id={contact} heading={heading} />
                ) : (
                  <ContactView id={contact} folder={folder} listed={listed} heading={heading} />
                )}
              </Panel>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function NothingOpen() {
  return (
    <p className={styles.nothingOpen}>
      <Icon name="person" size={24} />
      Choose a contact to see everything known of it.
    </p>
  );
}

/** What is to be exported: everybody, or those that are being chosen. */
function useChoice() {
  const [exported, setExported] = useState<'all' | 'several'>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return {
    exported,
    picked: exported === 'several' ? chosen : undefined,
    choose: (id: string) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    begin: (what: 'all' | 'several' | undefined) => {
      setExported(what);
      setChosen(new Set());
    },
  };
}

/** Whether what stopped the list would stop the question for one contact too. */
function concernsAll(error: Error | null): boolean {
  if (error instanceof AuthError) return error.kind !== 'network' && error.kind !== 'unavailable';
  return (
    error instanceof ApiError &&
    (error.status === 401 || error.status === 403 || error.code.startsWith('MailboxNot'))
  );
}
