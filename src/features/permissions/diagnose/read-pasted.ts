/**
 * Reads a protocol message in the forms people have it in: an address, a raw HTTP request (also in one line), curl, an
 * entry of a HAR file or the whole file, a form alone, a script that posts one. Secrets are masked as they are read.
 */
import {
  parameter,
  type Parameter,
  type PastedMessage,
  type RawMessage,
} from './pasted-message.ts';
import { isTokenAnswer } from './check-answer.ts';
import { requestsOfHar } from './read-har.ts';
import { readMultipart } from './read-multipart.ts';

/** Longer texts are cut: a whole HAR file may be pasted, a video may not. */
const longest = 2_000_000;

/** @returns the messages in their order; empty when nothing of the protocol was found */
export function readPasted(pasted: string): PastedMessage[] {
  // Half a character could not be encoded again.
  const text = pasted.slice(0, longest).toWellFormed().trim();
  const fromHar = requestsOfHar(text);
  if (fromHar) return fromHar.map(messageOf).filter(saysSomething);
  const answer = answerIn(text);
  if (answer !== undefined) return [{ ...messageOf({ body: answer }), bodyType: 'answer' }];
  if (/^\s*curl\b/i.test(text)) return [messageOf(readCurl(text))].filter(saysSomething);
  return requestsIn(text).map(messageOf).filter(saysSomething);
}

/** What the token endpoint answered, alone or behind its status line. */
function answerIn(text: string): string | undefined {
  const body = /^(?:HTTP\/[\d.]+ \d{3}[^]*?\n\s*\n)?\s*(\{[^]*\})\s*$/.exec(text)?.[1];
  if (body === undefined) return undefined;
  try {
    return isTokenAnswer(JSON.parse(body) as object) ? body : undefined;
  } catch {
    return undefined;
  }
}

function saysSomething({ parameters, address }: PastedMessage): boolean {
  return (
    parameters.some(({ place }) => place !== 'header') || /oauth2|adminconsent/.test(address ?? '')
  );
}

/** `GET /path HTTP/1.1 Host: x` with whatever follows, or a plain address, or `post 'address', form`. */
function requestsIn(text: string): RawMessage[] {
  const request = /^\s*(GET|POST|HEAD|PUT)\s+(\S+?(?:\s+&\S+?)*)(?:\s+HTTP\/[\d.]+)?(?=\s|$)/gim;
  const starts = [...text.matchAll(request)].filter(([, , target]) =>
    /^(https?:)?\/|^\{/.test(target ?? ''),
  );
  if (starts.length === 0) return [readLoose(text)];
  return starts.map((start, at) => {
    const [whole, method, spaced = ''] = start;
    const target = joined(spaced);
    const rest = text.slice(start.index + whole.length, starts[at + 1]?.index);
    const host = /\bHost:\s*(?:https?:\/\/)?([\w.-]+)/i.exec(rest)?.[1];
    const address = target.startsWith('http')
      ? target
      : `https://${host ?? 'host.invalid'}${target}`;
    return { method: method?.toUpperCase(), ...continued(address, rest) };
  });
}

/** An address broken over lines goes on where the next line begins with `&`; a POST's form begins there as well. */
function continued(address: string, rest: string): RawMessage {
  const authorization = /^\s*(Authorization|Cookie):\s*(.+)$/gim;
  const headers = [...rest.matchAll(authorization)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  const multipart = readMultipart(rest);
  if (multipart) return { address, headers, body: multipart };
  const form = /(?:^|\s)((?:[\w-]+)=[^\n]*(?:\s*&[\w-]+=[^\n&]*)*)\s*$/m.exec(
    withoutHeaders(rest),
  )?.[1];
  if (form === undefined) return { address, headers };
  return /\/authorize\b/.test(address)
    ? { address: `${address}${address.includes('?') ? '&' : '?'}${joined(form)}`, headers }
    : { address, headers, body: joined(form) };
}

function withoutHeaders(rest: string): string {
  return rest.replaceAll(/^[ \t]*[A-Za-z-]+:[ \t].*$/gm, '').replaceAll(/\/\/ .*$/gm, '');
}

/** No request line: an address (also with line breaks), a form, or a script with both. */
function readLoose(text: string): RawMessage {
  const posted = /(["'])([^"'\s]*grant_type=[^"']*)\1/.exec(text)?.[2];
  const quoted = /post\w*\W{1,3}(https?:\/\/[^\s'"]+)/i.exec(text)?.[1];
  if (posted !== undefined) return { method: 'POST', address: quoted, body: posted };
  const multipart = readMultipart(text);
  if (multipart) return { method: 'POST', body: multipart };
  const start = text.search(/https?:\/\//);
  if (start >= 0) {
    const [address, form] = addressAt(text.slice(start));
    return /\/token\/?$/.test(address) && form
      ? { method: 'POST', address, body: form }
      : { address };
  }
  if (/^[#?]?[\w.-]+=/.test(text)) {
    return text.startsWith('#') ||
      (/(^|[?&])(code|error|state|admin_consent)=/.test(text.replace('#', '?')) &&
        !/grant_type=/.test(text))
      ? { address: `https://app.invalid/${/^[#?]/.test(text) ? '' : '?'}${joined(text)}` }
      : { method: 'POST', body: joined(text) };
  }
  return {};
}

/** Up to the first white space that does not lead to `&`, and to `?` where it was broken there. */
function addressAt(text: string): [address: string, form: string | undefined] {
  const address =
    /^\S+(?:\s*(?:[?&](?:amp;)?[\w-]+=\S*|(?<=[?&])\s*[\w-]+=\S*))*/.exec(text)?.[0] ?? '';
  const form = /^\s*([\w-]+=\S*(?:\s*&\S+)*)/.exec(text.slice(address.length))?.[1];
  return [joined(address), form === undefined ? undefined : joined(form)];
}

const joined = (text: string) => text.replaceAll(/\s+(?=[&?])|(?<=[&?=])\s+/g, '').trim();

function readCurl(text: string): RawMessage {
  const line = text.replaceAll(/\\\r?\n/g, ' ');
  const words = [...line.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '',
  );
  const read = {
    method: undefined as string | undefined,
    address: undefined as string | undefined,
  };
  const data: string[] = [];
  const headers: (readonly [string, string])[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = () => words[(at += 1)] ?? '';
    if (word === '-X' || word === '--request') read.method = value();
    else if (word === '--url') read.address = value();
    else if (word === '--data-urlencode') data.push(encoded(value()));
    else if (/^(-d|--data(-raw|-binary|-ascii)?)$/.test(word)) data.push(value());
    else if (word === '-F' || word === '--form') data.push(encoded(value()));
    else if (word === '-H' || word === '--header') headers.push(headerOf(value()));
    else if (/^https?:\/\/|^\{|^[A-Z_]+\//.test(word)) read.address = word.replace(/"$/, '');
  }
  const body = data.length > 0 ? data.join('&') : undefined;
  return { ...read, method: read.method ?? (body === undefined ? 'GET' : 'POST'), body, headers };
}

function encoded(pair: string): string {
  const at = pair.indexOf('=');
  return at < 0 ? pair : `${pair.slice(0, at)}=${encodeURIComponent(pair.slice(at + 1))}`;
}

function headerOf(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function messageOf({ method, address, body, headers = [] }: RawMessage): PastedMessage {
  const whole = address?.trim().replace(/[)\].,;'"]+$/, '');
  const hadEntities = /&amp;/.test(`${whole ?? ''} ${body ?? ''}`);
  const plain = whole?.replaceAll('&amp;', '&');
  const [beforeFragment, fragment] = divided(plain ?? '', '#');
  const [path, query] = divided(beforeFragment, '?');
  return {
    method,
    address: plain === undefined ? undefined : path,
    addressLength: plain?.length ?? 0,
    bodyType: body === undefined ? undefined : bodyTypeOf(body),
    parameters: [
      ...pairs(query, 'query'),
      ...pairs(fragment, 'fragment'),
      ...pairs(formOf(body), 'body'),
      ...headers.map(([name, value]) => parameter(name, value, 'header')),
    ],
    hadEntities,
  };
}

function divided(text: string, by: string): [before: string, after: string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function bodyTypeOf(body: string): PastedMessage['bodyType'] {
  if (body.startsWith('multipart:')) return 'multipart';
  return body.trim().startsWith('{') ? 'json' : 'form';
}

function formOf(body = ''): string {
  if (body.startsWith('multipart:')) return body.slice('multipart:'.length);
  if (!body.trim().startsWith('{')) return body.replaceAll('&amp;', '&');
  try {
    const json: unknown = JSON.parse(body);
    const entries = Object.entries(json as object).map(([name, value]) => [name, String(value)]);
    return new URLSearchParams(entries as [string, string][]).toString();
  } catch {
    return '';
  }
}

function pairs(text: string, place: Parameter['place']): Parameter[] {
  return text
    .split('&')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const [name, value] = divided(pair, '=');
      return parameter(decoded(name), decoded(value), place);
    });
}

/** As a form is decoded; what is not encoded rightly stays as it is, for the checks to see. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
