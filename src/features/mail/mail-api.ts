/** What a list of messages asks Graph for: paths, permissions and members. */
import { graphPage, type Page } from '#api/collection.ts';
import { graph } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type { MailFolder, Message } from '#contract/graph.ts';
import {
  toFolder,
  toSummary,
  wellKnownFolders,
  type Folder,
  type MessageSummary,
} from './mailbox.ts';

/**
 * An ordinary id changes when a message is moved, which would break the address of an open message. Next links do not
 * carry headers, so this goes with every request.
 */
export const immutableIds = { Prefer: 'IdType="ImmutableId"' };

export const folderMembers = 'id,displayName,childFolderCount,unreadItemCount,totalItemCount';

export const summaryMembers =
  'id,subject,bodyPreview,from,sender,toRecipients,receivedDateTime,isRead,isDraft,importance,flag,hasAttachments';

/** Enough for the first screen; small, because it is what a person waits for. Later pages are as large as this one. */
const firstPage = 25;

/** @throws {ApiError | AuthError} */
export async function listMessages(
  folder: string,
  next: string | undefined,
  signal: AbortSignal,
): Promise<Page<MessageSummary>> {
  const page = await graphPage<Message>({
    ...(next === undefined
      ? {
          path: `/me/mailFolders/${encodeURIComponent(folder)}/messages`,
          query: {
            $select: summaryMembers,
            $orderby: 'receivedDateTime desc',
            $top: firstPage,
          },
        }
      : { path: next }),
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
  return { items: page.items.map(toSummary), next: page.next };
}

/** @throws {ApiError | AuthError} */
export async function getFolder(folder: string, signal: AbortSignal): Promise<Folder> {
  return toFolder(
    await graph<MailFolder>({
      path: `/me/mailFolders/${encodeURIComponent(folder)}`,
      query: { $select: folderMembers },
      scopes: scopes.mail,
      signal,
    }),
    wellKnownFolders.find((name) => name === folder),
  );
}
