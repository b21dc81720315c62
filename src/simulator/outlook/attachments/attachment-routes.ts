/** Attachments of a message: listed, one by one, as bytes, added and taken off. */
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { resourceBody } from '#simulator/graph/graph-body.ts';
import { badRequest, cut, readQuery } from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { timeOf, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { changeItem } from '#simulator/outlook/mailbox/item-changes.ts';
import { keyOf } from '#simulator/outlook/mailbox/item-state.ts';
import type { MadeAttachment } from '#simulator/outlook/mailbox/mailbox-changes.ts';
import { placeOf } from '#simulator/outlook/mailbox/item-id.ts';
import { letterMime } from '#simulator/outlook/messages/mime.ts';
import { messagePlace } from '#simulator/outlook/messages/message-place.ts';
import {
  changeMailbox,
  openMailbox,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import {
  attachment,
  attachmentsOf,
  innerItem,
  membersOf,
  selectedMembers,
  type WireAttachment,
} from './attachment.ts';
import { enclosuresEver, enclosuresNow, type Numbered } from './enclosure.ts';
import { readAttachment } from './written-attachment.ts';

export function attachmentRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.mail, 'outlook'), needsMailbox] as const;
  for (const start of ['/v1.0/me/messages', '/v1.0/me/mailFolders/:folder/messages']) {
    const path = `${start}/:message/attachments`;
    app.get(path, ...guards, (c) => listAttachments(c, context));
    app.get(`${path}/:attachment`, ...guards, (c) => oneAttachment(c, context));
    app.get(`${path}/:attachment/$value`, ...guards, (c) => attachmentValue(c, context));
  }
  const writers = [needs(context, opens.mailWrite, 'outlook'), needsMailbox] as const;
  const path = '/v1.0/me/messages/:message/attachments';
  app.post(path, ...writers, (c) => addAttachment(c, context));
  app.delete(`${path}/:attachment`, ...writers, (c) =>
    changeMailbox(context, c.get('facts').person, (mailbox) => {
      const { place, part } = attachmentHere(c, context, mailbox);
      const { dropped = [] } = mailbox.changes.items[keyOf(place)] ?? {};
      changeItem(mailbox, place, { dropped: [...dropped, part] });
      return new Response(null, { status: 204 });
    }),
  );
}

async function listAttachments(c: GraphContext, context: TenantContext): Promise<Response> {
  const mailbox = await openMailbox(context, c.get('facts').person);
  const id = c.req.param('message') ?? '';
  const place = messagePlace(mailbox, id);
  const query = readQuery(c.req.url, ['$select', '$top', '$skip', '$count', '$expand']);
  const all = await attachmentsOf(context, mailbox, place, query.select);
  const { items, count, next } = cut(context, c.req.url, all, query);
  const name = `users('${mailbox.owner.oid}')/messages('${id}')/attachments`;
  return answer(collection(context, name, items, { count, next }));
}

async function oneAttachment(c: GraphContext, context: TenantContext): Promise<Response> {
  const mailbox = await openMailbox(context, c.get('facts').person);
  const { place, numbered } = attachmentHere(c, context, mailbox);
  const { select, expand } = readQuery(c.req.url, ['$select', '$expand']);
  const wired = selectedMembers(await attachment(mailbox, place, numbered), membersOf(select));
  const name = `users('${mailbox.owner.oid}')/messages('${c.req.param('message')}')/attachments/$entity`;
  return answer({
    '@odata.context': metadata(context, name),
    ...wired,
    ...inner(expand, numbered, timeOf(mailbox, place)),
  });
}

function inner(expand: string | undefined, { enclosure }: Numbered, time: number): object {
  if (expand === undefined) return {};
  if (!/^microsoft\.graph\.itemattachment\/item(\(|$)/i.test(expand)) {
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${expand}' on type 'microsoft.graph.attachment'.`,
    );
  }
  return enclosure.letter ? { item: innerItem(enclosure.letter, time) } : {};
}

async function attachmentValue(c: GraphContext, context: TenantContext): Promise<Response> {
  const mailbox = await openMailbox(context, c.get('facts').person);
  const { place, numbered } = attachmentHere(c, context, mailbox);
  const { enclosure } = numbered;
  if (enclosure.link !== undefined) {
    throw new GraphRefusal(
      405,
      'ErrorInvalidRequest',
      'The raw contents of a reference attachment cannot be read.',
    );
  }
  if (enclosure.letter) {
    const mime = await letterMime(enclosure.letter, timeOf(mailbox, place));
    return new Response(mime, { headers: { 'content-type': 'text/plain' } });
  }
  return new Response(await enclosure.bytes(), {
    headers: { 'content-type': enclosure.contentType },
  });
}

function attachmentHere(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
): { place: MessagePlace; part: number; numbered: Numbered } {
  const place = messagePlace(mailbox, c.req.param('message') ?? '');
  const wanted = placeOf(mailbox, 'attachment', c.req.param('attachment') ?? '');
  const numbered = enclosuresNow(mailbox, place, context.store).find(
    ({ part }) => part === wanted.part,
  );
  const elsewhere = wanted.folder !== place.folder.number || wanted.index !== place.index;
  if (elsewhere || !numbered) throw nothingHere();
  return { place, part: wanted.part, numbered };
}

async function addAttachment(c: GraphContext, context: TenantContext): Promise<Response> {
  const given = (await resourceBody(c)) as Partial<WireAttachment>;
  return changeMailbox(context, c.get('facts').person, async (mailbox) => {
    const id = c.req.param('message') ?? '';
    const wired = await attached(context, mailbox, id, (name) =>
      readAttachment(context, mailbox, given, name),
    );
    const name = `users('${mailbox.owner.oid}')/messages('${id}')/attachments/$entity`;
    return answer({ '@odata.context': metadata(context, name), ...wired }, {}, 201);
  });
}

/** @param keep what the message shall carry, kept under a name of its own */
export async function attached(
  context: TenantContext,
  mailbox: OpenMailbox,
  message: string,
  keep: (name: string) => Promise<MadeAttachment>,
): Promise<WireAttachment> {
  const place = messagePlace(mailbox, message);
  const part = enclosuresEver(mailbox, place);
  const made = await keep(`${keyOf(place)} ${part}`);
  const { attachments = [] } = mailbox.changes.items[keyOf(place)] ?? {};
  changeItem(mailbox, place, {
    attachments: [...attachments, made],
    ...(made.contentId === undefined ? { fields: { hasAttachments: true } } : {}),
  });
  const numbered = enclosuresNow(mailbox, place, context.store).find((each) => each.part === part);
  if (!numbered) throw nothingHere();
  return attachment(mailbox, place, numbered);
}
