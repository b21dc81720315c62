/** Puts what was sent into the inboxes of those of this tenant it is for. */
import type { Message } from '#contract/graph.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { hasMailbox } from '#simulator/graph/graph-access.ts';
import { makeItem, newConversation } from '#simulator/outlook/mailbox/item-changes.ts';
import type { MadeAttachment } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import {
  changeMailbox,
  folderNamed,
  type MailboxContext,
} from '#simulator/outlook/mailbox/open-mailbox.ts';

export interface Parcel {
  readonly from: Person;
  readonly message: Partial<Message>;
  readonly attachments: readonly MadeAttachment[];
}

export async function deliver(
  context: TenantContext,
  { message, attachments }: Parcel,
): Promise<void> {
  const { toRecipients = [], ccRecipients = [], bccRecipients = [] } = message;
  const addresses = [...toRecipients, ...ccRecipients, ...bccRecipients].map(
    ({ emailAddress }) => emailAddress?.address?.toLowerCase() ?? '',
  );
  for (const person of context.people) {
    if (!hasMailbox(person) || !addresses.includes(person.userPrincipalName.toLowerCase()))
      continue;
    await receive(context, person, 'inbox', message, attachments);
  }
}

/** @param folder by well-known name */
export function receive(
  context: MailboxContext,
  person: Person,
  folder: string,
  message: Partial<Message>,
  attachments: readonly MadeAttachment[] = [],
): Promise<void> {
  const { subject, body, importance, from, sender, toRecipients, ccRecipients, internetMessageId } =
    message;
  const known = {
    subject,
    body,
    importance,
    from,
    sender: sender ?? from,
    toRecipients,
    ccRecipients,
    internetMessageId,
  };
  const letter = {
    fields: {
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
      isRead: false,
    },
    attachments,
    me: person.userPrincipalName.toLowerCase(),
  };
  return changeMailbox(context, person, async (mailbox) => {
    const { number, wellKnown } = folderNamed(mailbox, folder);
    const { folders, fields } =
      wellKnown === 'inbox'
        ? (await import('#simulator/seldom/inbox-rules.ts')).ruled(mailbox, letter)
        : { ...letter, folders: [number] };
    const conversation = newConversation(mailbox);
    for (const each of folders)
      makeItem(mailbox, {
        folder: each,
        receivedAt: Math.floor(mailbox.now / 1000) * 1000,
        isDraft: false,
        conversation,
        fields,
        attachments,
      });
  });
}
