/** A HAR 1.2 file, one of its entries, or one entry's request, as browsers copy them. */
import type { RawMessage } from './pasted-message.ts';

interface HarRequest {
  readonly method?: unknown;
  readonly url?: unknown;
  readonly headers?: unknown;
  readonly postData?: { readonly text?: unknown; readonly params?: unknown };
}

/** @returns the sign-in's own requests of a file, or any request of an entry; `undefined` when the text is no HAR */
export function requestsOfHar(text: string): RawMessage[] | undefined {
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const requests = requestsOf(json);
  if (!requests) return undefined;
  const messages = requests.map(rawOf);
  const ours = messages.filter(({ address, body }) =>
    /\/oauth2\/|\/adminconsent|[?#&](code|error)=/.test(`${address ?? ''} ${body ?? ''}`),
  );
  return requests.length === 1 ? messages : ours;
}

function requestsOf(json: unknown): HarRequest[] | undefined {
  if (!isRecord(json)) return undefined;
  const { log, request, url } = json;
  if (isRecord(log) && Array.isArray(log['entries'])) {
    return log['entries'].flatMap((entry: unknown) =>
      isRecord(entry) && isRecord(entry['request']) ? [entry['request']] : [],
    );
  }
  // Postman has a `request` as well, whose address is in parts.
  if (isRecord(request) && !isRecord(request['url'])) return [request];
  return typeof url === 'string' ? [json] : undefined;
}

function rawOf({ method, url, headers, postData }: HarRequest): RawMessage {
  return {
    method: typeof method === 'string' ? method : undefined,
    address: typeof url === 'string' ? url : undefined,
    body: bodyOf(postData),
    headers: namedValues(headers).filter(([name]) => /^(authorization|cookie)$/i.test(name)),
  };
}

function bodyOf(postData: HarRequest['postData']): string | undefined {
  if (!isRecord(postData)) return undefined;
  if (typeof postData.text === 'string' && postData.text !== '') return postData.text;
  const params = namedValues(postData.params).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return params.length > 0 ? params.join('&') : undefined;
}

function namedValues(list: unknown): (readonly [name: string, value: string])[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) =>
    isRecord(each) ? [[String(each['name']), String(each['value'])] as const] : [],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
