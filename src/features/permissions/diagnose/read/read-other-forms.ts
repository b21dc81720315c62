/** What other tools have a request in: PowerShell's hash table, Postman's collection, a page that posts itself, JSON alone. */
import type { RawMessage } from './pasted-message.ts';

/** @returns `undefined` when the text is none of these */
export function readOtherForms(text: string): RawMessage[] | undefined {
  const found = [fromPage(text), fromHashTable(text)].filter((each) => each !== undefined);
  return found.length > 0 ? found : fromJson(text);
}

/** `@{ grant_type = "…" }`, and the address beside it. */
function fromHashTable(text: string): RawMessage | undefined {
  const inside = /@\{([^}]*)\}/.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const named = [...inside.matchAll(/["']?([\w-]+)["']?\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;]+))/g)];
  const pairs = named.map(
    ([, name = '', double, single, bare]) =>
      // Entra takes `Grant_Type` as well, and scripts are fond of it.
      [name.toLowerCase(), double ?? single ?? bare ?? ''] as const,
  );
  if (!pairs.some(([name]) => /^(?:grant_type|client_id)$/i.test(name))) return undefined;
  const address = /https?:\/\/[^\s"']+/.exec(text.replace(inside, ''))?.[0];
  return { method: 'POST', address, body: formOf(pairs) };
}

/** response_mode=form_post: a page whose form holds the answer and posts itself. */
function fromPage(text: string): RawMessage | undefined {
  const inputs = [...text.matchAll(/<input\b[^>]*>/gi)].map(([input]) => [
    attribute(input, 'name'),
    attribute(input, 'value'),
  ]);
  const pairs = inputs.flatMap(([name, value]) => (name ? [[name, value ?? ''] as const] : []));
  const answers = /^(?:code|error|id_token|access_token|SAMLResponse)$/i;
  if (!pairs.some(([name]) => answers.test(name))) return undefined;
  return {
    method: 'POST',
    address: attribute(/<form\b[^>]*>/i.exec(text)?.[0] ?? '', 'action'),
    body: formOf(pairs),
  };
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return (found?.[1] ?? found?.[2])?.replaceAll('&amp;', '&');
}

function fromJson(text: string): RawMessage[] | undefined {
  if (!text.startsWith('{')) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(json)) return undefined;
  // A form that somebody wrote as JSON; the checks say what is wrong with that.
  if (typeof json['grant_type'] === 'string') return [{ method: 'POST', body: text }];
  const requests = postmanRequests(json);
  return requests.length > 0 ? requests : undefined;
}

function postmanRequests(item: Record<string, unknown>): RawMessage[] {
  const { item: items, request } = item;
  if (Array.isArray(items)) return items.filter(isRecord).flatMap(postmanRequests);
  if (!isRecord(request)) return [];
  const { url, method, body } = request;
  const address = isRecord(url) ? url['raw'] : url;
  if (typeof address !== 'string') return [];
  return [
    { method: typeof method === 'string' ? method : undefined, address, body: postmanBody(body) },
  ];
}

function postmanBody(body: unknown): string | undefined {
  if (!isRecord(body)) return undefined;
  if (typeof body['raw'] === 'string') return body['raw'];
  const fields = body['urlencoded'] ?? body['formdata'];
  if (!Array.isArray(fields)) return undefined;
  const form = formOf(fields.filter(isRecord).map(({ key, value }) => [text(key), text(value)]));
  return Array.isArray(body['formdata']) ? `multipart:${form}` : form;
}

function formOf(pairs: readonly (readonly [name: string, value: string])[]): string {
  return pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
