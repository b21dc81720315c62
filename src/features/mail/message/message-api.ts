/** What an open message asks Graph for: itself and the files that came with it. */
import { graphCollection } from '#api/whole-collection.ts';
import { graph, graphBlob } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type {
  FileAttachment,
  ItemAttachment,
  Message as WireMessage,
  OutlookItem,
  ReferenceAttachment,
} from '#contract/graph.ts';
import { immutableIds } from '#features/mail/mail-api.ts';
import type { HeaderField } from '#features/mail/message/headers/header-fields.ts';
import { toAttachment, toMessage, type Attachment, type Message } from './message.ts';
import { reading } from '#features/mail/reading.ts';

/** `contentId` belongs to the file attachment only: without the cast, Graph refuses the whole question. */
const attachmentMembers =
  'id,name,contentType,size,isInline,microsoft.graph.fileAttachment/contentId';

/** @throws {ApiError | AuthError} */
export async function getMessage(id: string, signal: AbortSignal): Promise<Message> {
  return toMessage(
    await graph<WireMessage>({
      path: `/me/messages/${encodeURIComponent(id)}`,
      query: {
        $select: `${reading().members},ccRecipients,bccRecipients,replyTo,sentDateTime,webLink,body`,
      },
      scopes: scopes.mail,
      headers: immutableIds,
      signal,
    }),
  );
}

/**
 * Apart from the message: a service that gives none of them, or takes its time, keeps nobody from reading.
 * @throws {ApiError | AuthError}
 */
export async function getHeaders(id: string, signal: AbortSignal): Promise<HeaderField[]> {
  const { internetMessageHeaders = [] } = await graph<WireMessage>({
    path: `/me/messages/${encodeURIComponent(id)}`,
    query: { $select: 'internetMessageHeaders' },
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
  return internetMessageHeaders;
}

/**
 * The letter without its markup, as the service makes it.
 * @throws {ApiError | AuthError}
 */
export async function getPlainText(id: string, signal: AbortSignal): Promise<string> {
  const { body } = await graph<WireMessage>({
    path: `/me/messages/${encodeURIComponent(id)}`,
    query: { $select: 'body' },
    scopes: scopes.mail,
    headers: { Prefer: `${immutableIds.Prefer}, outlook.body-content-type="text"` },
    signal,
  });
  return body?.content ?? '';
}

/**
 * The letter as it travelled (MIME, RFC 5322).
 * @throws {ApiError | AuthError}
 */
export function getSource(id: string, signal: AbortSignal | undefined): Promise<Blob> {
  return graphBlob({
    path: `/me/messages/${encodeURIComponent(id)}/$value`,
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
}

/**
 * A message, an appointment or a contact that was attached, with its own attachments.
 * @throws {ApiError | AuthError}
 */
export async function getAttachedItem(
  message: string,
  attachment: string,
  signal: AbortSignal,
): Promise<OutlookItem> {
  const { item } = await graph<ItemAttachment>({
    path: `/me/messages/${encodeURIComponent(message)}/attachments/${encodeURIComponent(attachment)}`,
    query: { $expand: 'microsoft.graph.itemattachment/item' },
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
  return item ?? {};
}

/**
 * Where an attachment that is only a link leads, when the service says so; TanStack Query takes `undefined` for a fault.
 * @throws {ApiError | AuthError}
 */
export async function getReference(
  message: string,
  attachment: string,
  signal: AbortSignal,
): Promise<string | null> {
  const { sourceUrl } = await graph<ReferenceAttachment>({
    path: `/me/messages/${encodeURIComponent(message)}/attachments/${encodeURIComponent(attachment)}`,
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
  return sourceUrl ?? null;
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
