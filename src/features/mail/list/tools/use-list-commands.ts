import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { commandsOf } from '#features/mail/acting/mail-commands.ts';
import { asksFirst, openMenu } from '#features/mail/acting/open-menu.ts';
import { begin, takeBack } from '#features/mail/acting/reports.ts';
import { targets, remaining, useActing } from '#features/mail/acting/use-acting.ts';
import { removes } from '#features/mail/acting/act.ts';
import { useCommands } from '#shell/keyboard/use-commands.ts';
import type { Command } from '#shell/keyboard/commands.ts';
import type { ListboxHandle } from '#ui/list/listbox-props.ts';
import type { MessageListProps } from '#features/mail/list/pages/first-messages.tsx';
import { clearMarks, mark, markAll, marks } from '#features/mail/list/row/marks.ts';
import { around, shownList, type ShownList } from '#features/mail/list/pages/shown-list.ts';

interface Given extends MessageListProps {
  /** Where the cursor of the list is. */
  current: string | undefined;
  rows: ShownList['rows'];
  handle: RefObject<ListboxHandle | null>;
  jump: (message: string) => void;
}

/** The keys of the message list, for as long as it stands. */
export function useListCommands(given: Given): void {
  const { source, message, current, handle, jump, onEnter, onPress, onClose } = given;
  const queries = useQueryClient();
  const perform = useActing({ source, message, onOpen: onPress, onClose });

  // Who reads a letter means it, also where its row has gone and the cursor is on another.
  const meant = () =>
    document.activeElement?.closest('article') && message !== undefined ? message : current;
  const found = () => {
    const messages = targets(queries, meant());
    if (messages.length === 0 && meant() !== undefined)
      begin().end({ words: 'It is no longer there, so nothing was done' });
    return messages;
  };
  const open = (kind: 'move' | 'categories') => {
    const messages = found();
    if (messages.length > 0) openMenu.set({ kind, messages });
  };

  const act: Parameters<typeof commandsOf>[0] = ({ act: toAct }) => {
    const messages = found();
    if (messages.length === 0) return;
    const done = toAct(messages, source.folder);
    if (asksFirst(done, messages)) return;
    const ids = new Set(messages.map(({ id }) => id));
    const next =
      removes(done) && current !== undefined && ids.has(current)
        ? remaining(shownList.get(), current, ids)
        : undefined;
    perform(done, messages);
    // The list gives the focus to where the cursor is when the row that has it leaves.
    if (next !== undefined) jump(next);
  };

  const step = (direction: 'previous' | 'next') => {
    const to = around(shownList.get(), message)[direction];
    if (to !== undefined) onPress(to);
  };
  const pick = (id: string | undefined) => {
    if (id !== undefined) marks.set(mark(marks.get(), id, false, shownList.get()));
  };

  useCommands([
    ...commandsOf(act),
    ...moves({ handle, current, onEnter, onClose, step, pick }),
    {
      id: 'mail.undo',
      words: 'Take back what was just done',
      group: 'This message',
      keys: ['z'],
      icon: 'undo',
      run: takeBack,
    },
    {
      id: 'mail.move',
      words: 'Move to a folder',
      group: 'This message',
      keys: ['v'],
      icon: 'folder-move',
      run: () => open('move'),
    },
    {
      id: 'mail.categories',
      words: 'Categories',
      group: 'This message',
      keys: ['l'],
      icon: 'tag',
      run: () => open('categories'),
    },
    {
      id: 'mail.select-all',
      words: 'Select all loaded messages',
      group: 'Message list',
      icon: 'select-all',
      keys: ['Shift+x'],
      ownKeys: ['Mod+a'],
      run: () => markAll(shownList.get()),
    },
  ]);
}

function moves({
  handle,
  current,
  onEnter,
  onClose,
  step,
  pick,
}: Pick<Given, 'handle' | 'current' | 'onEnter' | 'onClose'> & {
  step: (direction: 'previous' | 'next') => void;
  pick: (id: string | undefined) => void;
}): Command[] {
  const group = 'Message list';
  const move = (rest: Omit<Command, 'group' | 'isMove'>): Command => ({
    ...rest,
    group,
    isMove: true,
  });
  return [
    move({
      id: 'mail.next',
      words: 'Next message',
      keys: ['j'],
      ownKeys: ['ArrowDown'],
      run: () => handle.current?.press('ArrowDown'),
    }),
    move({
      id: 'mail.previous',
      words: 'Previous message',
      keys: ['k'],
      ownKeys: ['ArrowUp'],
      run: () => handle.current?.press('ArrowUp'),
    }),
    move({
      id: 'mail.open',
      words: 'Open the message',
      keys: ['o'],
      ownKeys: ['Enter'],
      run: () => {
        if (current !== undefined) onEnter(current);
      },
    }),
    move({
      id: 'mail.list',
      words: 'Back to the list',
      keys: ['u'],
      ownKeys: ['Escape'],
      run: () => {
        if (marks.get().ids.size > 0) clearMarks();
        onClose();
      },
    }),
    move({
      id: 'mail.pick',
      words: 'Select the message',
      keys: ['x'],
      run: () => pick(current),
    }),
    move({
      id: 'mail.extend',
      words: 'Select several',
      ownKeys: ['Shift+ArrowDown', 'Shift+ArrowUp'],
      run: () => undefined,
    }),
    move({
      id: 'mail.menu',
      words: 'All that can be done with it',
      ownKeys: ['Shift+F10'],
      run: () => undefined,
    }),
    move({
      id: 'mail.step-back',
      words: 'Read the previous message',
      keys: ['['],
      run: () => step('previous'),
    }),
    move({
      id: 'mail.step-on',
      words: 'Read the next message',
      keys: [']'],
      run: () => step('next'),
    }),
  ];
}
