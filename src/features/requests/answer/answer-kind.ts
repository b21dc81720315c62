import type { Answer } from './send-request.ts';

/** How an answer is shown. Services say `application/octet-stream` of many a thing, and nothing of an empty one. */
export function kindOf({ headers, body }: Answer): 'json' | 'text' | 'file' {
  const type = headers['content-type'] ?? '';
  if (/[/+]json/i.test(type)) return 'json';
  if (/^text\/|xml|javascript|urlencoded/i.test(type) || body.byteLength === 0) return 'text';
  return 'file';
}

/** Longer bodies are not laid out: nobody reads them, and a browser would take its time. */
const tidyUpTo = 2_000_000;

export function textOfAnswer({ body, headers }: Answer): string {
  const text = new TextDecoder().decode(body);
  if (body.byteLength > tidyUpTo || !/json/i.test(headers['content-type'] ?? '')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
