import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { around, messagesOf, shownList, type ShownList } from '#features/mail/list/shown-list.ts';
import { clearMarks, marks } from '#features/mail/list/marks.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { onePane } from '#shell/use-reading.ts';
import { removes, type Act } from './act.ts';
import { pendingQueries } from './pending-queries.ts';
import { perform } from './perform.ts';

/** Does things to messages, and goes on to the next one where the open one leaves. */
export function useActing({
  message,
  onOpen,
  onClose,
}: {
  /** The one that is open. */
  message: string | undefined;
  onOpen: (message: string) => void;
  onClose: (gone?: boolean) => void;
}): (act: Act, messages: readonly MessageSummary[]) => void {
  const queries = useQueryClient();
  return (act, messages) => {
    const ids = new Set(messages.map(({ id }) => id));
    const to = removes(act) && message !== undefined && ids.has(message);
    const next = to ? remaining(shownList.get(), message, ids) : undefined;
    void perform(queries, act, messages);
    if (removes(act) && marks.get().ids.size > 0) clearMarks();
    if (!to) return;
    if (next === undefined || matchMedia(onePane).matches) onClose(true);
    else onOpen(next);
  };
}

/** The next message that stays, or else the one before. */
export function remaining(
  list: ShownList,
  from: string,
  leaving: ReadonlySet<string>,
): string | undefined {
  for (const direction of ['next', 'previous'] as const) {
    let id: string | undefined = around(list, from)[direction];
    while (id !== undefined && leaving.has(id)) id = around(list, id)[direction];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** What an action is meant for: what was picked, or else this one. */
export function targets(queries: QueryClient, current: string | undefined): MessageSummary[] {
  const { ids } = marks.get();
  if (ids.size === 0)
    return current === undefined ? [] : messagesOf(shownList.get(), new Set([current]));
  const listed = messagesOf(shownList.get(), ids);
  if (listed.length === ids.size) return listed;
  const here = new Set(listed.map(({ id }) => id));
  const bare = queries.getQueryData(pendingQueries.bare().queryKey) ?? {};
  return [...listed, ...[...ids].flatMap((id) => (here.has(id) ? [] : (bare[id] ?? [])))];
}
