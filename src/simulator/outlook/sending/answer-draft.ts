/** Answers to a message as drafts: to whom, with which subject, and what was said before below (Graph createReply, createForward). */
import type { EmailAddress, Message, Recipient } from '#contract/graph.ts';
import { type GraphContext } from '#simulator/graph/graph-answer.ts';
import { escape, htmlPage } from '#simulator/seed/letter.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { changeItem, makeItem } from '#simulator/outlook/mailbox/item-changes.ts';
import { conversationOf } from '#simulator/outlook/messages/message-changes.ts';
import { messagePlace } from '#simulator/outlook/messages/message-place.ts';
import { messageAt } from '#simulator/outlook/messages/message.ts';
import { folderNamed, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { readWritten } from '#simulator/outlook/messages/written-message.ts';

export type Answer = 'reply' | 'replyAll' | 'forward';

export function answerDraft(
  c: GraphContext,
  mailbox: OpenMailbox,
  given: Record<string, unknown>,
  how: Answer,
): MessagePlace {
  const place = messagePlace(mailbox, c.req.param('message') ?? '');
  const to = messageAt(mailbox, place);
  const wanted = given['message'] === undefined ? {} : readWritten(given['message']).fields;
  const listed =
    readWritten({ toRecipients: given['toRecipients'] ?? [] }).fields.toRecipients ?? [];
  const people = how === 'forward' ? { toRecipients: listed } : answered(mailbox, to, how);
  const comment = typeof given['comment'] === 'string' ? given['comment'] : '';
  const bare = (to.subject ?? '').replace(/^(re|fw): /i, '');
  const made = makeItem(mailbox, {
    folder: folderNamed(mailbox, 'drafts').number,
    receivedAt: Math.floor(mailbox.now / 1000) * 1000,
    isDraft: true,
    conversation: conversationOf(mailbox, place),
    fields: {
      subject: `${how === 'forward' ? 'FW' : 'RE'}: ${bare}`,
      body: { contentType: 'html', content: quoted(to, comment) },
      ...people,
      ...wanted,
    },
    attachments: [],
  });
  changeItem(mailbox, made, {});
  return made;
}

function answered(mailbox: OpenMailbox, to: Message, how: Answer): Partial<Message> {
  const back = to.replyTo?.length ? to.replyTo : to.from ? [to.from] : [];
  if (how === 'reply') return { toRecipients: back };
  const known = [mailbox.owner.userPrincipalName, ...back.map(addressOf)];
  const others = (list: Recipient[] = []) =>
    list.filter((each) => !known.includes(addressOf(each)));
  return {
    toRecipients: [...back, ...others(to.toRecipients)],
    ccRecipients: others(to.ccRecipients),
  };
}

function addressOf({ emailAddress }: Recipient): string {
  return emailAddress?.address ?? '';
}

function quoted(
  { from, sentDateTime, toRecipients, subject, body }: Message,
  comment: string,
): string {
  const name = ({ name: known, address }: EmailAddress = {}) =>
    escape(`${known ?? ''} <${address ?? ''}>`);
  const sent = new Date(sentDateTime ?? 0).toUTCString().slice(0, -7);
  const to = (toRecipients ?? []).map(({ emailAddress }) => name(emailAddress)).join('; ');
  const before =
    body?.contentType === 'html'
      ? body.content.replace(/^[^]*?<body[^>]*>|<\/body>[^]*$/g, '')
      : escape(body?.content ?? '').replaceAll(/\r?\n/g, '<br>');
  return htmlPage(
    `${escape(comment)}<hr><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> ${name(from?.emailAddress)}<br><b>Sent:</b> ${sent}<br><b>To:</b> ${to}<br><b>Subject:</b> ${escape(subject ?? '')}</div><br>${before}`,
  );
}
