/** Several requests as one of Graph's batches; those to a mailbox wait for each other, four at a time. */
import { isOutlook } from '#api/four-at-a-time.ts';
import { readHeaders, type Draft } from '#features/requests/request/draft.ts';

export const mostInBatch = 20;
const mailboxWidth = 4;

export function batchOf(drafts: readonly Draft[], origin: string): Draft {
  const outlook: string[] = [];
  const requests = drafts.map((draft, at) => {
    const id = String(at + 1);
    const url = draft.url.replace(/^https:\/\/[^/]+\/(?:v1\.0|beta)(?=\/)/, '');
    const headers = readHeaders(draft.headers);
    const body =
      draft.method === 'GET' || draft.body.trim() === '' ? undefined : bodyOf(draft.body);
    const known = typeof headers === 'string' ? {} : headers;
    const all = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...known };
    const before = isOutlook(draft.url) ? outlook[outlook.length - mailboxWidth] : undefined;
    if (isOutlook(draft.url)) outlook.push(id);
    return {
      ...{ id, method: draft.method, url },
      ...(Object.keys(all).length > 0 ? { headers: all } : {}),
      ...(body === undefined ? {} : { body }),
      ...(before === undefined ? {} : { dependsOn: [before] }),
    };
  });
  return {
    method: 'POST',
    url: `${origin}/v1.0/$batch`,
    headers: '',
    body: JSON.stringify({ requests }, null, 2),
  };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
