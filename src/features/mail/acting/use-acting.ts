import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  around,
  messagesOf,
  shownList,
  type ShownList,
} from '#features/mail/list/pages/shown-list.ts';
import { clearMarks, marks } from '#features/mail/list/row/marks.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { onePane } from '#shell/use-reading.ts';
import { removes, type Act } from './act.ts';
import { alone, isForNewest, unloadedOthers, withFolded } from './conversation-scope.ts';
import { openMessages, pendingQueries } from './pending-queries.ts';
import { perform } from './perform.ts';
import { reopening, useOpenNow } from './open-now.ts';
import { refocusing, rowAtTabStop } from './refocusing.ts';
import { begin } from './reports.ts';

export interface ActingPlace {
  source: MailSource;
  /** The one that is open. */
  message: string | undefined;
  onOpen: (message: string) => void;
  onClose: (gone?: boolean) => void;
}

/**
 * Does things to messages, and goes on to the next one where the open one leaves. What is done to the row of a
 * conversation is done to the conversation, unless `isSingle` says that it is meant for these messages alone.
 */
export function useActing({
  source,
  message,
  onOpen,
  onClose,
}: ActingPlace): (act: Act, rows: readonly MessageSummary[], isSingle?: boolean) => void {
  const queries = useQueryClient();
  useOpenNow({ source, message, onOpen });
  return (act, rows, isSingle = false) => {
    if (act.kind === 'move' && act.to === source.folder && !source.everywhere) {
      return begin().end({ words: 'That is where it is already' });
    }
    const isForRows = isSingle || isForNewest(act);
    const messages = (isForRows ? alone : withFolded)(queries, source, rows);
    const others = isForRows ? undefined : unloadedOthers(source, act, messages);
    const ids = new Set(messages.map(({ id }) => id));
    const to = removes(act) && message !== undefined && ids.has(message);
    const stays = isSingle ? newestLeft(withFolded(queries, source, rows), ids) : undefined;
    const row = removes(act) ? rowAtTabStop() : undefined;
    const from = to ? message : row && ids.has(row) ? row : undefined;
    const next = from === undefined ? from : (stays ?? remaining(shownList.get(), from, ids));
    // On a phone one is in the list afterwards, and stays there.
    const isPhone = matchMedia(onePane).matches;
    const back = to && !isPhone ? reopening(source, message, next) : undefined;
    const onBack = back ?? (from === undefined ? undefined : refocusing(from, next));
    void perform(queries, act, messages, { others, onBack });
    if (removes(act) && marks.get().ids.size > 0) clearMarks();
    if (!to) return;
    if (next === undefined || isPhone) onClose(true);
    else onOpen(next);
  };
}

/** The newest of a conversation that stays. */
function newestLeft(
  conversation: readonly MessageSummary[],
  leaving: ReadonlySet<string>,
): string | undefined {
  return conversation
    .filter(({ id }) => !leaving.has(id))
    .toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())[0]?.id;
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

/** A letter that is read without a row here, by its own link; none that is gone. */
function opened(queries: QueryClient, id: string): MessageSummary[] {
  const letter = queries.getQueryState<MessageSummary>([...openMessages().queryKey, { id }]);
  return letter?.data && letter.error === null ? [letter.data] : [];
}

/** What an action is meant for: what was picked, or else this one. */
export function targets(queries: QueryClient, current: string | undefined): MessageSummary[] {
  const { ids } = marks.get();
  if (ids.size === 0) {
    if (current === undefined) return [];
    const row = messagesOf(shownList.get(), new Set([current]));
    return row.length > 0 ? row : opened(queries, current);
  }
  const listed = messagesOf(shownList.get(), ids);
  if (listed.length === ids.size) return listed;
  const here = new Set(listed.map(({ id }) => id));
  const bare = queries.getQueryData(pendingQueries.bare().queryKey) ?? {};
  return [...listed, ...[...ids].flatMap((id) => (here.has(id) ? [] : (bare[id] ?? [])))];
}
