import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Suspense, useId, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { FirstMessages } from '#features/mail/list/pages/first-messages.tsx';
import { paths } from '#config/paths.ts';
import { Panel } from '#shell/panel.tsx';
import { usePreference } from '#shell/use-preference.ts';
import { onePane, useReading } from '#shell/use-reading.ts';
import { useSession } from '#shell/session/use-session.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { FolderHead } from './folder-head.tsx';
import { ReadingPane } from './lazy-reading-pane.ts';
import { density, foldersWidth, listWidth, rowHeights } from './mail-preferences.ts';
import { mailQueries } from './mail-queries.ts';
import { readSource } from './mail-source.ts';
import { concernsMailbox } from './mailbox-failure.ts';
import styles from './mail-screen.module.css';

// Nobody waits for these: the messages come first.
const FolderPane = lazyPart(
  async () => (await import('#features/mail/folders/folder-pane.tsx')).FolderPane,
);
const ListTools = lazyPart(
  async () => (await import('#features/mail/list/tools/list-tools.tsx')).ListTools,
);
const Splitters = lazyPart(async () => (await import('./mail-splitters.tsx')).MailSplitters);
const NothingOpen = lazyPart(async () => (await import('./nothing-open.tsx')).NothingOpen);

/** Folders, the messages of one, and one message: three panes, two, or one, as there is room. */
export function MailScreen() {
  const { message } = useParams();
  const source = useSource();
  // First of all, so that nothing else stands before it in the queue.
  usePrefetchQuery(mailQueries.page(source, 0));
  const { error } = useQuery(mailQueries.page(source, 0));
  const { wanted, open, close, heading, onKeyDown } = useReading({
    opened: message,
    home: paths.mailFolder(source.folder),
    addressOf: (id) => paths.mailMessage(source.folder, id),
  });
  const foldersId = useId();
  const spacing = usePreference(density);

  // What keeps the whole mailbox shut is said once, not by every pane.
  const isShut = concernsMailbox(error);
  return (
    <div
      className={styles.mail}
      style={usePaneWidths()}
      data-shown={message === undefined || isShut ? 'list' : 'message'}
    >
      {!isShut && (
        <nav id={foldersId} popover="auto" aria-label="Folders" className={styles.folders}>
          <Panel heading="Folders" headingHidden skeleton={<Skeleton rows={6} height={30} />}>
            <FolderPane />
          </Panel>
        </nav>
      )}
      <div className={styles.list} data-alone={isShut || undefined} data-density={spacing}>
        <FolderHead source={source} foldersId={isShut ? undefined : foldersId} />
        <div className={styles.tools}>
          {!isShut && (
            <Suspense fallback={null}>
              <ListTools source={source} message={wanted} onOpen={open} onClose={close} />
            </Suspense>
          )}
        </div>
        <Panel
          key={JSON.stringify(source)}
          heading="Messages"
          headingHidden
          className={styles.listPanel}
          skeleton={<Skeleton rows={8} height={rowHeights[spacing]} avatar />}
        >
          <FirstMessages
            source={source}
            message={wanted}
            onFollow={(id) => isNarrow() || open(id)}
            onPress={(id) => open(id, isNarrow())}
            onEnter={(id) => open(id, true)}
            onClose={close}
          />
        </Panel>
      </div>
      {!isShut && (
        // Listens for a key that its parts let pass; it is not a control itself.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={styles.reading} onKeyDown={onKeyDown}>
          <Suspense fallback={null}>
            {message === undefined ? (
              <NothingOpen />
            ) : (
              <Panel
                heading="Message"
                headingHidden
                className={styles.readingPanel}
                skeleton={<Skeleton rows={4} height={56} />}
              >
                <ReadingPane
                  source={source}
                  message={message}
                  heading={heading}
                  onClose={close}
                  onOpen={open}
                />
              </Panel>
            )}
          </Suspense>
        </div>
      )}
      <Suspense fallback={null}>{!isShut && <Splitters />}</Suspense>
    </div>
  );
}

const isNarrow = () => matchMedia(onePane).matches;

/** The same object for the same address, because it is a part of keys. */
function useSource() {
  const { folder = 'inbox' } = useParams();
  const [query] = useSearchParams();
  const session = useSession();
  const username = session.kind === 'signed-in' ? session.account.username : undefined;
  return useMemo(() => readSource(folder, query, username), [folder, query, username]);
}

function usePaneWidths(): Record<string, string> {
  const folders = usePreference(foldersWidth);
  const list = usePreference(listWidth);
  return {
    ...(folders && { '--folders': `${folders}px` }),
    ...(list && { '--list': `${list}px` }),
  };
}
