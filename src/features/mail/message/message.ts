/** The whole of a message, and what came with it, as the screen knows them, made from what Graph sends. */
import { shownName } from '#shell/file-preview/file-name.ts';
import type { FileAttachment, ItemBody, Message as WireMessage } from '#contract/graph.ts';
import {
  toCorrespondents,
  toSummary,
  type Correspondent,
  type MessageSummary,
} from '#features/mail/mailbox.ts';

export interface Message extends MessageSummary {
  readonly cc: readonly Correspondent[];
  readonly bcc: readonly Correspondent[];
  /** Only where answers would go to somebody else than the sender. */
  readonly replyTo: readonly Correspondent[];
  /** Who handed it in, where that is somebody else than who it is from. */
  readonly sender: Correspondent | undefined;
  readonly sentAt: Date | undefined;
  readonly body: ItemBody;
  /** It is about a meeting: an invitation, an answer to one, or its end. */
  readonly isMeeting: boolean;
  /** Where Outlook on the web shows it. */
  readonly webLink: string | undefined;
}

export interface Attachment {
  readonly id: string;
  /** Without what could deceive the eye. */
  readonly name: string;
  /** As the sender wrote it; never to be shown. */
  readonly givenName: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Shown inside the body, under this `cid:`. */
  readonly contentId: string | undefined;
  readonly isInline: boolean;
  /** A reference is a link to a file elsewhere: there is nothing to download. */
  readonly kind: 'file' | 'item' | 'reference';
}

export function toMessage(message: WireMessage): Message {
  const summary = toSummary(message);
  return {
    ...summary,
    cc: toCorrespondents(message.ccRecipients),
    bcc: toCorrespondents(message.bccRecipients),
    replyTo: toCorrespondents(message.replyTo).filter(
      ({ address }) => address.toLowerCase() !== summary.from?.address.toLowerCase(),
    ),
    sender: toCorrespondents(message.sender ? [message.sender] : []).find(
      ({ address }) => address.toLowerCase() !== summary.from?.address.toLowerCase(),
    ),
    sentAt: message.sentDateTime === undefined ? undefined : new Date(message.sentDateTime),
    isMeeting: /\.eventMessage/i.test(message['@odata.type'] ?? ''),
    webLink: message.webLink?.startsWith('https://') ? message.webLink : undefined,
    body: message.body ?? { contentType: 'text', content: '' },
  };
}

export function toAttachment(attachment: FileAttachment): Attachment {
  return {
    id: attachment.id,
    name: shownName(attachment.name ?? ''),
    givenName: attachment.name ?? '',
    type: attachment.contentType?.toLowerCase() ?? '',
    size: attachment.size ?? 0,
    contentId: attachment.contentId?.replace(/^<|>$/g, '') || undefined,
    isInline: attachment.isInline ?? false,
    kind: kindOf(attachment['@odata.type']),
  };
}

function kindOf(type: string | undefined): Attachment['kind'] {
  if (type?.endsWith('.itemAttachment')) return 'item';
  return type?.endsWith('.referenceAttachment') ? 'reference' : 'file';
}
