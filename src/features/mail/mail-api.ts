/** What a list of messages asks Graph for: paths, permissions and members. */
import { graph } from '#api/request.ts';
import type { Collection, MailFolder, Message } from '#contract/graph.ts';
import { pageSize } from './mail-pages.ts';
import type { MailSource } from './mail-source.ts';
import {
  toFolder,
  toSummary,
  wellKnownFolders,
  type Folder,
  type MessageSummary,
} from './mailbox.ts';
import { reading } from './reading.ts';

/**
 * An ordinary id changes when a message is moved, which would break the address of an open message. Next links do not
 * carry headers, so this goes with every request.
 */
export const immutableIds = { Prefer: 'IdType="ImmutableId"' };

export const folderMembers = 'id,displayName,childFolderCount,unreadItemCount,totalItemCount';

/** A piece of a list of messages. */
export interface MessagePage {
  readonly items: readonly MessageSummary[];
  /** Leads to the piece behind it; `undefined` after the last one. */
  readonly next: string | undefined;
  /** Of the whole list, where Graph was asked to count. */
  readonly count: number | undefined;
  /** By how much slots were out when it was fetched. */
  readonly shift: number;
}

/**
 * @param next the link that the piece before gave, where that is known: Graph's own way on
 * @param shift how many slots the messages have moved down since the list was first fetched
 * @throws {ApiError | AuthError | OnlyEmptyPages}
 */
export async function listPage(
  source: MailSource,
  { at, next, shift }: { at: number; next: string | undefined; shift: number },
  signal: AbortSignal,
): Promise<MessagePage> {
  const base = { scopes: reading().scopes, headers: immutableIds, signal };
  const first = next === undefined ? await firstRequest(source, at, shift) : { path: next };
  let page = await graph<Collection<Message>>({ ...first, ...base });
  const count = page['@odata.count'];
  if (page.value.length < pageSize(at, false) && page['@odata.nextLink'])
    page = await (await import('./part-query.ts')).filledUp(page, source, at, base);
  return { items: page.value.map(toSummary), next: page['@odata.nextLink'], count, shift };
}

/** The whole of a folder is what a person waits for; how to ask for anything else comes when it is asked. */
async function firstRequest(source: MailSource, at: number, shift: number) {
  const skip = Math.max(0, at + shift);
  const isWhole = source.words === '' && source.part === undefined;
  return {
    path: source.everywhere
      ? '/me/messages'
      : `/me/mailFolders/${encodeURIComponent(source.folder)}/messages`,
    query: {
      $select: reading().members,
      ...(isWhole
        ? { $orderby: 'receivedDateTime desc', $top: pageSize(at, false), $skip: skip || undefined }
        : (await import('./part-query.ts')).partQuery(source, at, skip)),
    },
  };
}

/** @throws {ApiError | AuthError} */
export async function getFolder(folder: string, signal: AbortSignal): Promise<Folder> {
  return toFolder(
    await graph<MailFolder>({
      path: `/me/mailFolders/${encodeURIComponent(folder)}`,
      query: { $select: folderMembers },
      scopes: reading().scopes,
      signal,
    }),
    wellKnownFolders.find((name) => name === folder),
  );
}
