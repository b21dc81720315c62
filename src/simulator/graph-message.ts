/** Dresses the letter at a place as a Graph message; pure, so that a hundred thousand of them cost nothing until asked for. */
import type { EmailAddress, ItemBody, Message, Recipient } from '#contract/graph.ts';
import { company } from '#simulator/seed/company.ts';
import { escape, htmlPage, ownerAddress, wordsOf, type Letter } from '#simulator/seed/letter.ts';
import { isRead, receivedAt, type Folder, type Mailbox } from '#simulator/seed/mailbox.ts';
import { conversationKey, letterAt } from '#simulator/seed/post.ts';
import { hash, hex } from '#simulator/seed/random.ts';
import { changeKey, itemId } from './graph-item-id.ts';

export interface MessagePlace {
  readonly folder: Folder;
  readonly index: number;
}

export type BodyType = ItemBody['contentType'];

export function messageAt(
  mailbox: Mailbox,
  { folder, index }: MessagePlace,
  wanted?: BodyType,
): Message {
  const letter = letterAt(mailbox, folder, index);
  const received = receivedAt(mailbox, folder, index);
  const key = [mailbox.key, folder.number, index];
  const change = changeKey(...key);
  const id = itemId(mailbox, { kind: 'message', folder: folder.number, index });
  const conversation = conversationKey(mailbox, folder, index);
  const text = textOf(letter);
  const from = recipient(letter.from);
  return {
    '@odata.etag': `W/"${change}"`,
    id,
    createdDateTime: moment(received + 1000),
    lastModifiedDateTime: moment(received + 2000 + (hash(...key, 7) % 40) * 1000),
    changeKey: change,
    categories: [...(letter.categories ?? [])],
    receivedDateTime: moment(received),
    sentDateTime: moment(received - 1000 - (hash(...key, 8) % 9) * 1000),
    hasAttachments: (letter.enclosures ?? []).some(({ contentId }) => contentId === undefined),
    internetMessageId: `<${hex(24, ...key, 9)}@${letter.from.address?.split('@')[1]}>`,
    subject: letter.subject,
    bodyPreview: text.slice(0, 255),
    importance: letter.importance ?? 'normal',
    parentFolderId: itemId(mailbox, { kind: 'folder', folder: folder.number, index: 0 }),
    conversationId: `AAQk${itemId(mailbox, { kind: 'message', folder: 0, index: conversation }).slice(4)}`,
    conversationIndex: `AQHc${hex(24, conversation)}`,
    isDeliveryReceiptRequested: folder.habit === 'drafts' ? null : false,
    isReadReceiptRequested: false,
    isRead: isRead(mailbox, folder, index),
    isDraft: folder.habit === 'drafts',
    webLink: `https://outlook.${company.domain}/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: letter.bulk ? 'other' : 'focused',
    body: bodyOf(letter, text, wanted),
    sender: from,
    from,
    toRecipients: (letter.to ?? [ownerAddress(mailbox.owner)]).map(recipient),
    ccRecipients: (letter.cc ?? []).map(recipient),
    bccRecipients: [],
    replyTo: (letter.replyTo ?? []).map(recipient),
    flag: { flagStatus: hash(...key, 10) % 23 === 0 ? 'flagged' : 'notFlagged' },
  };
}

function recipient({ name, address }: EmailAddress): Recipient {
  return { emailAddress: { name: name ?? null, address: address ?? null } };
}

/** Graph writes whole seconds. */
export function moment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function textOf({ body }: Letter): string {
  return body.contentType === 'text' ? body.content : wordsOf(body.content);
}

function bodyOf({ body }: Letter, text: string, wanted: BodyType | undefined): ItemBody {
  if (wanted === undefined || wanted === body.contentType) return { ...body };
  if (wanted === 'text') return { contentType: 'text', content: text };
  const lines = escape(text).replaceAll('\r\n', '<br>\r\n');
  return {
    contentType: 'html',
    content: htmlPage(
      `<!-- Converted from text/plain format --><div class="PlainText">${lines}</div>`,
    ),
  };
}
