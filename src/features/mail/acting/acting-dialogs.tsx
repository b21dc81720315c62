import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { formatCount } from '#lib/format-number.ts';
import { CategoriesDialog } from './categories-dialog.tsx';
import { withFolded } from './conversation-scope.ts';
import { MoveDialog } from './move-dialog.tsx';
import { openMenu } from './open-menu.ts';
import { refusal } from './reports.ts';
import { useActing, type ActingPlace } from './use-acting.ts';
import styles from './acting.module.css';

/** The questions that some actions ask first. */
export function ActingDialogs(given: ActingPlace) {
  const open = useSyncExternalStore(openMenu.subscribe, openMenu.get);
  const queries = useQueryClient();
  const { source } = given;
  const act = useActing(given);
  const messages = useMemo(() => {
    if (!open) return [];
    return open.isSingle ? open.messages : withFolded(queries, source, open.messages);
  }, [open, queries, source]);
  // What was refused, and the permission that is missing, would stand behind the dialog, out of reach.
  useEffect(() => refusal.subscribe(() => refusal.get() && openMenu.set(undefined)), []);
  if (!open || messages.length === 0) return null;
  const { kind, isSingle } = open;
  const inFolder = messages[0]?.folderId;
  const perform = (...[what, which]: Parameters<typeof act>) => act(what, which, isSingle);
  const close = () => openMenu.set(undefined);
  switch (kind) {
    case 'move':
      return (
        <MoveDialog
          count={messages.length}
          here={messages.every(({ folderId }) => folderId === inFolder) ? inFolder : undefined}
          onClose={close}
          onMove={(folder) => {
            close();
            perform(
              {
                kind: 'move',
                to: folder.wellKnown ?? folder.id,
                words: `moved to ${folder.name}`,
              },
              messages,
            );
          }}
        />
      );
    case 'categories':
      return <CategoriesDialog messages={messages} onClose={close} onAct={perform} />;
    case 'destroy':
      return (
        <Dialog title="Delete for good?" onClose={close}>
          <p>
            {messages.length === 1
              ? 'The message is already in the bin'
              : `These ${formatCount(messages.length)} messages are already in the bin`}
            . From here there is no way back.
          </p>
          <div className={styles.buttons}>
            <Button onClick={close}>Cancel</Button>
            <Button
              kind="danger"
              icon="trash"
              onClick={() => {
                close();
                perform({ kind: 'destroy' }, messages);
              }}
            >
              Delete for good
            </Button>
          </div>
        </Dialog>
      );
  }
}
