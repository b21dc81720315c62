/** Mail written here: drafts, answers, and what is sent, which colleagues of this tenant really get. */
import type { Message } from '#contract/graph.ts';
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import { GraphRefusal, type GraphApp, type GraphContext } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { makeItem, newConversation, removeItem } from '#simulator/outlook/mailbox/item-changes.ts';
import { enclosuresNow } from '#simulator/outlook/attachments/enclosure.ts';
import { keyOf } from '#simulator/outlook/mailbox/item-state.ts';
import type { MadeAttachment } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import { changedAnswer, conversationOf } from '#simulator/outlook/messages/message-changes.ts';
import { messagePlace } from '#simulator/outlook/messages/message-place.ts';
import { messageAt } from '#simulator/outlook/messages/message.ts';
import { envelope } from '#simulator/outlook/messages/dressing.ts';
import {
  changeMailbox,
  folderNamed,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import {
  readMime,
  readWritten,
  type Written,
} from '#simulator/outlook/messages/written-message.ts';
import { jsonBody, resourceBody } from '#simulator/graph/graph-body.ts';
import { readAttachment } from '#simulator/outlook/attachments/written-attachment.ts';
import { deliver, type Parcel } from './delivery.ts';
import { type Answer, answerDraft } from './answer-draft.ts';

export function sendRoutes(app: GraphApp, context: TenantContext): void {
  const writers = [needs(context, opens.mailWrite, 'outlook'), needsMailbox] as const;
  const senders = [needs(context, opens.mailSend, 'outlook'), needsMailbox] as const;
  app.post('/v1.0/me/sendMail', ...senders, (c) => sendMail(c, context));
  for (const path of ['/v1.0/me/messages', '/v1.0/me/mailFolders/:folder/messages']) {
    app.post(path, ...writers, (c) => createDraft(c, context));
    app.post(`${path}/:message/send`, ...senders, (c) => sendDraft(c, context));
    for (const how of ['reply', 'replyAll', 'forward'] as const) {
      const name = `${how[0]?.toUpperCase()}${how.slice(1)}`;
      app.post(`${path}/:message/create${name}`, ...writers, (c) => createAnswer(c, context, how));
      app.post(`${path}/:message/${how}`, ...senders, (c) => answerNow(c, context, how));
    }
  }
}

async function written(c: GraphContext): Promise<Written & { saves: boolean }> {
  if (/^text\/plain/i.test(c.req.header('content-type') ?? '')) {
    return { ...readMime(await c.req.text()), saves: true };
  }
  // `sendMail` wraps the message; a draft is the message itself.
  const wrapped = /\/sendMail$/i.test(c.req.path);
  const body = await resourceBody(c);
  const saves = body['saveToSentItems'] ?? true;
  const message = wrapped ? body['message'] : body;
  return { ...readWritten(message), saves: saves !== false && saves !== 'false' };
}

async function sendMail(c: GraphContext, context: TenantContext): Promise<Response> {
  const letter = await written(c);
  checkRecipients(letter.fields);
  const parcel = await changeMailbox(context, c.get('facts').person, async (mailbox) => {
    const attachments = await attached(context, mailbox, letter);
    const made = { ...drafted(mailbox, letter, attachments), isDraft: false };
    const sent = folderNamed(mailbox, 'sentitems').number;
    const place = makeItem(mailbox, { ...made, folder: sent });
    const ready = parcelOf(mailbox, place);
    if (!letter.saves) removeItem(mailbox, place);
    return ready;
  });
  await deliver(context, parcel);
  return new Response(null, { status: 202 });
}

async function attached(
  context: TenantContext,
  mailbox: OpenMailbox,
  { attachments }: Written,
): Promise<MadeAttachment[]> {
  const made: MadeAttachment[] = [];
  for (const [at, each] of attachments.entries()) {
    made.push(await readAttachment(context, mailbox, each, `made ${at}`));
  }
  return made;
}

function drafted(mailbox: OpenMailbox, { fields }: Written, attachments: MadeAttachment[]) {
  return {
    folder: folderNamed(mailbox, 'drafts').number,
    receivedAt: Math.floor(mailbox.now / 1000) * 1000,
    isDraft: true,
    conversation: newConversation(mailbox),
    fields,
    attachments,
  };
}

/** @throws {GraphRefusal} when nobody, or nobody that could be, shall get it */
function checkRecipients({
  toRecipients = [],
  ccRecipients = [],
  bccRecipients = [],
}: Partial<Message>): void {
  const all = [...toRecipients, ...ccRecipients, ...bccRecipients];
  const valid = all.every(({ emailAddress }) =>
    /^[^\s@]+@[^\s@]+$/.test(emailAddress?.address ?? ''),
  );
  if (all.length > 0 && valid) return;
  throw new GraphRefusal(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
}

async function createDraft(c: GraphContext, context: TenantContext): Promise<Response> {
  const letter = await written(c);
  return changeMailbox(context, c.get('facts').person, async (mailbox) => {
    const made = drafted(mailbox, letter, await attached(context, mailbox, letter));
    const name = c.req.param('folder');
    const folder = name === undefined ? made.folder : folderNamed(mailbox, name).number;
    const place = makeItem(mailbox, { ...made, folder });
    return changedAnswer(c, context, mailbox, place, 201);
  });
}

function parcelOf(mailbox: OpenMailbox, place: MessagePlace): Parcel {
  const message = messageAt(mailbox, place);
  const attachments = enclosuresNow(mailbox, place).map(({ enclosure }) => enclosure);
  const change = mailbox.changes.items[keyOf(place)];
  const made = mailbox.changes.made[place.index];
  return {
    from: mailbox.owner,
    message,
    attachments: [...(made?.attachments ?? []), ...(change?.attachments ?? [])].filter(({ name }) =>
      attachments.some((each) => each.name === name),
    ),
  };
}

async function sendDraft(c: GraphContext, context: TenantContext): Promise<Response> {
  const parcel = await changeMailbox(context, c.get('facts').person, (mailbox) => {
    const place = messagePlace(mailbox, c.req.param('message') ?? '');
    const draft = messageAt(mailbox, place, envelope);
    if (!draft.isDraft) {
      throw new GraphRefusal(400, 'ErrorInvalidRequest', 'Only a draft can be sent.');
    }
    checkRecipients(draft);
    return sendFrom(mailbox, place);
  });
  await deliver(context, parcel);
  return new Response(null, { status: 202 });
}

/** What lies among the drafts becomes what lies among the sent. */
function sendFrom(mailbox: OpenMailbox, place: MessagePlace): Parcel {
  const { changes } = mailbox;
  const before = parcelOf(mailbox, place);
  const { subject, body, toRecipients, ccRecipients, bccRecipients, importance } = before.message;
  const fields = { subject, body, toRecipients, ccRecipients, bccRecipients, importance };
  const sent = makeItem(mailbox, {
    folder: folderNamed(mailbox, 'sentitems').number,
    receivedAt: Math.floor(mailbox.now / 1000) * 1000,
    isDraft: false,
    conversation: changes.made[place.index]?.conversation ?? conversationOf(mailbox, place),
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    attachments: before.attachments,
  });
  removeItem(mailbox, place);
  return parcelOf(mailbox, sent);
}

async function createAnswer(
  c: GraphContext,
  context: TenantContext,
  how: Answer,
): Promise<Response> {
  const given = await jsonBody(c);
  return changeMailbox(context, c.get('facts').person, (mailbox) =>
    changedAnswer(c, context, mailbox, answerDraft(c, mailbox, given, how), 201),
  );
}

async function answerNow(c: GraphContext, context: TenantContext, how: Answer): Promise<Response> {
  const given = await jsonBody(c);
  const parcel = await changeMailbox(context, c.get('facts').person, (mailbox) => {
    const place = answerDraft(c, mailbox, given, how);
    checkRecipients(messageAt(mailbox, place, envelope));
    return sendFrom(mailbox, place);
  });
  await deliver(context, parcel);
  return new Response(null, { status: 202 });
}
