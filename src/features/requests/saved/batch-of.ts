/**
 * Several requests as one of Graph's batches. None waits for another: Graph takes no mixture of those that do and those
 * that do not, and asks a mailbox four at a time by itself (JSON batching, throttling limits).
 */
import { readHeaders, type Draft } from '#features/requests/request/draft.ts';

export const mostInBatch = 20;
const reads: readonly string[] = ['GET', 'DELETE'];

export function batchOf(drafts: readonly Draft[], origin: string): Draft {
  const requests = drafts.map((draft, at) => {
    const id = String(at + 1);
    const url = draft.url.replace(/^https:\/\/[^/]+\/(?:v1\.0|beta)(?=\/)/, '');
    const headers = readHeaders(draft.headers);
    const body = reads.includes(draft.method) ? undefined : bodyOf(draft.body);
    const known = typeof headers === 'string' ? {} : headers;
    const all = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...known };
    return {
      ...{ id, method: draft.method, url },
      ...(Object.keys(all).length > 0 ? { headers: all } : {}),
      ...(body === undefined ? {} : { body }),
    };
  });
  return {
    method: 'POST',
    url: `${origin}/v1.0/$batch`,
    headers: '',
    body: JSON.stringify({ requests }, null, 2),
  };
}

/** Of a step that writes nothing an empty one, without which Graph refuses the whole batch. */
function bodyOf(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
