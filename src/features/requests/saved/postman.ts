/** Collections in Postman's format 2.1, written and read. */
import { isMethod, withoutTokens, type SavedRequest } from './saved-request.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

export function toPostman(name: string, requests: readonly SavedRequest[]): string {
  const item = requests.map(({ name: title, method, url, headers, body }) => ({
    name: title,
    request: {
      method,
      header: linesOf(headers),
      url: urlOf(url),
      auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
      ...(body === ''
        ? {}
        : { body: { mode: 'raw', raw: body, options: { raw: { language: 'json' } } } }),
    },
    response: [],
  }));
  return `${JSON.stringify({ info: { name, schema }, item }, null, 2)}\n`;
}

function urlOf(raw: string) {
  const url = URL.parse(raw);
  if (!url) return { raw };
  const query = [...url.searchParams].map(([key, value]) => ({ key, value }));
  return {
    raw,
    protocol: url.protocol.replace(':', ''),
    host: url.hostname.split('.'),
    path: url.pathname.split('/').slice(1),
    ...(query.length > 0 ? { query } : {}),
  };
}

function linesOf(headers: string): { key: string; value: string }[] {
  return withoutTokens(headers)
    .split('\n')
    .flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [{ key: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }] : [];
    });
}

/** Parsed JSON of unknown origin. */
type Loose = { readonly [name: string]: unknown } | null | undefined;

/** @throws {Error} in words for a person */
export function fromPostman(text: string): SavedRequest[] {
  const json = JSON.parse(text) as Loose;
  const items = json?.['item'];
  if (!Array.isArray(items)) throw new Error('The file is no Postman collection: item is missing.');
  return items.flatMap((each) => requestsIn(each as Loose, ''));
}

function requestsIn(item: Loose, folder: string): SavedRequest[] {
  const name = [folder, word(item?.['name'])].filter(Boolean).join(' / ');
  const inner = item?.['item'];
  if (Array.isArray(inner)) return inner.flatMap((each) => requestsIn(each as Loose, name));
  const request = item?.['request'];
  if (typeof request === 'string')
    return [{ name, method: 'GET', url: request, headers: '', body: '' }];
  const known = request as Loose;
  const method = word(known?.['method']).toUpperCase() || 'GET';
  const address = known?.['url'];
  const url = typeof address === 'string' ? address : word((address as Loose)?.['raw']);
  if (!known || url === '' || !isMethod(method)) return [];
  const header = known['header'];
  const headers = Array.isArray(header)
    ? (header as Loose[])
        .filter((each) => each?.['disabled'] !== true)
        .map((each) => `${word(each?.['key'])}: ${word(each?.['value'])}`)
        .join('\n')
    : word(header);
  const body = known['body'] as Loose;
  return [{ name, method, url, headers: withoutTokens(headers), body: word(body?.['raw']) }];
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
