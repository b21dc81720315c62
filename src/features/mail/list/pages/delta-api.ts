/** What has changed in a folder since it was last asked: Graph's delta query for messages. */
import { ApiError } from '#api/api-error.ts';
import { graph } from '#api/request.ts';
import type { Collection, Message } from '#contract/graph.ts';
import { immutableIds } from '#features/mail/mail-api.ts';
import { toSummary, type MessageSummary } from '#features/mail/mailbox.ts';
import { reading } from '#features/mail/reading.ts';

export interface Changes {
  /** New, or other than before. */
  readonly items: readonly MessageSummary[];
  /** Of what is known already: what has changed, and nothing else. */
  readonly marks: readonly (Pick<MessageSummary, 'id'> & Partial<MessageSummary>)[];
  readonly removed: readonly string[];
  /** Leads to the changes after these. */
  readonly link: string;
}

type DeltaMessage = Message & { '@removed'?: { reason: string } };

/**
 * The first question tells a link; what it lists is known already. Without a limit it would list the whole folder, page
 * after page: so it looks no further back than the list's first page, and older messages are not watched.
 *
 * @throws {ApiError | AuthError}
 */
export function beginChanges(folder: string, since: Date, signal: AbortSignal): Promise<Changes> {
  return follow(
    {
      path: `/me/mailFolders/${encodeURIComponent(folder)}/messages/delta`,
      query: {
        $select: reading().members,
        $filter: `receivedDateTime ge ${since.toISOString().replace(/\.\d+/, '')}`,
      },
    },
    signal,
  );
}

/**
 * @returns `undefined` when the link is no longer good, and a new one has to be begun
 * @throws {ApiError | AuthError}
 */
export async function followChanges(
  link: string,
  signal: AbortSignal,
): Promise<Changes | undefined> {
  try {
    return await follow({ path: link }, signal);
  } catch (error) {
    // A link lives for days, not for ever (410; `syncStateNotFound` and `resyncRequired` also come with other statuses).
    const isOver =
      error instanceof ApiError &&
      (error.status === 410 || /^(syncStateNotFound|resyncRequired)$/i.test(error.code));
    if (isOver) return undefined;
    throw error;
  }
}

async function follow(
  first: { path: string; query?: Record<string, string> },
  signal: AbortSignal,
): Promise<Changes> {
  const items: MessageSummary[] = [];
  const marks: (Pick<MessageSummary, 'id'> & Partial<MessageSummary>)[] = [];
  const removed: string[] = [];
  const base = {
    scopes: reading().scopes,
    headers: { Prefer: `${immutableIds.Prefer}, odata.maxpagesize=100` },
    signal,
  };
  let page = await graph<Collection<DeltaMessage>>({ ...first, ...base });
  for (;;) {
    for (const message of page.value) {
      if (message['@removed']) removed.push(message.id);
      else if (message.receivedDateTime === undefined) marks.push(toMarks(message));
      else items.push(toSummary(message));
    }
    const next = page['@odata.nextLink'];
    if (next === undefined) break;
    page = await graph<Collection<DeltaMessage>>({ path: next, ...base });
  }
  return { items, marks, removed, link: page['@odata.deltaLink'] ?? '' };
}

/** A change of a mark alone may come with that alone. */
function toMarks(message: DeltaMessage): Changes['marks'][number] {
  const { id, isRead, isFlagged, categories } = toSummary(message);
  return {
    id,
    ...(message.isRead === undefined ? {} : { isRead }),
    ...(message.flag === undefined ? {} : { isFlagged }),
    ...(message.categories === undefined ? {} : { categories }),
  };
}
