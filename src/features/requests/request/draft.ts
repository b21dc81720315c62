/** A request as it is typed: text until it is sent, so that nothing odd is lost or changed. */
import { cloud } from '#config/settings.ts';
import type { Resource } from '#config/clouds.ts';
import { placeOfProblem } from './json-place.ts';
import { isPlain, ownApisOf, resourcesOf } from './resources.ts';

export const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;
export type Method = (typeof methods)[number];

export interface Draft {
  readonly method: Method;
  /** Absolute, as typed. */
  readonly url: string;
  /** One `Name: value` a line, as typed. */
  readonly headers: string;
  readonly body: string;
}

export const emptyDraft = (): Draft => ({
  method: 'GET',
  url: `${cloud().graph.origin}/v1.0/me`,
  headers: '',
  body: '',
});

/** What is wrong before anything is sent; each beside the field that it is about. */
export interface DraftProblems {
  readonly url?: string;
  readonly headers?: string;
  readonly body?: string;
}

export interface ReadyRequest {
  readonly method: Method;
  readonly url: string;
  readonly resource: Resource;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export function readDraft(draft: Draft): { ready: ReadyRequest } | { problems: DraftProblems } {
  const url = readUrl(draft.url);
  const headers = readHeaders(draft.headers);
  const hasBody = draft.method !== 'GET' && draft.body.trim() !== '';
  const type = bodyType(headers);
  const body = hasBody ? bodyProblem(draft.body, type) : undefined;
  if (typeof url === 'string' || typeof headers === 'string' || body !== undefined) {
    return {
      problems: {
        ...(typeof url === 'string' ? { url } : {}),
        ...(typeof headers === 'string' ? { headers } : {}),
        ...(body === undefined ? {} : { body }),
      },
    };
  }
  return {
    ready: {
      method: draft.method,
      url: url.address,
      resource: url.resource,
      headers: hasBody ? { 'content-type': type, ...headers } : headers,
      body: hasBody ? draft.body : undefined,
    },
  };
}

function bodyProblem(body: string, type: string): string | undefined {
  // Only our own: two braces mean something in many a text.
  const unfilled = /\{\{secret\d+\}\}/.exec(body)?.[0];
  if (unfilled) return `Put something in the place of ${unfilled}.`;
  return /json/i.test(type) ? jsonProblem(body) : undefined;
}

/** JSON unless a header says something else. */
export function bodyType(headers: Record<string, string> | string): string {
  return typeof headers === 'string' ? '' : (headers['content-type'] ?? 'application/json');
}

/** As files of requests write what is to be filled in. */
const variable = /\{\{[\w.$-]+\}\}/;

function readUrl(typed: string): { address: string; resource: Resource } | string {
  const text = typed.trim();
  if (text === '') return 'Write an address.';
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\u0000-\u0020\u007f]/.test(text.replaceAll(' ', ''))) {
    return 'The address holds a line end or another control character.';
  }
  const unfilled = variable.exec(text)?.[0];
  if (unfilled) return `Put something in the place of ${unfilled}.`;
  const parsed = URL.parse(text);
  if (!parsed) return 'This is no address. It begins with https:// and a host.';
  if (parsed.username || parsed.password) return 'Leave names and passwords out of the address.';
  if (parsed.hash) return 'The part behind # is never sent; leave it out.';
  const placeholder = /[{<][\w-]+[}>]/.exec(decodeSafely(parsed.pathname));
  if (placeholder) return `Put something in the place of ${placeholder[0]}.`;
  const resource = resourcesOf(cloud(), ownApisOf(), text).find(
    ({ origin }) => origin === parsed.origin,
  );
  if (!resource || !/^https?:$/.test(parsed.protocol)) return strangerProblem(parsed);
  const path = /^\w+:\/\/[^/?#\\]+([^?#]*)/.exec(text)?.[1];
  if (path === undefined) return 'This is no address. It begins with https:// and a host.';
  if (!isPlain(path)) {
    return `A browser would send another path than this, ${parsed.pathname}: it takes . and .. away and makes \\ a /.`;
  }
  return { address: parsed.href, resource };
}

function strangerProblem({ protocol, host }: URL): string {
  switch (protocol) {
    case 'https:':
      return `${host} is none of the services of ${cloud().title}; a token may not go there.`;
    case 'http:':
      return 'Over http:// a token would travel in the open. Write https://.';
    default:
      return `Nothing is sent to a ${protocol} address. It begins with https:// and a host.`;
  }
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const forbidden =
  /^(?:authorization|cookie|host|origin|referer|content-length|connection|date|dnt|expect|accept-charset|access-control-request-.*|set-cookie|cookie2|keep-alive|te|trailer|transfer-encoding|upgrade|via|user-agent|client-request-id|accept-encoding|proxy-.*|sec-.*)$/i;

export function readHeaders(typed: string): Record<string, string> | string {
  const headers: Record<string, string> = {};
  for (const [at, line] of typed.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, name = '', value = ''] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/s.exec(line) ?? [];
    const place = `Line ${at + 1}`;
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return `${place}: a header is “Name: value”.`;
    if (forbidden.test(name)) {
      return /authorization/i.test(name)
        ? `${place}: the token is put in by itself, and only by itself.`
        : `${place}: ${name} is set by the browser or by this app.`;
    }
    // A header travels as bytes: what is beyond Latin-1 cannot.
    if ([...value].some((char) => (char.codePointAt(0) ?? 0) > 255)) {
      return `${place}: the value holds a letter that no header can carry.`;
    }
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) {
      return `${place}: the value holds a control character.`;
    }
    const unfilled = variable.exec(value)?.[0];
    if (unfilled) return `${place}: put something in the place of ${unfilled}.`;
    if (Object.hasOwn(headers, name.toLowerCase())) return `${place}: ${name} is there twice.`;
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** Where a JSON text is wrong, as a line and a column, and what is wrong there. */
export function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const at = placeOfProblem(text) ?? text.length;
    const before = text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    return `No JSON: line ${line}, column ${column}: ${wrongAt(before, text.slice(at))}.`;
  }
}

function wrongAt(before: string, after: string): string {
  const sign = [...after.slice(0, 2)][0];
  if (sign === undefined) return 'it ends too early';
  if (/[\u2018-\u201f']/.test(sign)) return 'names and texts stand in straight double quotes';
  if (/[}\]]/.test(sign) && /,\s*$/.test(before)) return `the comma before ${sign} is one too many`;
  if (sign === '/' || sign === '#') return 'JSON knows no comments';
  if (sign < ' ') return 'a line end or control character inside of a text is written \\n';
  return sign.trim() === '' || sign === '\ufeff'
    ? 'an invisible letter stands here'
    : `${sign} cannot stand here`;
}
