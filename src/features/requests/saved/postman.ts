/** Collections in Postman's format 2.1, written and read. */
import { isSecret } from '#http/redact.ts';
import {
  filled,
  headerPairs,
  isMethod,
  withVariables,
  withoutTokens,
  type Collection,
  type SavedRequest,
} from './saved-request.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

export function toPostman({ name, requests }: Collection): string {
  const item = requests.map(withVariables).map(({ name: title, method, url, headers, body }) => ({
    name: title,
    request: {
      method,
      header: headerPairs(headers).map(([key, value]) => ({ key, value })),
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

/** Postman sends the parts and shows the whole: each is written as it was typed, so that both say the same. */
function urlOf(raw: string) {
  const url = URL.parse(raw);
  if (!url) return { raw };
  const query = /\?([^#]*)/.exec(raw)?.[1] ?? '';
  return {
    raw,
    protocol: url.protocol.replace(':', ''),
    host: url.hostname.split('.'),
    ...(url.port ? { port: url.port } : {}),
    path: url.pathname.split('/').slice(1),
    ...(query ? { query: query.split('&').map(pairOf) } : {}),
  };
}

function pairOf(pair: string): { key: string; value: string | null } {
  const at = pair.indexOf('=');
  return at < 0
    ? { key: pair, value: null }
    : { key: pair.slice(0, at), value: pair.slice(at + 1) };
}

/** Parsed JSON of unknown origin. */
type Loose = { readonly [name: string]: unknown } | null | undefined;

/** @throws {Error} in words for a person */
export function fromPostman(text: string): Collection {
  const json = JSON.parse(text) as Loose;
  const items = json?.['item'];
  if (!Array.isArray(items)) throw new Error('The file is no Postman collection: item is missing.');
  const variables = new Map(
    listOf(json?.['variable'])
      .map((each) => [word(each?.['key']) || word(each?.['id']), word(each?.['value'])] as const)
      .filter(([name, value]) => name && value && !isSecret(name)),
  );
  const fill = (value: string) => filled(value, variables);
  const requests = items
    .flatMap((each) => requestsIn(each as Loose, ''))
    .map((each) => ({
      ...each,
      url: fill(each.url),
      headers: fill(each.headers),
      body: fill(each.body),
    }));
  return { name: word((json?.['info'] as Loose)?.['name']), requests };
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
  const url = addressOf(known?.['url']);
  if (!known || url === '' || !isMethod(method)) return [];
  const header = known['header'];
  const headers = Array.isArray(header)
    ? enabled(header)
        .map((each) => `${word(each?.['key'])}: ${word(each?.['value'])}`)
        .join('\n')
    : word(header);
  const { body, type } = bodyOf(known['body'] as Loose);
  const isTyped = type === '' || /^content-type\s*:/im.test(headers);
  const all = isTyped ? headers : [headers, `Content-Type: ${type}`].filter(Boolean).join('\n');
  return [{ name, method, url, headers: withoutTokens(all), body }];
}

/** The text of an address, or what its parts make. */
function addressOf(address: unknown): string {
  if (typeof address === 'string') return address;
  const parts = address as Loose;
  const raw = word(parts?.['raw']);
  if (raw !== '') return raw;
  const joined = (value: unknown, by: string) =>
    Array.isArray(value) ? value.map(word).join(by) : word(value);
  const host = joined(parts?.['host'], '.');
  if (host === '') return '';
  const port = word(parts?.['port']);
  const query = enabled(parts?.['query'])
    .map((each) => [word(each?.['key']), word(each?.['value'])].filter(Boolean).join('='))
    .join('&');
  const path = joined(parts?.['path'], '/').replace(/^\//, '');
  return `${word(parts?.['protocol']) || 'https'}://${host}${port && `:${port}`}/${path}${query && `?${query}`}`;
}

/** A file, and a form with files in it, cannot be in a collection. */
function bodyOf(body: Loose): { body: string; type: string } {
  switch (word(body?.['mode'])) {
    case 'urlencoded': {
      const form = enabled(body?.['urlencoded']).map(
        (each) => [word(each?.['key']), word(each?.['value'])] satisfies [string, string],
      );
      return {
        body: String(new URLSearchParams(form)),
        type: 'application/x-www-form-urlencoded',
      };
    }
    case 'graphql':
      return { body: JSON.stringify(body?.['graphql'] ?? {}), type: 'application/json' };
    default:
      return { body: word(body?.['raw']), type: '' };
  }
}

function enabled(list: unknown): Loose[] {
  return listOf(list).filter((each) => each?.['disabled'] !== true);
}

function listOf(list: unknown): Loose[] {
  return Array.isArray(list) ? (list as Loose[]) : [];
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
