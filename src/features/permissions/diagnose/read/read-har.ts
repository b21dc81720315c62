/** A HAR 1.2 file, one of its entries, or one entry's request, as browsers copy them; the answer inside is read, too. */
import { answersIn } from './find-answers.ts';
import type { RawMessage } from './pasted-message.ts';

interface HarRequest {
  readonly method?: unknown;
  readonly url?: unknown;
  readonly headers?: unknown;
  readonly postData?: { readonly text?: unknown; readonly params?: unknown };
}

interface HarEntry {
  readonly request: HarRequest;
  readonly response?: unknown;
}

/** @returns the sign-in's own requests of a file, or any request of an entry, each before its answer; `undefined` when the text is no HAR */
export function messagesOfHar(text: string): RawMessage[] | undefined {
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const entries = entriesOf(json);
  if (!entries) return undefined;
  return entries.flatMap(({ request, response }) => {
    const message = rawOf(request);
    const said = `${message.address ?? ''} ${message.body ?? ''}`;
    const isUnread = isRecord(response) && isEncoded(response['content']);
    const isOurs = /\/oauth2\/|\/adminconsent|[?#&](code|error)=/.test(said);
    return isOurs || entries.length === 1 ? [{ ...message, isUnread }, ...answerOf(response)] : [];
  });
}

/** What the token endpoint answered, or where the sign-in page sent the browser; a file of the page is neither. */
function answerOf(response: unknown): RawMessage[] {
  if (!isRecord(response)) return [];
  const { content, redirectURL } = response;
  const text = isRecord(content) ? content['text'] : undefined;
  const [answer] = typeof text === 'string' ? answersIn(text.trim()) : [];
  if (answer) return [{ body: answer.text, isAnswer: true }];
  const isCallback = typeof redirectURL === 'string' && /[?#&](code|error)=/.test(redirectURL);
  return isCallback ? [{ address: redirectURL }] : [];
}

/** What is still so here is no text: that was written out as it was pasted. */
const isEncoded = (content: unknown) => isRecord(content) && content['encoding'] === 'base64';

function entriesOf(json: unknown): HarEntry[] | undefined {
  if (!isRecord(json)) return undefined;
  const { log, request, response, url } = json;
  if (isRecord(log) && Array.isArray(log['entries'])) {
    return log['entries'].flatMap((entry: unknown) =>
      isRecord(entry) && isRecord(entry['request'])
        ? [{ request: entry['request'], response: entry['response'] }]
        : [],
    );
  }
  // Postman has a `request` as well, whose address is in parts.
  if (isRecord(request) && !isRecord(request['url'])) return [{ request, response }];
  return typeof url === 'string' ? [{ request: json }] : undefined;
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
