/** Lets mail arrive that nobody sent: a test says what, or only how much. */
import type { Message } from '#contract/graph.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { receive } from './delivery.ts';
import type { MailboxContext } from '#simulator/outlook/mailbox/open-mailbox.ts';

export interface Arrival {
  /** `userPrincipalName` */
  readonly user: string;
  /** How many; 1 when not said. */
  readonly count?: number;
  /** By well-known name; the inbox when not said. */
  readonly folder?: string;
  readonly subject?: string;
  readonly from?: { readonly name?: string; readonly address: string };
  readonly body?: { readonly contentType: 'text' | 'html'; readonly content: string };
  readonly importance?: 'low' | 'normal' | 'high';
}

const mostAtOnce = 500;

export async function letMailArrive(
  context: MailboxContext,
  person: Person,
  {
    count = 1,
    folder = 'inbox',
    subject = 'New message',
    from,
    body,
    importance = 'normal',
  }: Arrival,
): Promise<number> {
  const number = Math.min(Math.max(1, Math.floor(count)), mostAtOnce);
  const sender = from ?? { name: 'Test Sender', address: 'sender@test.example' };
  for (let nth = 1; nth <= number; nth++) {
    const message: Partial<Message> = {
      subject: number === 1 ? subject : `${subject} ${nth}`,
      from: { emailAddress: { name: sender.name ?? sender.address, address: sender.address } },
      toRecipients: [
        { emailAddress: { name: person.displayName, address: person.userPrincipalName } },
      ],
      ccRecipients: [],
      importance,
      body: body ?? { contentType: 'html', content: '<html><body><p>Hello.</p></body></html>' },
    };
    await receive(context, person, folder, message);
  }
  return number;
}
