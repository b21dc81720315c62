/**
 * Attachments too large for one request: Graph opens a session, and Exchange takes the pieces at an address of its own, which
 * is its own proof and wants no token (Graph attachment: createUploadSession).
 */
import { sealed, unsealed } from '#simulator/files/download.ts';
import {
  answer,
  GraphRefusal,
  metadata,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { jsonBody } from '#simulator/graph/graph-body.ts';
import { attached } from '#simulator/outlook/attachments/attachment-routes.ts';
import { keptFile } from '#simulator/outlook/attachments/written-attachment.ts';
import { changeMailbox, openMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { messagePlace } from '#simulator/outlook/messages/message-place.ts';
import { guid } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

const lifetime = 24 * 60 * 60_000;
/** As measured by those who were refused; the documentation speaks of 3 MB. */
const least = 2 * 1024 * 1024;
/** What a mailbox takes unless its administrator says otherwise. */
const most = 35 * 1024 * 1024;

interface Item {
  readonly name?: string;
  readonly size?: number;
  readonly contentType?: string;
  readonly contentId?: string;
  readonly isInline?: boolean;
}

interface Session {
  readonly owner: string;
  readonly message: string;
  /** Of the message, at Exchange. */
  readonly address: string;
  readonly item: Item;
  readonly until: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function openAttachment(
  c: GraphContext,
  context: TenantContext,
  message: string,
): Promise<Response> {
  const { person } = c.get('facts');
  messagePlace(await openMailbox(context, person), message);
  const { attachmentItem = {} } = (await jsonBody(c)) as {
    attachmentItem?: Item & { readonly attachmentType?: string };
  };
  const { attachmentType, size = 0, ...item } = attachmentItem;
  if (attachmentType?.toLowerCase() !== 'file')
    throw new GraphRefusal(400, 'ErrorInvalidRequest', 'Only files can be attached in pieces.');
  if (size < least)
    throw new GraphRefusal(
      400,
      'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
      'The size of the attachment is smaller than an upload session takes.',
    );
  if (size > most)
    throw new GraphRefusal(
      413,
      'ErrorMessageSizeExceeded',
      'The message exceeds the maximum supported size.',
    );
  // Counted where other documents count, too, so that no two are the same.
  const nth = await context.store.update<number>('uploads', (before = 0) => before + 1);
  const id = guid(context.seed, nth ?? 0, 63);
  const until = context.now() + lifetime;
  const whose = `Users('${person.oid}@${person.tenantId}')/Messages('${message}')`;
  const address = `${context.hosts.exchange}/api/v2.0/${whose}`;
  const session: Session = {
    owner: person.oid,
    message,
    address,
    item: { ...item, size },
    until,
    bytes: new Uint8Array(),
  };
  await context.store.write(keyOf(id), session);
  const mark = sealed(context, { drive: person.oid, item: id, until });
  return answer(
    {
      '@odata.context': metadata(context, 'microsoft.graph.uploadSession'),
      uploadUrl: `${address}/AttachmentSessions('${id}')?authtoken=${mark}`,
      expirationDateTime: new Date(until).toISOString(),
      nextExpectedRanges: ['0-'],
    },
    {},
    201,
  );
}

const keyOf = (id: string) => `attachment upload ${id}`;

/** What comes to the address of a session, answered in the names of the older API that it belongs to. */
export async function attachmentPiece(context: TenantContext, request: Request): Promise<Response> {
  const ticket = unsealed(context, new URL(request.url).searchParams.get('authtoken') ?? '');
  const key = keyOf(ticket?.item ?? '');
  const session = ticket && (await context.store.read<Session>(key));
  if (!session || context.now() >= session.until)
    return refused(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  if (request.method === 'DELETE') {
    await context.store.update(key, () => undefined);
    return new Response(null, { status: 204 });
  }
  if (request.method !== 'PUT') return progress(session);
  const piece = new Uint8Array(await request.arrayBuffer());
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers.get('content-range') ?? '');
  const [from = -1, to = 0, total = 0] = range?.slice(1).map(Number) ?? [];
  const isNext = from === session.bytes.length && to - from + 1 === piece.length;
  if (!isNext || total !== session.item.size || to >= total)
    return refused(
      400,
      'ErrorInvalidRequest',
      'The Content-Range header does not fit what is there and what was announced.',
    );
  const bytes = new Uint8Array(from + piece.length);
  bytes.set(session.bytes);
  bytes.set(piece, from);
  if (bytes.length < total) {
    const now = { ...session, bytes };
    await context.store.write(key, now);
    return progress(now);
  }
  await context.store.update(key, () => undefined);
  return finished(context, session, bytes);
}

async function finished(
  context: TenantContext,
  { owner, message, address, item }: Session,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const person = context.people.find(({ oid }) => oid === owner);
  if (!person) return refused(404, 'ErrorItemNotFound', 'The mailbox is gone.');
  try {
    const { id } = await changeMailbox(context, person, (mailbox) =>
      attached(context, mailbox, message, (name) => keptFile(context, mailbox, item, bytes, name)),
    );
    const location = `${address}/Attachments('${id}')`;
    return new Response(null, { status: 201, headers: { location, 'content-length': '0' } });
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    return refused(error.status, error.code, error.message);
  }
}

function progress({ address, until, bytes }: Session): Response {
  const [origin = '', whose = ''] = address.split('/api/v2.0/');
  return Response.json({
    '@odata.context': `${origin}/api/v2.0/$metadata#${whose}/AttachmentSessions/$entity`,
    ExpirationDateTime: new Date(until).toISOString(),
    NextExpectedRanges: [String(bytes.length)],
  });
}

const refused = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });
