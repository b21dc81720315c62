/**
 * Asks for a few pages of mail before anybody else does, in the name of whoever was given a token last: the first to ask
 * waits for no code being compiled, and finds the newest letters written.
 */
import { provide } from '#simulator/ahead.ts';
import { mailboxKey, noChanges } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import type { Person, TenantContext, TokenFacts } from '#simulator/tenant-context.ts';

const members =
  'id,subject,from,sender,toRecipients,receivedDateTime,isRead,isDraft,importance,flag,hasAttachments,categories,conversationId,parentFolderId,bodyPreview';
const pages = [
  // What the product asks first, so that nothing of it is done twice; of more, what is quickly done.
  ...[25, 10, 10, 10].map(
    (top, at) =>
      `mailFolders/inbox/messages?$top=${top}&$skip=${at * 25}&$orderby=receivedDateTime desc&$select=${members}`,
  ),
  'messages?$top=10',
  'mailFolders/inbox/messages?$top=50',
];

export interface Manners {
  /** @param page counted from 0; it is asked for afterwards */
  readonly pause?: (page: number) => Promise<void>;
  readonly answered?: (url: string, status: number) => void;
}

/** The tenant as somebody of the house sees it. */
export interface FromInside {
  readonly context: Pick<TenantContext, 'hosts' | 'store' | 'now' | 'people'>;
  /** Who was given a token last. */
  readonly newest: () => Promise<Person | undefined>;
  /** Answers without a token. */
  readonly answer: (request: Request, facts: TokenFacts) => Promise<Response>;
}

export async function warmUp(
  { context, newest, answer }: FromInside,
  { pause, answered }: Manners = {},
): Promise<void> {
  const { hosts, store, people, now } = context;
  await pause?.(0);
  // Where nobody has come yet, for the one with the most mail.
  const person =
    (await newest()) ?? people.toSorted((one, other) => other.mailboxSize - one.mailboxSize)[0];
  if (!person) return;
  const facts = { person, scopes: ['User.Read', 'Mail.Read'], resource: hosts.graph };
  const row = mailboxKey(person.oid);
  // Looking by oneself does not count as the mailbox having been opened.
  const changes = (await store.read(row)) ?? noChanges(now());
  for (const [index, page] of pages.entries()) {
    if (index > 0) await pause?.(index);
    const request = new Request(`${hosts.graph}/v1.0/me/${page}`);
    provide(request, row, changes);
    const response = await answer(request, facts);
    await response.text();
    answered?.(request.url, response.status);
  }
}
