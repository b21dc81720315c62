import type { MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { ariaKeys } from '#shell/keyboard/keys.ts';
import { Button } from '#ui/button.tsx';
import { actionsFor } from './mail-commands.ts';
import { asksFirst, openMenu } from './open-menu.ts';
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
  return (
    <div role="toolbar" aria-label="Message" className={styles.tools}>
      {actionsFor(now).map(({ id, words, icon, keys, act }) => (
        <Button
          // Of the two about reading one takes the place of the other, and keeps the focus.
          key={id === 'mail.unread' ? 'mail.read' : id}
          kind="quiet"
          icon={icon}
          label={words}
          aria-keyshortcuts={ariaKeys(keys)}
          onClick={() => {
            const done = act([now], source.folder);
            if (!asksFirst(done, [now])) perform(done, [now]);
          }}
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
