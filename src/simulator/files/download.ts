/**
 * Addresses that let anybody fetch one file for an hour, as `@microsoft.graph.downloadUrl` does: they are their own proof,
 * so they want no token, and they answer no preflight, so a page may add no header of its own.
 */
import { guid, hash, hashText, hex } from '#simulator/seed/random.ts';
import { fringes } from '#simulator/seed/picture.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { mimeTypeOf } from './content.ts';
import { bytesOf, opened, tagOf } from './drive-edits.ts';
import { anyDrive, type DriveStore, type SimulatedDrive } from './drives.ts';
import type { Node } from './tree.ts';

const lifetime = 60 * 60_000;

export interface Ticket {
  readonly drive: string;
  readonly item: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Only a smaller picture of it. */
  readonly size?: readonly [width: number, height: number];
}

export function downloadUrl(
  context: TenantContext,
  drive: SimulatedDrive,
  node: Node,
  size?: readonly [number, number],
): string {
  const { origin, pathname } = new URL(drive.webUrl);
  const ticket: Ticket = {
    drive: drive.id,
    item: node.id,
    until: context.now() + lifetime,
    ...(size ? { size } : {}),
  };
  const place = pathname.split('/').slice(1, 3).join('/');
  const query = new URLSearchParams({
    UniqueId: guid(node.key, 40),
    Translate: 'false',
    tempauth: sealed(context, ticket),
    ApiVersion: '2.0',
  });
  return `${origin}/${place}/_layouts/15/download.aspx?${query}`;
}

export function sealed(context: TenantContext, ticket: Ticket): string {
  const text = btoa(JSON.stringify(ticket)).replaceAll('+', '-').replaceAll('/', '_');
  return `v1.${text}.${seal(context, text)}`;
}

/** Enough to notice a changed address; nothing here is worth more. */
function seal({ seed }: TenantContext, text: string): string {
  return hex(32, seed, hashText(text), hash(text.length, 41));
}

export function unsealed(context: TenantContext, text: string): Ticket | undefined {
  const [, body = '', mark] = text.split('.');
  if (mark !== seal(context, body)) return undefined;
  return JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/'))) as Ticket;
}

export async function download(
  context: TenantContext,
  drives: DriveStore,
  request: Request,
): Promise<Response> {
  // A preflight gets an answer without a word about other origins, which is a no.
  if (request.method === 'OPTIONS') return new Response(null, { status: 200 });
  const ticket = unsealed(context, new URL(request.url).searchParams.get('tempauth') ?? '');
  const born = ticket && anyDrive(context, drives, ticket.drive);
  const drive = born && (await opened(context, born));
  const node = ticket && drive?.tree.find(ticket.item);
  if (!ticket || !node || request.headers.has('authorization') || context.now() >= ticket.until)
    return refused();
  const bytes = ticket.size
    ? await fringes(node.key, ...ticket.size)
    : await bytesOf(context, node);
  const type = ticket.size ? 'image/png' : mimeTypeOf(node.name);
  return partly(request, bytes, {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Content-Range, Content-Disposition, ETag',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=0',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(node.name)}`,
    'content-type': type,
    etag: tagOf(node),
  });
}

/** An expired address and one with a token too are refused alike, and no page may read why. */
function refused(): Response {
  return new Response(null, {
    status: 401,
    headers: {
      'x-ms-diagnostics':
        '3001000;reason="There has been an error authenticating the request.";category="invalid_client"',
    },
  });
}

function partly(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  const body = request.method === 'HEAD' ? null : bytes;
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  if (!range)
    return new Response(body, { headers: { ...headers, 'content-length': String(bytes.length) } });
  const from = Number(range[1]);
  const to = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
  if (from > to)
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${bytes.length}` },
    });
  return new Response(body && bytes.slice(from, to + 1), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(to + 1 - from),
      'content-range': `bytes ${from}-${to}/${bytes.length}`,
    },
  });
}
