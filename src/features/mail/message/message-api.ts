/** What an open message asks Graph for: itself and the files that came with it. */
import { graphCollection } from '#api/collection.ts';
import { graph, graphBlob } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type { FileAttachment, Message as WireMessage } from '#contract/graph.ts';
import { immutableIds, summaryMembers } from '#features/mail/mail-api.ts';
import { toAttachment, toMessage, type Attachment, type Message } from './message.ts';

/** `contentId` belongs to the file attachment only: without the cast, Graph refuses the whole question. */
const attachmentMembers =
  'id,name,contentType,size,isInline,microsoft.graph.fileAttachment/contentId';

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

/** @throws {ApiError | AuthError} */
export async function listAttachments(message: string, signal: AbortSignal): Promise<Attachment[]> {
  const attachments = await graphCollection<FileAttachment>({
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
