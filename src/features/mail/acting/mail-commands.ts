/** What can be done to messages, as commands: keys, palette, toolbars. */
import type { Command } from '#shell/keyboard/commands.ts';
import type { IconName } from '#ui/icon-name.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { Act } from './act.ts';

export interface MessageAction {
  readonly id: string;
  readonly words: string;
  readonly keys: readonly string[];
  readonly icon: IconName;
  readonly act: (messages: readonly MessageSummary[], folder: string) => Act;
}

const everyOne = (messages: readonly MessageSummary[], is: (one: MessageSummary) => boolean) =>
  messages.every(is);

/** In the order of a toolbar. */
export const messageActions: readonly MessageAction[] = [
  {
    id: 'mail.archive',
    words: 'Archive',
    keys: ['e'],
    icon: 'archive',
    act: () => ({ kind: 'move', to: 'archive', words: 'archived' }),
  },
  {
    id: 'mail.delete',
    words: 'Delete',
    keys: ['#', 'Delete'],
    icon: 'trash',
    // Out of the bin there is only one way further.
    act: (_, folder) =>
      folder === 'deleteditems'
        ? { kind: 'destroy' }
        : { kind: 'move', to: 'deleteditems', words: 'deleted' },
  },
  {
    id: 'mail.flag',
    words: 'Flag or unflag',
    keys: ['s'],
    icon: 'flag',
    act: (messages) => ({
      kind: 'flag',
      on: !everyOne(messages, ({ isFlagged }) => isFlagged),
    }),
  },
  {
    id: 'mail.read',
    words: 'Mark as read',
    keys: ['Shift+i'],
    icon: 'mail-read',
    act: () => ({ kind: 'read', on: true }),
  },
  {
    id: 'mail.unread',
    words: 'Mark as unread',
    keys: ['Shift+u'],
    icon: 'mail-unread',
    act: () => ({ kind: 'read', on: false }),
  },
];

/** Those that change something about this message, in the words that fit it. */
export function actionsFor({ isRead, isFlagged }: MessageSummary): MessageAction[] {
  return messageActions
    .filter(({ id }) => id !== (isRead ? 'mail.read' : 'mail.unread'))
    .map((action) => {
      if (action.id !== 'mail.flag') return action;
      return isFlagged
        ? { ...action, words: 'Unflag', icon: 'flag-filled' }
        : { ...action, words: 'Flag' };
    });
}

export function commandsOf(run: (action: MessageAction) => void): Command[] {
  return messageActions.map((action) => ({
    id: action.id,
    words: action.words,
    keys: action.keys,
    icon: action.icon,
    group: 'This message',
    run: () => run(action),
  }));
}
