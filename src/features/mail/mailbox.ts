/** The things of a mailbox as the screen knows them, made from what Graph sends. */
import type { MailFolder, Message as WireMessage, Recipient } from '#contract/graph.ts';

/** In the order they stand in the folder list. Graph knows them by these names, whatever the mailbox calls them. */
export const wellKnownFolders = [
  'inbox',
  'drafts',
  'sentitems',
  'archive',
  'deleteditems',
  'junkemail',
  'outbox',
] as const;

export type WellKnownFolder = (typeof wellKnownFolders)[number];

export interface Folder {
  readonly id: string;
  readonly name: string;
  readonly wellKnown: WellKnownFolder | undefined;
  readonly unread: number;
  readonly total: number;
  readonly children: number;
}

export interface Correspondent {
  /** The address where there is no name, so that something can always be shown. */
  readonly name: string;
  readonly address: string;
}

export interface MessageSummary {
  readonly id: string;
  readonly subject: string;
  readonly preview: string;
  readonly from: Correspondent | undefined;
  readonly to: readonly Correspondent[];
  readonly receivedAt: Date;
  readonly isRead: boolean;
  readonly isDraft: boolean;
  readonly isImportant: boolean;
  readonly isFlagged: boolean;
  readonly hasAttachments: boolean;
  /** Names; their colours are known to the mailbox only. */
  readonly categories: readonly string[];
  /** The same for a message and all answers to it; empty where it is not known. */
  readonly conversationId: string;
  /** Id of the folder it lies in. */
  readonly folderId: string;
}

export function toFolder(folder: MailFolder, wellKnown?: WellKnownFolder): Folder {
  return {
    id: folder.id,
    name: folder.displayName || 'Folder without a name',
    wellKnown,
    unread: folder.unreadItemCount ?? 0,
    total: folder.totalItemCount ?? 0,
    children: folder.childFolderCount ?? 0,
  };
}

/** Well-known folders first, in their order; the others by name. */
export function inOrder(folders: readonly Folder[]): Folder[] {
  const rank = ({ wellKnown }: Folder) =>
    wellKnown ? wellKnownFolders.indexOf(wellKnown) : wellKnownFolders.length;
  return folders.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

export function toSummary(message: WireMessage): MessageSummary {
  return {
    id: message.id,
    subject: lineOf(message.subject) || '(no subject)',
    preview: lineOf(message.bodyPreview),
    from: toCorrespondent(message.from) ?? toCorrespondent(message.sender),
    to: toCorrespondents(message.toRecipients),
    receivedAt: toDate(message),
    isRead: message.isRead ?? true,
    isDraft: message.isDraft ?? false,
    isImportant: message.importance === 'high',
    isFlagged: message.flag?.flagStatus === 'flagged',
    hasAttachments: message.hasAttachments ?? false,
    categories: message.categories ?? [],
    conversationId: message.conversationId ?? '',
    folderId: message.parentFolderId ?? '',
  };
}

/** What a stranger wrote, as one line that stays in its place: without what turns the order of letters round, or is none. */
function lineOf(text: string | null | undefined): string {
  return (text ?? '')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** A draft that was never sent has no sender, and some calendar notices have none either. */
function toCorrespondent(recipient: Recipient | undefined): Correspondent | undefined {
  const address = lineOf(recipient?.emailAddress?.address);
  const name = lineOf(recipient?.emailAddress?.name) || address;
  return name ? { name, address } : undefined;
}

export function toCorrespondents(recipients: readonly Recipient[] | undefined): Correspondent[] {
  return (recipients ?? []).map(toCorrespondent).filter((one) => one !== undefined);
}

function toDate(message: WireMessage): Date {
  return new Date(message.receivedDateTime ?? message.sentDateTime ?? message.createdDateTime ?? 0);
}
