/** Reads what a client attaches to a message, checked as the service checks it. */
import type { FileAttachment } from '#contract/graph.ts';
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { textOf } from '#simulator/graph/odata-fits.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import type { MadeAttachment } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import type { WireAttachment } from './attachment.ts';

const tooMuch = 3 * 1024 * 1024;

export async function readAttachment(
  context: TenantContext,
  mailbox: OpenMailbox,
  given: Partial<WireAttachment>,
  name: string,
): Promise<MadeAttachment> {
  const type = String(given['@odata.type'] ?? '');
  if (/referenceAttachment$/i.test(type)) {
    return {
      name: given.name ?? '',
      contentType: 'application/octet-stream',
      size: 0,
      link: textOf(given['sourceUrl'] ?? ''),
    };
  }
  if (!/fileAttachment$/i.test(type)) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidRequest',
      'Only files and links can be attached here.',
    );
  }
  const bytes = bytesOf(given.contentBytes ?? '');
  if (bytes.length > tooMuch) {
    throw new GraphRefusal(
      413,
      'ErrorMessageSizeExceeded',
      'The attachment is too large for one request.',
    );
  }
  return keptFile(context, mailbox, given, bytes, name);
}

/** Keeps the bytes apart from the mailbox, so that reading a list does not carry them about. */
export async function keptFile(
  context: TenantContext,
  mailbox: OpenMailbox,
  given: Partial<Pick<FileAttachment, 'name' | 'contentType' | 'contentId' | 'isInline'>>,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<MadeAttachment> {
  const key = `attachment ${mailbox.owner.oid} ${mailbox.changes.serial} ${name}`;
  await context.store.write(key, bytes);
  return {
    name: given.name ?? '',
    contentType: given.contentType ?? 'application/octet-stream',
    size: bytes.length,
    key,
    ...(given.isInline || given.contentId
      ? { contentId: given.contentId ?? given.name ?? '' }
      : {}),
  };
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    throw new GraphRefusal(400, 'RequestBodyRead', "Cannot convert the literal of 'contentBytes'.");
  }
}
