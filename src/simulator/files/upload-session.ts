/**
 * Uploads in pieces: an address that takes the next bytes until all are there, of which `nextExpectedRanges` are missing
 * (Graph uploadSession resource). The address is its own proof and wants no token.
 */
import { answer, GraphRefusal, metadata } from '#simulator/graph/graph-answer.ts';
import { guid } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { opened, type FileTimes } from './drive-edits.ts';
import { sealed, unsealed } from './download.ts';
import { anyDrive, type DriveStore, type SimulatedDrive } from './drives.ts';
import { saved, type Target } from './file-saving.ts';

const lifetime = 24 * 60 * 60_000;

interface Session {
  readonly drive: string;
  readonly folder: string;
  readonly name: string;
  readonly behavior: string;
  readonly times: FileTimes;
  readonly until: number;
  /** The file is there only when it is asked for once more, without bytes. */
  readonly isDeferred: boolean;
  /** Known since the first piece. */
  readonly total?: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function openSession(
  context: TenantContext,
  { drive, folder, name, node, times = {} }: Target,
  behavior: string,
  isDeferred: boolean,
): Promise<Response> {
  if (node && behavior === 'fail')
    throw new GraphRefusal(409, 'nameAlreadyExists', 'Name already exists');
  // Counted where other documents count, too, so that no two are the same.
  const nth = await context.store.update<number>('uploads', (before = 0) => before + 1);
  const id = guid(context.seed, nth ?? 0, 63);
  const until = context.now() + lifetime;
  const bytes = new Uint8Array();
  const session: Session = {
    drive: drive.id,
    folder: folder.id,
    name,
    behavior,
    times,
    until,
    isDeferred,
    bytes,
  };
  await context.store.write(`upload ${id}`, session);
  const { origin, pathname } = new URL(drive.webUrl);
  const mark = sealed(context, { drive: drive.id, item: id, until });
  return answer({
    '@odata.context': metadata(context, 'microsoft.graph.uploadSession'),
    uploadUrl: `${origin}${pathname.split('/').slice(0, 3).join('/')}/_api/v2.0/uploadSession?guid=${id}&tempauth=${mark}`,
    ...progress(session),
  });
}

function progress({ until, bytes, total }: Session) {
  return {
    expirationDateTime: new Date(until).toISOString(),
    nextExpectedRanges: bytes.length === total ? [] : [`${bytes.length}-`],
  };
}

const refused = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });

/** What comes to the address of a session. */
export async function uploadPiece(
  context: TenantContext,
  drives: DriveStore,
  request: Request,
): Promise<Response> {
  const ticket = unsealed(context, new URL(request.url).searchParams.get('tempauth') ?? '');
  const key = `upload ${ticket?.item ?? ''}`;
  const session = await context.store.read<Session>(key);
  const born = session && anyDrive(context, drives, session.drive);
  if (!ticket || !session || !born || context.now() >= ticket.until)
    return refused(404, 'itemNotFound', 'The upload session was not found.');
  if (request.method === 'DELETE') {
    await context.store.update(key, () => undefined);
    return new Response(null, { status: 204 });
  }
  if (request.method === 'GET') return Response.json(progress(session));
  if (request.method === 'POST') {
    if (session.total !== session.bytes.length)
      return refused(400, 'invalidRequest', 'The upload is not complete.');
    return finished(context, key, session, born, session.bytes);
  }
  const piece = new Uint8Array(await request.arrayBuffer());
  // A file of nothing ends before it begins: `bytes 0--1/0`.
  const range = /^bytes (\d+)-(-?\d+)\/(\d+)$/.exec(request.headers.get('content-range') ?? '');
  if (!range)
    return refused(400, 'invalidRequest', 'The Content-Range header is missing or malformed.');
  const [from = 0, to = 0, total = 0] = range.slice(1).map(Number);
  if (from !== session.bytes.length)
    return refused(
      416,
      'invalidRange',
      'The fragment overlaps with what is there, or leaves a gap.',
    );
  if (to - from + 1 !== piece.length || to >= total)
    return refused(400, 'invalidRequest', 'The Content-Range header does not match the length.');
  const bytes = new Uint8Array(from + piece.length);
  bytes.set(session.bytes);
  bytes.set(piece, from);
  if (bytes.length < total || session.isDeferred) {
    const now = { ...session, total, bytes };
    await context.store.write(key, now);
    return Response.json(progress(now), { status: 202 });
  }
  return finished(context, key, session, born, bytes);
}

async function finished(
  context: TenantContext,
  key: string,
  session: Session,
  born: SimulatedDrive,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  await context.store.update(key, () => undefined);
  const drive = await opened(context, born);
  const folder = drive.tree.find(session.folder) ?? drive.tree.root;
  const node = drive.tree.at([session.name], folder);
  try {
    return await saved(
      context,
      { drive, folder, name: session.name, node, times: session.times },
      bytes,
      session.behavior,
    );
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    return refused(error.status, error.code, error.message);
  }
}
