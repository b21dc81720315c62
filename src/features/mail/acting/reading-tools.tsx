import type { MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { ariaKeys } from '#shell/keyboard/keys.ts';
import { Button } from '#ui/button.tsx';
import { messageActions, type MessageAction } from './mail-commands.ts';
import { openMenu } from './open-menu.ts';
import { useActing } from './use-acting.ts';
import { withChange, usePending } from './pending.ts';
import styles from './acting.module.css';

/** What can be done with the open message. */
export function ReadingTools({
  source,
  message,
  ...rest
}: {
  source: MailSource;
  message: MessageSummary;
  onOpen: (message: string) => void;
  onClose: (gone?: boolean) => void;
}) {
  const perform = useActing({ message: message.id, ...rest });
  const { pending } = usePending();
  const now = withChange(message, pending) ?? message;
  const press = ({ act }: MessageAction) => {
    const done = act([now], source.folder);
    if (done.kind === 'destroy') openMenu.set({ kind: 'destroy', messages: [now] });
    else perform(done, [now]);
  };
  return (
    <div role="toolbar" aria-label="Message" className={styles.tools}>
      {messageActions.filter(isOffered(now)).map((action) => (
        <Button
          // Of the two about reading one takes the place of the other, and keeps the focus.
          key={action.id === 'mail.unread' ? 'mail.read' : action.id}
          kind="quiet"
          icon={action.id === 'mail.flag' && now.isFlagged ? 'flag-filled' : action.icon}
          label={action.id === 'mail.flag' ? (now.isFlagged ? 'Unflag' : 'Flag') : action.words}
          aria-keyshortcuts={ariaKeys(action.keys)}
          onClick={() => press(action)}
        />
      ))}
      <Button
        kind="quiet"
        icon="folder-move"
        label="Move to a folder"
        aria-keyshortcuts="V"
        onClick={() => openMenu.set({ kind: 'move', messages: [now] })}
      />
      <Button
        kind="quiet"
        icon="tag"
        label="Categories"
        onClick={() => openMenu.set({ kind: 'categories', messages: [now] })}
      />
    </div>
  );
}

/** Of the two about reading, the one that changes something. */
function isOffered({ isRead }: MessageSummary) {
  return ({ id }: MessageAction) => id !== (isRead ? 'mail.read' : 'mail.unread');
}
