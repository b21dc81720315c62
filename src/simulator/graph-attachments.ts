/** Files that messages carry, listed, one by one, and as bytes (Graph fileAttachment resource). */
import type { FileAttachment } from '#contract/graph.ts';
import type { Enclosure } from '#simulator/seed/letter.ts';
import { receivedAt, type Mailbox } from '#simulator/seed/mailbox.ts';
import { letterAt } from '#simulator/seed/post.ts';
import { needs, needsMailbox, opens } from './graph-access.ts';
import {
  answer,
  collection,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from './graph-answer.ts';
import { itemId, placeOf } from './graph-item-id.ts';
import { mailboxHere, messagePlace } from './graph-mail.ts';
import { moment, type MessagePlace } from './graph-message.ts';
import { badRequest, cut, readQuery, selected } from './graph-query.ts';
import type { TenantContext } from './tenant-context.ts';

export function attachmentRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.mail, 'outlook'), needsMailbox] as const;
  const path = '/v1.0/me/messages/:message/attachments';
  app.get(path, ...guards, async (c) => {
    const mailbox = mailboxHere(c, context);
    const place = messagePlace(mailbox, c.req.param('message'));
    const query = readQuery(c.req.url, ['$select', '$top', '$skip', '$count']);
    const all = await Promise.all(
      enclosuresAt(mailbox, place).map((each, at) => wire(mailbox, place, each, at)),
    );
    const { items, count, next } = cut(context, c.req.url, all, query);
    const select = membersOf(query.select);
    const value = items.map((each) => selected(each, select, 'attachment', ['id']));
    const name = `users('${mailbox.owner.oid}')/messages('${c.req.param('message')}')/attachments`;
    return answer(collection(context, name, value, { count, next }));
  });
  app.get(`${path}/:attachment`, ...guards, async (c) => {
    const { mailbox, place, enclosure, at } = attachmentHere(c, context);
    const { select } = readQuery(c.req.url, ['$select']);
    const file = await wire(mailbox, place, enclosure, at);
    const name = `users('${mailbox.owner.oid}')/messages('${c.req.param('message')}')/attachments/$entity`;
    return answer({
      '@odata.context': metadata(context, name),
      ...selected(file, membersOf(select), 'attachment', ['id']),
    });
  });
  app.get(`${path}/:attachment/$value`, ...guards, async (c) => {
    const { enclosure } = attachmentHere(c, context);
    return new Response(await enclosure.bytes(), {
      headers: { 'content-type': enclosure.contentType },
    });
  });
}

/** Members of the file, which the attachment that it is derived from has not. */
const fileMembers = ['contentId', 'contentLocation', 'contentBytes'];

/**
 * What belongs to the derived type has to be asked for through a cast; by its bare name Graph does not know it.
 *
 * @see https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/3916
 */
function membersOf(select: readonly string[] | undefined): string[] | undefined {
  return select?.map((name) => {
    const cast = /^microsoft\.graph\.fileAttachment\/(\w+)$/i.exec(name)?.[1];
    if (cast === undefined && fileMembers.includes(name)) {
      throw badRequest(
        `Could not find a property named '${name}' on type 'microsoft.graph.attachment'.`,
      );
    }
    return cast ?? name;
  });
}

function enclosuresAt(mailbox: Mailbox, { folder, index }: MessagePlace): readonly Enclosure[] {
  return letterAt(mailbox, folder, index).enclosures ?? [];
}

function attachmentHere(c: GraphContext, context: TenantContext) {
  const mailbox = mailboxHere(c, context);
  const place = messagePlace(mailbox, c.req.param('message') ?? '');
  const wanted = placeOf(mailbox, 'attachment', c.req.param('attachment') ?? '');
  const enclosure = enclosuresAt(mailbox, place)[wanted.part];
  const elsewhere = wanted.folder !== place.folder.number || wanted.index !== place.index;
  if (elsewhere || !enclosure) throw nothingHere();
  return { mailbox, place, enclosure, at: wanted.part };
}

async function wire(
  mailbox: Mailbox,
  { folder, index }: MessagePlace,
  enclosure: Enclosure,
  part: number,
): Promise<FileAttachment & Record<string, unknown>> {
  const bytes = await enclosure.bytes();
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    '@odata.mediaContentType': enclosure.contentType,
    id: itemId(mailbox, { kind: 'attachment', folder: folder.number, index, part }),
    lastModifiedDateTime: moment(receivedAt(mailbox, folder, index)),
    name: enclosure.name,
    contentType: enclosure.contentType,
    size: bytes.length,
    isInline: enclosure.contentId !== undefined,
    contentId: enclosure.contentId ?? null,
    contentLocation: null,
    contentBytes: base64(bytes),
  };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
