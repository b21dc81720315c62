/** A request as a command line has it; what else curl can do is left aside. */
import type { RawMessage } from './pasted-message.ts';

export function readCurl(text: string): RawMessage {
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
