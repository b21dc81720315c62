import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import { paths } from '#config/paths.ts';
import { PageTitle } from '#shell/page-title.tsx';
import { Panel } from '#shell/panel.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ContactList } from './contact-list.tsx';
import { contactRowHeight } from './contact-row.tsx';
import { ContactView } from './contact-view.tsx';
import { contactsQueries } from './contacts-queries.ts';
import styles from './contacts-screen.module.css';

/** Below this width one pane is shown at a time; the same number stands in contacts-screen.module.css. */
const onePane = '(width < 800px)';

/** The list and one contact: two panes, or one, as there is room. */
export function ContactsScreen() {
  const { contact } = useParams();
  const { data, error } = useInfiniteQuery(contactsQueries.list());
  const listed = data?.pages.flatMap((page) => page.contacts).find(({ id }) => id === contact);
  const { open, close, list, heading, onKeyDown } = useReading(contact);

  // What keeps the whole address book shut is said once, not by every pane.
  const isShut = concernsAll(error);
  return (
    <div
      className={styles.contacts}
      data-shown={contact === undefined || isShut ? 'list' : 'contact'}
    >
      <div ref={list} className={styles.list} data-alone={isShut || undefined}>
        <PageTitle title="Contacts" className={styles.title} />
        <Panel
          heading="All contacts"
          headingHidden
          className={styles.listPanel}
          skeleton={<Skeleton rows={12} height={contactRowHeight} avatar />}
        >
          <ContactList
            opened={contact}
            onFollow={(id) => {
              if (!matchMedia(onePane).matches) open(id);
            }}
            onPress={(id) => open(id, matchMedia(onePane).matches)}
            onEnter={(id) => open(id, true)}
          />
        </Panel>
      </div>
      {!isShut && (
        // Listens for a key that its parts let pass; it is not a control itself.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={styles.reading} onKeyDown={onKeyDown}>
          {contact === undefined ? (
            <NothingOpen />
          ) : (
            <>
              <div className={styles.back}>
                <Button kind="quiet" icon="back" onClick={close}>
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
                <ContactView id={contact} listed={listed} heading={heading} />
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

/** Goes from the list to a contact and back, and takes the focus along when the person does. */
function useReading(contact: string | undefined) {
  const navigate = useNavigate();
  const { state } = useLocation();
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement | null>(null);
  const awaited = useRef<'heading' | 'row'>(undefined);

  const focusRow = () =>
    list.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();

  const open = (id: string, withFocus = false) => {
    if (withFocus && id === contact && heading.current) return heading.current.focus();
    awaited.current = withFocus ? 'heading' : undefined;
    // One step in the history for all that is looked at in a row: Back leads to the list.
    void navigate(paths.contact(id), {
      replace: contact !== undefined,
      state: { fromList: contact === undefined || cameFromList(state) },
    });
  };

  const close = () => {
    if (!matchMedia(onePane).matches) return focusRow();
    if (cameFromList(state)) void navigate(-1);
    else void navigate(paths.contacts, { replace: true });
  };

  // The browser's own way back too leads to the row that was left.
  const before = useRef(contact);
  useEffect(() => {
    if (before.current !== undefined && contact === undefined) focusRow();
    before.current = contact;
  }, [contact]);

  return {
    open,
    close,
    list,
    heading: (element: HTMLHeadingElement | null) => {
      heading.current = element;
      if (!element || awaited.current !== 'heading') return;
      awaited.current = undefined;
      element.focus();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    },
  };
}

function cameFromList(state: unknown): boolean {
  return (state as { fromList?: boolean } | null)?.fromList === true;
}

/** Whether what stopped the list would stop the question for one contact too. */
function concernsAll(error: Error | null): boolean {
  if (error instanceof AuthError) return error.kind !== 'network' && error.kind !== 'unavailable';
  return (
    error instanceof ApiError &&
    (error.status === 401 || error.status === 403 || error.code.startsWith('MailboxNot'))
  );
}
