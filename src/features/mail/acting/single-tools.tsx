import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { Button } from '#ui/button.tsx';
import { useIsGone } from '#features/mail/message/use-is-gone.ts';
import { ContextMenu, type Spot } from '#ui/context-menu.tsx';
import { alone } from './conversation-scope.ts';
import { actionsFor } from './mail-commands.ts';
import { asksFirst, openMenu } from './open-menu.ts';
import { withChange, usePending } from './pending.ts';
import { useActing, type ActingPlace } from './use-acting.ts';

/** What can be done with one message of a conversation, the others left as they are. */
export function SingleTools({ letter, place }: { letter: MessageSummary; place: ActingPlace }) {
  const { source } = place;
  const queries = useQueryClient();
  const perform = useActing(place);
  const { pending } = usePending();
  const opener = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<Spot>();
  const [itself = letter] = alone(queries, source, [letter]);
  const now = withChange(itself, pending) ?? itself;
  const isGone = useIsGone(letter.id);
  const open = () => {
    if (isGone) return;
    const box = opener.current?.getBoundingClientRect();
    if (box) setAt({ x: box.left, y: box.bottom });
  };
  return (
    <>
      <Button
        ref={opener}
        kind="quiet"
        icon="more"
        label="Only this message"
        aria-haspopup="menu"
        aria-disabled={isGone}
        aria-expanded={at !== undefined}
        onClick={open}
      />
      {at && (
        <ContextMenu
          label="Only this message"
          at={at}
          onClose={() => setAt(undefined)}
          items={[
            ...actionsFor(now).map(({ id, words, icon, act }) => ({
              id,
              words,
              icon,
              run: () => {
                const done = act([now], source.folder);
                if (!asksFirst(done, [now], true)) perform(done, [now], true);
              },
            })),
            {
              id: 'move',
              words: 'Move to a folder',
              icon: 'folder-move' as const,
              run: () => openMenu.set({ kind: 'move', messages: [now], isSingle: true }),
            },
          ]}
        />
      )}
    </>
  );
}
