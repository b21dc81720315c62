/** Reads what people write by hand: request lines with or without line breaks, addresses in prose, forms in a script. */
import { requestLine } from './find-pieces.ts';
import type { RawMessage } from './pasted-message.ts';
import { tokenEndpointIn } from './read-code.ts';
import { readMultipart } from './read-multipart.ts';

/** `GET /path HTTP/1.1 Host: x` with whatever follows. */
export function readRequest(text: string): RawMessage {
  const [start] = text.matchAll(requestLine);
  const [whole = '', method, spaced = ''] = start ?? [];
  const target = joined(spaced);
  const rest = text.slice(whole.length);
  const host = /\bHost:\s*(?:https?:\/\/)?([\w.-]+)/i.exec(rest)?.[1];
  const address = target.startsWith('http') ? target : `https://${host ?? 'host.invalid'}${target}`;
  return { method: method?.toUpperCase(), ...continued(method?.toUpperCase(), address, rest) };
}

/** An address broken over lines goes on where the next line begins with `&`; a POST's form begins there as well. */
function continued(method: string | undefined, address: string, rest: string): RawMessage {
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
  // A GET has no form: an answer goes on where its address ended in `?`.
  if (method === 'GET' && !/\/(?:authorize|token)\b|[?&]$/.test(address))
    return { address, headers };
  return /\/authorize\b|[?&]$/.test(address)
    ? { address: `${address}${separator(address)}${joined(form)}`, headers }
    : { address, headers, body: joined(form) };
}

function separator(address: string): string {
  if (/[?&]$/.test(address)) return '';
  return address.includes('?') ? '&' : '?';
}

function withoutHeaders(rest: string): string {
  return rest.replaceAll(/^[ \t]*[A-Za-z-]+:[ \t].*$/gm, '').replaceAll(/\/\/ .*$/gm, '');
}

/** No request line: an address (also with line breaks), a form, or a script with both. */
export function readLoose(text: string): RawMessage {
  const posted = /(["'])([^"'\s]*grant_type=[^"']*)\1/.exec(text)?.[2];
  const quoted = /post\w*\W{1,3}(https?:\/\/[^\s'"]+)/i.exec(text)?.[1];
  if (posted !== undefined)
    return { method: 'POST', address: quoted ?? tokenEndpointIn(text), body: posted };
  const multipart = readMultipart(text);
  if (multipart) return { method: 'POST', body: multipart };
  const start = text.search(/https?:\/\/|\{[\w’'-]+\}\/?[?#]/);
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
