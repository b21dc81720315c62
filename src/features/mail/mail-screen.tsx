import { useInfiniteQuery, usePrefetchInfiniteQuery } from '@tanstack/react-query';
import { lazy, useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { paths } from '#config/paths.ts';
import { Panel } from '#shell/panel.tsx';
import { Icon } from '#ui/icon.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { FolderHead } from './folder-head.tsx';
import { ReadingPane } from './lazy-reading-pane.ts';
import { mailQueries } from './mail-queries.ts';
import { concernsMailbox } from './mailbox-failure.ts';
import { MessageList, messageRowHeight } from './message-list.tsx';
import styles from './mail-screen.module.css';

/** Below this width one pane is shown at a time; the same number stands in mail-screen.module.css. */
const onePane = '(width < 800px)';

// Nobody waits for it: the messages come first.
const FolderList = lazy(async () => ({
  default: (await import('./folder-list.tsx')).FolderList,
}));

/** Folders, the messages of one, and one message: three panes, two, or one, as there is room. */
export function MailScreen() {
  const { folder = 'inbox', message } = useParams();
  // First of all, so that nothing else stands before it in the queue.
  usePrefetchInfiniteQuery(mailQueries.messages(folder));
  const { error } = useInfiniteQuery(mailQueries.messages(folder));
  const { open, close, heading, list, onKeyDown } = useReading(folder, message);
  const foldersId = useId();
  const folders = useRef<HTMLDivElement>(null);

  const closeAfterLink = ({ target }: MouseEvent) => {
    const { current: pane } = folders;
    if ((target as Element).closest('a') && pane?.matches(':popover-open')) pane.hidePopover();
  };

  // What keeps the whole mailbox shut is said once, not by every pane.
  const isShut = concernsMailbox(error);
  return (
    <div className={styles.mail} data-shown={message === undefined || isShut ? 'list' : 'message'}>
      {!isShut && (
        <nav
          ref={folders}
          id={foldersId}
          popover="auto"
          aria-label="Folders"
          className={styles.folders}
          onClickCapture={closeAfterLink}
        >
          <Panel heading="Folders" skeleton={<Skeleton rows={6} height={30} />}>
            <FolderList />
          </Panel>
        </nav>
      )}
      <div ref={list} className={styles.list} data-alone={isShut || undefined}>
        <FolderHead folder={folder} foldersId={isShut ? undefined : foldersId} />
        <Panel
          key={folder}
          heading="Messages"
          headingHidden
          className={styles.listPanel}
          skeleton={<Skeleton rows={8} height={messageRowHeight} avatar />}
        >
          <MessageList
            folder={folder}
            message={message}
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
          {message === undefined ? (
            <NothingOpen />
          ) : (
            <Panel
              key={message}
              heading="Message"
              headingHidden
              className={styles.readingPanel}
              skeleton={<Skeleton rows={4} height={56} />}
            >
              <ReadingPane
                folder={folder}
                message={message}
                heading={heading}
                onClose={close}
                onOpen={open}
              />
            </Panel>
          )}
        </div>
      )}
    </div>
  );
}

function NothingOpen() {
  return (
    <p className={styles.nothingOpen}>
      <Icon name="mail" size={24} />
      Choose a message to read it here.
    </p>
  );
}

/** Goes from the list to a message and back, and takes the focus along when the person does. */
function useReading(folder: string, message: string | undefined) {
  const navigate = useNavigate();
  const { state } = useLocation();
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement | null>(null);
  const awaited = useRef<'heading' | 'row'>(undefined);

  const focusRow = () =>
    list.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();

  const open = (id: string, withFocus = false) => {
    if (withFocus && id === message && heading.current) return heading.current.focus();
    awaited.current = withFocus ? 'heading' : undefined;
    // One step in the history for all that is read in a row: Back leads to the list.
    void navigate(paths.mailMessage(folder, id), {
      replace: message !== undefined,
      state: { fromList: message === undefined || cameFromList(state) },
    });
  };

  const close = () => {
    if (!matchMedia(onePane).matches) return focusRow();
    awaited.current = 'row';
    if (cameFromList(state)) void navigate(-1);
    else void navigate(paths.mailFolder(folder), { replace: true });
  };

  useEffect(() => {
    if (message !== undefined || awaited.current !== 'row') return;
    awaited.current = undefined;
    focusRow();
  }, [message]);

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
