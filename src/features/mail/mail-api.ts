/** What the mail screen asks Graph for: paths, permissions and members. */
import { ApiError } from '#api/api-error.ts';
import { graphPage, type Page } from '#api/collection.ts';
import { graph, graphBlob, type ApiRequest } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type { FileAttachment, MailFolder, Message as WireMessage } from '#contract/graph.ts';
import {
  inOrder,
  toAttachment,
  toFolder,
  toMessage,
  toSummary,
  wellKnownFolders,
  type Attachment,
  type Folder,
  type Message,
  type MessageSummary,
  type WellKnownFolder,
} from './mailbox.ts';

/**
 * An ordinary id changes when a message is moved, which would break the address of an open message. Next links do not
 * carry headers, so this goes with every request.
 */
const immutableIds = { Prefer: 'IdType="ImmutableId"' };

const folderMembers = 'id,displayName,childFolderCount,unreadItemCount,totalItemCount';

const summaryMembers =
  'id,subject,bodyPreview,from,sender,toRecipients,receivedDateTime,isRead,isDraft,importance,flag,hasAttachments';

/** `contentId` belongs to the file attachment only: without the cast, Graph refuses the whole question. */
const attachmentMembers =
  'id,name,contentType,size,isInline,microsoft.graph.fileAttachment/contentId';

/** Enough for the first screen; small, because it is what a person waits for. Later pages are as large as this one. */
const firstPage = 25;

/** @throws {ApiError | AuthError} */
export async function listMessages(
  folder: string,
  next: string | undefined,
  signal: AbortSignal,
): Promise<Page<MessageSummary>> {
  const page = await graphPage<WireMessage>({
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
export async function getMessage(id: string, signal: AbortSignal): Promise<Message> {
  return toMessage(
    await graph<WireMessage>({
      path: `/me/messages/${encodeURIComponent(id)}`,
      query: { $select: `${summaryMembers},ccRecipients,bccRecipients,replyTo,body` },
      scopes: scopes.mail,
      headers: immutableIds,
      signal,
    }),
  );
}

/**
 * The folders at the top of the mailbox. Graph does not say which of them is the inbox, and their names are in the
 * mailbox's language: asking for each by its well-known name is the only way to tell.
 *
 * @throws {ApiError | AuthError}
 */
export async function listFolders(signal: AbortSignal): Promise<Folder[]> {
  const [folders, known] = await Promise.all([
    allFolders('/me/mailFolders', signal),
    Promise.all(wellKnownFolders.map(async (name) => [await idOf(name, signal), name] as const)),
  ]);
  const names = new Map(known);
  return inOrder(folders.map((folder) => toFolder(folder, names.get(folder.id))));
}

/** @throws {ApiError | AuthError} */
export async function listChildFolders(folder: string, signal: AbortSignal): Promise<Folder[]> {
  const path = `/me/mailFolders/${encodeURIComponent(folder)}/childFolders`;
  return inOrder((await allFolders(path, signal)).map((child) => toFolder(child)));
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

/** @throws {ApiError | AuthError} */
export async function listAttachments(message: string, signal: AbortSignal): Promise<Attachment[]> {
  const attachments = await allOf<FileAttachment>({
    path: `/me/messages/${encodeURIComponent(message)}/attachments`,
    query: { $select: attachmentMembers },
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
  return attachments.map(toAttachment);
}

/** @throws {ApiError | AuthError} */
export function getAttachmentContent(
  message: string,
  attachment: string,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  return graphBlob({
    path: `/me/messages/${encodeURIComponent(message)}/attachments/${encodeURIComponent(attachment)}/$value`,
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
}

function allFolders(path: string, signal: AbortSignal): Promise<MailFolder[]> {
  const query = { $select: folderMembers, $top: 100 };
  return allOf<MailFolder>({ path, query, scopes: scopes.mail, signal });
}

async function allOf<T>(request: ApiRequest): Promise<T[]> {
  const { query: _, ...rest } = request;
  let page = await graphPage<T>(request);
  const found = [...page.items];
  while (page.next !== undefined) {
    page = await graphPage<T>({ ...rest, path: page.next });
    found.push(...page.items);
  }
  return found;
}

/** Not every mailbox has an archive: a folder that is not there is left out. */
async function idOf(name: WellKnownFolder, signal: AbortSignal): Promise<string | undefined> {
  try {
    const query = { $select: 'id' };
    const path = `/me/mailFolders/${name}`;
    return (await graph<MailFolder>({ path, query, scopes: scopes.mail, signal })).id;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'ErrorItemNotFound') return undefined;
    throw error;
  }
}
