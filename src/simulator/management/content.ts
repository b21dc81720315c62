/** The blobs that content comes in: several an hour and kind, made from the hour they belong to, kept for seven days. */
import { hash, hashText } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { ActivityRefusal, contentTypes, type ContentType } from './refusal.ts';

const hour = 3_600_000;
export const day = 24 * hour;
const keptFor = 7 * day;
const pageSize = 50;

export interface Blob {
  readonly type: ContentType;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly key: number;
}

/** Blobs of one hour; at night there are fewer. */
function blobsIn(context: TenantContext, tenantId: string, type: ContentType, at: number): Blob[] {
  const seed = hash(context.seed, hashText(tenantId), hashText(type), at);
  const isNight = new Date(at * hour).getUTCHours() < 6;
  const count = type === 'DLP.All' ? Number(seed % 6 === 0) : isNight ? seed % 2 : 1 + (seed % 5);
  return Array.from({ length: count }, (_, each) => {
    const key = hash(seed, each);
    return { type, created: at * hour + (key % hour), key };
  }).sort((one, other) => one.created - other.created);
}

/** @param window start inclusive, end exclusive */
export function blobsBetween(
  context: TenantContext,
  tenantId: string,
  type: ContentType,
  window: { readonly start: number; readonly end: number },
): Blob[] {
  const end = Math.min(window.end, context.now());
  const blobs: Blob[] = [];
  for (let at = Math.floor(window.start / hour); at * hour < end; at++)
    blobs.push(...blobsIn(context, tenantId, type, at));
  return blobs.filter(({ created }) => created >= window.start && created < end);
}

/** `2026-11-26`, with a time to the minute or the second; a Z and a fraction are put up with. */
const form = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$/;

/** @throws {ActivityRefusal} AF20002, AF20030, AF20055 */
export function windowOf(parameters: URLSearchParams, now: number) {
  const [startText, endText] = [parameters.get('startTime'), parameters.get('endTime')];
  if (startText === null && endText === null) return { start: now - day, end: now };
  const words =
    'Start time and end time must both be specified (or both omitted) and must be less than or equal to 24 hours apart, with the start time no more than 7 days in the past.';
  if (startText === null || endText === null) throw new ActivityRefusal('AF20030', words);
  const [start, end] = [readTime(startText, 'startTime'), readTime(endText, 'endTime')];
  if (end <= start || end - start > day) throw new ActivityRefusal('AF20030', words);
  // A minute of grace: the clock of who asks is not this one.
  if (start < now - keptFor - 60_000) throw new ActivityRefusal('AF20055', words);
  return { start, end };
}

function readTime(text: string, name: string): number {
  const zoned = text.length > 10 && !text.endsWith('Z') ? `${text}Z` : text;
  const time = form.test(text) ? Date.parse(zoned) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new ActivityRefusal('AF20002', `Invalid parameter type: ${name}. Expected type: DateTime.`);
}

export interface Page {
  readonly blobs: readonly Blob[];
  readonly nextPage: string | undefined;
}

/** @throws {ActivityRefusal} AF20031 */
export function pageOf(blobs: readonly Blob[], token: string | null): Page {
  const [, from] = /^\d{10}R(\d{12})$/.exec(token ?? '') ?? [];
  if (token !== null && (from === undefined || Number(from) >= blobs.length))
    throw new ActivityRefusal('AF20031', `Invalid nextPage Input: ${token}.`);
  const start = Number(from ?? 0);
  const end = start + pageSize;
  const next = blobs[end];
  return {
    blobs: blobs.slice(start, end),
    nextPage: next && `${digits(next.created).slice(0, 10)}R${String(end).padStart(12, '0')}`,
  };
}

const digits = (time: number) => new Date(time).toISOString().replaceAll(/\D/g, '');

const stamp = (time: number) => new Date(time).toISOString();

export function contentId({ type, created, key }: Blob): string {
  const number = `${digits(created)}${String(key % 1_000_000).padStart(6, '0')}`;
  const name = type.replace('.', '_');
  return `${number}$${number}$${name.toLowerCase()}$${name}$emea0031`;
}

export function contentRow(context: TenantContext, tenantId: string, blob: Blob) {
  const id = contentId(blob);
  return {
    contentType: blob.type,
    contentId: id,
    contentUri: `${context.hosts.management}/api/v1.0/${tenantId}/activity/feed/audit/${id}`,
    contentCreated: stamp(blob.created),
    contentExpiration: stamp(blob.created + keptFor),
  };
}

/** @throws {ActivityRefusal} AF20050, AF20051, AF20052 */
export function findBlob(context: TenantContext, tenantId: string, id: string): Blob {
  const parts = id.split('$');
  const type = contentTypes.find((each) => each.replace('.', '_') === parts[3]);
  const [, date, clock] = /^(\d{8})(\d{9})\d{6}$/.exec(parts[0] ?? '') ?? [];
  const text = `${date?.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3')}T${clock?.replace(/(\d{2})(\d{2})(\d{2})(\d{3})/, '$1:$2:$3.$4')}Z`;
  const created = Date.parse(text);
  if (!type || parts.length !== 5 || Number.isNaN(created))
    throw new ActivityRefusal('AF20052', `Content ID ${id} in the URL is invalid.`);
  if (created < context.now() - keptFor)
    throw new ActivityRefusal(
      'AF20051',
      `Content requested with the key ${id} has already expired. Content older than 7 days cannot be retrieved.`,
    );
  const found = blobsBetween(context, tenantId, type, { start: created, end: created + 1 });
  const blob = found.find((each) => contentId(each) === id);
  if (!blob)
    throw new ActivityRefusal('AF20050', `The specified content (${id}) does not exist.`, 404);
  return blob;
}
