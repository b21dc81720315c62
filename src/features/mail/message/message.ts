/** The whole of a message, and what came with it, as the screen knows them, made from what Graph sends. */
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
  readonly body: ItemBody;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
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
    body: message.body ?? { contentType: 'text', content: '' },
  };
}

export function toAttachment(attachment: FileAttachment): Attachment {
  return {
    id: attachment.id,
    name: attachment.name || 'Attachment without a name',
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
