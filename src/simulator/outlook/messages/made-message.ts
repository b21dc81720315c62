/** Messages that somebody made here, and what they look like. */
import type { Message } from '#contract/graph.ts';
import { company } from '#simulator/seed/company.ts';
import { ownerAddress } from '#simulator/seed/letter.ts';
import { folders, madeHere } from '#simulator/seed/mailbox.ts';
import { hex } from '#simulator/seed/random.ts';
import { workbench, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { changeKey } from '#simulator/outlook/mailbox/item-id.ts';
import { placeOfKey, type MadeMessage } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { moment, recipient } from '#simulator/outlook/wire.ts';
import { conversationId, conversationIndex } from './conversation.ts';
import type { Dressing } from './dressing.ts';
import { bodyMembers } from './message-body.ts';

/** Of a copy, what it was copied from. */
export function copiedPlace({ copyOf }: MadeMessage): MessagePlace | undefined {
  return copyOf === undefined ? undefined : placeAt(copyOf);
}

export function placeAt(key: string): MessagePlace | undefined {
  const { folder: number, index } = placeOfKey(key);
  const folder = [workbench, ...folders].find((each) => each.number === number);
  return folder && { folder, index };
}

/** @param original of a copy, what it was copied from as it looked when it was new. */
export function madeMessage(
  mailbox: OpenMailbox,
  made: MadeMessage,
  index: number,
  original: Message | undefined,
  dressing: Dressing,
): Message {
  const key = changeKey(mailbox.key, madeHere, index);
  const { body = { contentType: 'html' as const, content: '' }, ...fields } = made.fields;
  const [folder, start] = made.conversation;
  return {
    ...(original ?? wantedOf(blank(mailbox), dressing)),
    '@odata.etag': `W/"${key}"`,
    changeKey: key,
    conversationId: conversationId(mailbox, folder, start),
    conversationIndex: conversationIndex(mailbox, folder, start, made.receivedAt),
    ...(original ? { lastModifiedDateTime: moment(made.receivedAt) } : times(made, mailbox, index)),
    isDraft: made.isDraft,
    ...(made.attachments
      ? { hasAttachments: made.attachments.some(({ contentId }) => contentId === undefined) }
      : {}),
    ...(original && !made.fields.body ? {} : bodyMembers(body, dressing)),
    ...fields,
  };
}

function wantedOf(message: Message, { wants }: Dressing): Message {
  if (!wants) return message;
  const kept = Object.entries(message).filter(([name]) => name.startsWith('@') || wants(name));
  return Object.fromEntries(kept) as Partial<Message> as Message;
}

function times(made: MadeMessage, mailbox: OpenMailbox, index: number): Partial<Message> {
  const time = moment(made.receivedAt);
  return {
    createdDateTime: time,
    lastModifiedDateTime: time,
    receivedDateTime: time,
    sentDateTime: time,
    internetMessageId: `<${hex(24, mailbox.key, madeHere, index, 9)}@${company.domain}>`,
  };
}

/** Every member that a message has, in the service's order, for one that somebody writes here. */
function blank({ owner }: OpenMailbox): Message {
  const me = recipient(ownerAddress(owner));
  return {
    '@odata.etag': '',
    id: '',
    createdDateTime: '',
    lastModifiedDateTime: '',
    changeKey: '',
    categories: [],
    receivedDateTime: '',
    sentDateTime: '',
    hasAttachments: false,
    internetMessageId: '',
    subject: '',
    bodyPreview: '',
    importance: 'normal',
    parentFolderId: '',
    conversationId: '',
    conversationIndex: '',
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: true,
    isDraft: true,
    webLink: '',
    inferenceClassification: 'focused',
    body: { contentType: 'html', content: '' },
    sender: me,
    from: me,
    toRecipients: [],
    ccRecipients: [],
    bccRecipients: [],
    replyTo: [],
    flag: { flagStatus: 'notFlagged' },
  };
}
