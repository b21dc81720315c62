import { useQuery, useQueryClient } from '@tanstack/react-query';
import { conversationQueries } from '#features/mail/conversation/conversation-queries.ts';
import { conversations } from '#features/mail/mail-preferences.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { ariaKeys } from '#shell/keyboard/keys.ts';
import { usePreference } from '#shell/use-preference.ts';
import { Button } from '#ui/button.tsx';
import { useIsGone } from '#features/mail/message/use-is-gone.ts';
import { actionsFor } from './mail-commands.ts';
import { withFolded } from './conversation-scope.ts';
import { asksFirst, openMenu } from './open-menu.ts';
import { useActing, type ActingPlace } from './use-acting.ts';
import { withChange, usePending } from './pending.ts';
import { SingleTools } from './single-tools.tsx';
import styles from './acting.module.css';

/** What can be done with the open message, and with its whole conversation where conversations are rows. */
export function ReadingTools({ letter, place }: { letter: MessageSummary; place: ActingPlace }) {
  const { source } = place;
  const perform = useActing(place);
  const { pending } = usePending();
  const now = withChange(letter, pending) ?? letter;
  const count = useCount(source, now);
  // Said to be closed instead of going, which would take the focus along.
  const isGone = useIsGone(letter.id);
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
          aria-disabled={isGone}
          onClick={() => {
            if (isGone) return;
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
        aria-disabled={isGone}
        onClick={() => isGone || openMenu.set({ kind: 'move', messages: [now] })}
      />
      <Button
        kind="quiet"
        icon="tag"
        label="Categories"
        aria-disabled={isGone}
        onClick={() => isGone || openMenu.set({ kind: 'categories', messages: [now] })}
      />
      {count > 1 && (
        <>
          <span className={styles.reach}>
            <span>for </span>all {count}
          </span>
          <SingleTools letter={letter} place={place} />
        </>
      )}
    </div>
  );
}

/** How many messages it is done to, as far as that is known. */
function useCount(source: ActingPlace['source'], message: MessageSummary): number {
  const queries = useQueryClient();
  const isOn = usePreference(conversations) === 'on';
  const { conversationId, folderId } = message;
  // Who reads the conversation asks for it.
  const { data } = useQuery({
    ...conversationQueries.messages(conversationId),
    enabled: false,
  });
  const { pending } = usePending();
  if (!isOn || !conversationId) return 1;
  const here = withFolded(queries, source, [message]);
  const asked = (data?.items ?? []).filter(
    (each) => each.folderId === folderId && withChange(each, pending),
  );
  return new Set([...here, ...asked].map(({ id }) => id)).size;
}
