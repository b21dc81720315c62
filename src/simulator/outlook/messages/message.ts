/** Dresses the letter at a place as a Graph message; pure, so that a hundred thousand of them cost nothing until asked for. */
import type { EmailAddress, Message, Recipient } from '#contract/graph.ts';
import { company } from '#simulator/seed/company.ts';
import { ownerAddress, type Letter } from '#simulator/seed/letter.ts';
import { isRead, madeHere, receivedAt } from '#simulator/seed/mailbox.ts';
import { conversationStart, letterAt } from '#simulator/seed/post.ts';
import { bytesOf, hash, hex } from '#simulator/seed/random.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { folderOf, isReadNow } from '#simulator/outlook/mailbox/item-state.ts';
import { changeKey, itemId } from '#simulator/outlook/mailbox/item-id.ts';
import { itemKey, type MadeMessage } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import { copiedPlace } from './made-message.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { type BodyType, bodyMembers } from './message-body.ts';

export interface Dressing {
  readonly bodyType?: BodyType | undefined;
  /** Without body and preview, which are dear. */
  readonly envelope?: boolean;
  /** The body, but no preview of it. */
  readonly withoutPreview?: boolean;
  /** Ids that outlive a move. */
  readonly lastingIds?: boolean;
}

export function messageAt(
  mailbox: OpenMailbox,
  place: MessagePlace,
  dressing: Dressing = {},
): Message {
  const { folder, index } = place;
  const message = untouched(mailbox, place, dressing);
  const change = mailbox.changes.items[itemKey(folder.number, index)];
  Object.assign(message, placed(mailbox, place, dressing));
  if (change) {
    const { body, ...fields } = change.fields ?? {};
    const key = changeKey(mailbox.key, folder.number, index, change.serial);
    Object.assign(message, fields, {
      '@odata.etag': `W/"${key}"`,
      changeKey: key,
      lastModifiedDateTime: moment(change.at),
      ...(body && !dressing.envelope ? bodyMembers(body, dressing.bodyType) : {}),
    });
  }
  return message;
}

/** As it was when it came to be. */
function untouched(mailbox: OpenMailbox, place: MessagePlace, dressing: Dressing): Message {
  const made = place.folder.number === madeHere ? mailbox.changes.made[place.index] : undefined;
  return made ? madeMessage(mailbox, made, place, dressing) : born(mailbox, place, dressing);
}

/** What a message says of where it is. */
function placed(mailbox: OpenMailbox, place: MessagePlace, dressing: Dressing): Partial<Message> {
  const id = messageId(mailbox, place, dressing.lastingIds);
  return {
    id,
    isRead: isReadNow(mailbox, place),
    parentFolderId: itemId(mailbox, {
      kind: 'folder',
      folder: folderOf(mailbox, place),
      index: 0,
    }),
    webLink: `https://outlook.${company.domain}/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
  };
}

export function messageId(
  mailbox: OpenMailbox,
  { folder, index }: MessagePlace,
  lasting = false,
): string {
  const moves = mailbox.changes.items[itemKey(folder.number, index)]?.moves ?? 0;
  return lasting
    ? itemId(mailbox, { kind: 'lastingMessage', folder: folder.number, index })
    : itemId(mailbox, { kind: 'message', folder: folder.number, index, moves });
}

function born(
  mailbox: OpenMailbox,
  { folder, index }: MessagePlace,
  { bodyType, envelope, withoutPreview }: Dressing,
): Message {
  const letter = letterAt(mailbox, folder, index);
  const received = receivedAt(mailbox, folder, index);
  const key = [mailbox.key, folder.number, index];
  const change = changeKey(...key);
  const start = conversationStart(mailbox, folder, index);
  const from = recipient(letter.from);
  const draft = folder.habit === 'drafts';
  return {
    ...(letter.invites ? { '@odata.type': '#microsoft.graph.eventMessageRequest' } : {}),
    '@odata.etag': `W/"${change}"`,
    id: '',
    createdDateTime: moment(received + 1000),
    lastModifiedDateTime: moment(received + 2000 + (hash(...key, 7) % 40) * 1000),
    changeKey: change,
    categories: [...(letter.categories ?? [])],
    receivedDateTime: moment(received),
    sentDateTime: moment(received - 1000 - (hash(...key, 8) % 9) * 1000),
    hasAttachments: (letter.enclosures ?? []).some(({ contentId }) => contentId === undefined),
    internetMessageId: `<${hex(24, ...key, 9)}@${letter.from.address?.split('@')[1]}>`,
    subject: letter.subject,
    ...(envelope ? {} : { bodyPreview: '' }),
    importance: letter.importance ?? 'normal',
    parentFolderId: '',
    ...conversationMembers(mailbox, [folder.number, start], received),
    isDeliveryReceiptRequested: draft ? null : false,
    isReadReceiptRequested: false,
    isRead: isRead(mailbox, folder, index),
    isDraft: draft,
    webLink: '',
    inferenceClassification: letter.bulk ? 'other' : 'focused',
    ...(envelope
      ? {}
      : withoutPreview
        ? { body: letter.body }
        : bodyMembers(letter.body, bodyType)),
    sender: from,
    from,
    toRecipients: (letter.to ?? [ownerAddress(mailbox.owner)]).map(recipient),
    ccRecipients: (letter.cc ?? []).map(recipient),
    bccRecipients: [],
    replyTo: (letter.replyTo ?? []).map(recipient),
    flag: { flagStatus: hash(...key, 10) % 23 === 0 ? 'flagged' : 'notFlagged' },
    ...(letter.invites ? invitationMembers(letter) : {}),
  };
}

function invitationMembers({ invites }: Letter): Partial<Message> & Record<string, unknown> {
  if (!invites) return {};
  const time = (at: number) => ({
    dateTime: `${new Date(at).toISOString().slice(0, 19)}.0000000`,
    timeZone: 'UTC',
  });
  return {
    meetingMessageType: 'meetingRequest',
    type: 'singleInstance',
    isOutOfDate: false,
    isAllDay: false,
    isDelegated: false,
    startDateTime: time(invites.start),
    endDateTime: time(invites.start + 3_600_000),
    location: { displayName: invites.place, locationType: 'default' },
    recurrence: null,
    responseRequested: true,
    allowNewTimeProposals: true,
    meetingRequestType: 'newMeetingRequest',
    previousLocation: null,
    previousStartDateTime: null,
    previousEndDateTime: null,
  };
}

function madeMessage(
  mailbox: OpenMailbox,
  made: MadeMessage,
  { index }: MessagePlace,
  dressing: Dressing,
): Message {
  const original = copiedPlace(made);
  const key = changeKey(mailbox.key, madeHere, index);
  const { body = { contentType: 'html' as const, content: '' }, ...fields } = made.fields;
  const looks = original ? untouched(mailbox, original, dressing) : blank(mailbox);
  return {
    ...looks,
    '@odata.etag': `W/"${key}"`,
    changeKey: key,
    ...conversationMembers(mailbox, made.conversation, made.receivedAt),
    ...(original ? {} : times(made, mailbox, index)),
    ...(original ? { lastModifiedDateTime: moment(made.receivedAt) } : {}),
    isDraft: made.isDraft,
    ...(made.attachments
      ? { hasAttachments: made.attachments.some(({ contentId }) => contentId === undefined) }
      : {}),
    ...(dressing.envelope || (original && !made.fields.body)
      ? {}
      : bodyMembers(body, dressing.bodyType)),
    ...fields,
  };
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

function conversationMembers(
  mailbox: OpenMailbox,
  [folder, start]: readonly [number, number],
  received: number,
): Partial<Message> {
  const id = itemId(mailbox, { kind: 'conversation', folder, index: start });
  const bytes = bytesOf(17, mailbox.key, folder, start, received / 1000);
  return {
    conversationId: `AAQk${id.slice(4)}`,
    conversationIndex: btoa(String.fromCharCode(1, 1, 220, 20, 155, ...bytes)),
  };
}

export function recipient({ name, address }: EmailAddress): Recipient {
  return { emailAddress: { name: name ?? null, address: address ?? null } };
}

/** Graph writes whole seconds. */
export function moment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
