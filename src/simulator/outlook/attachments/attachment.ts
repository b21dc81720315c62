/** What a message carries, on the wire (Graph fileAttachment, itemAttachment and referenceAttachment resources). */
import type { FileAttachment, Message } from '#contract/graph.ts';
import { badRequest, selected } from '#simulator/graph/graph-query.ts';
import type { Letter } from '#simulator/seed/letter.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { timeOf, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { itemId } from '#simulator/outlook/mailbox/item-id.ts';
import { base64 } from '#simulator/outlook/messages/mail-syntax.ts';
import { letterMessage, letterMime } from '#simulator/outlook/messages/mime.ts';
import { moment } from '#simulator/outlook/wire.ts';
import { bodyAs, textOf } from '#simulator/outlook/messages/message-body.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { enclosuresNow, type Numbered } from './enclosure.ts';

export type WireAttachment = FileAttachment & Record<string, unknown>;

/** Members of the file, which the attachment that it is derived from has not. */
const fileMembers = ['contentId', 'contentLocation', 'contentBytes'];

/**
 * What belongs to the derived type has to be asked for through a cast; by its bare name Graph does not know it.
 *
 * @see https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/3916
 */
export function membersOf(select: readonly string[] | undefined): string[] | undefined {
  return select?.map((name) => {
    const cast = /^microsoft\.graph\.fileAttachment\/(\w+)$/i.exec(name)?.[1];
    if (cast === undefined && fileMembers.includes(name)) {
      throw badRequest(
        `Could not find a property named '${name}' on type 'microsoft.graph.attachment'.`,
      );
    }
    return cast ?? name;
  });
}

export async function attachmentsOf(
  context: TenantContext,
  mailbox: OpenMailbox,
  place: MessagePlace,
  select?: readonly string[],
): Promise<Partial<WireAttachment>[]> {
  const members = membersOf(select);
  const all = enclosuresNow(mailbox, place, context.store);
  const wired = await Promise.all(all.map((each) => attachment(mailbox, place, each)));
  return wired.map((each) => selectedMembers(each, members));
}

/** Files have members that links and letters have not: those are passed over. */
export function selectedMembers(
  each: WireAttachment,
  members: readonly string[] | undefined,
): Partial<WireAttachment> {
  const known = members?.filter((name) => !fileMembers.includes(name) || name in each);
  return selected(each, known, 'attachment', ['id']);
}

export async function attachment(
  mailbox: OpenMailbox,
  place: MessagePlace,
  { part, enclosure }: Numbered,
): Promise<WireAttachment> {
  const { name, contentType, contentId, letter, link } = enclosure;
  const time = timeOf(mailbox, place);
  const known = {
    id: itemId(mailbox, {
      kind: 'attachment',
      folder: place.folder.number,
      index: place.index,
      part,
    }),
    lastModifiedDateTime: moment(time),
    name,
    contentType: letter ? null : contentType,
    isInline: contentId !== undefined,
  };
  if (link !== undefined) {
    return { '@odata.type': '#microsoft.graph.referenceAttachment', ...known, size: link.length };
  }
  if (letter) {
    const size = (await letterMime(letter, time)).length;
    return { '@odata.type': '#microsoft.graph.itemAttachment', ...known, size };
  }
  const bytes = await enclosure.bytes();
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    '@odata.mediaContentType': contentType,
    ...known,
    size: bytes.length,
    contentId: contentId ?? null,
    contentLocation: null,
    contentBytes: base64(bytes),
  };
}

/** The letter inside, for `$expand`; it has no place of its own, and so no id. */
export function innerItem(
  letter: Letter,
  time: number,
): Partial<Message> & Record<string, unknown> {
  const message = letterMessage(letter, time);
  return {
    '@odata.type': '#microsoft.graph.message',
    ...message,
    createdDateTime: message.sentDateTime ?? '',
    lastModifiedDateTime: message.sentDateTime ?? '',
    receivedDateTime: message.sentDateTime ?? '',
    hasAttachments: (letter.enclosures ?? []).length > 0,
    bodyPreview: textOf(letter.body).slice(0, 255),
    isRead: true,
    isDraft: false,
    body: bodyAs(letter.body, undefined),
    sender: message.from ?? {},
    bccRecipients: [],
    replyTo: [],
    flag: { flagStatus: 'notFlagged' },
  };
}
