/** A request as a command line has it: curl's, wget's, or HTTPie's. What else these can do is left aside. */
import type { RawMessage } from './pasted-message.ts';

export function readCurl(text: string): RawMessage {
  const words = wordsOf(text);
  return /^https?$/.test(words[0] ?? '') ? readHttpie(words) : readOptions(words);
}

/** As a shell would divide it: quotation marks join, whatever stands next to them. */
function wordsOf(text: string): string[] {
  const line = text
    .replaceAll(/\\\r?\n/g, ' ')
    .replace(/^\s*\$\s+/, '')
    // `$'…'`, as browsers copy what has a sign in it that a shell would read.
    .replaceAll(/(?<=\s)\$(?=')/g, '');
  return [...line.matchAll(/(?:'[^']*'|"(?:[^"\\]|\\.)*"|\S)+/g)].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|"((?:[^"\\]|\\.)*)"/g,
      (_, single?: string, double?: string) => single ?? double?.replaceAll(/\\(.)/g, '$1') ?? '',
    ),
  );
}

function readOptions(words: readonly string[]): RawMessage {
  const read = {
    method: undefined as string | undefined,
    address: undefined as string | undefined,
  };
  const data: string[] = [];
  const headers: (readonly [string, string])[] = [];
  for (let at = 1; at < words.length; at += 1) {
    // `--post-data=…` as well as `-d …` and `-d…`.
    const [, option = '', inline] =
      /^(--[a-z-]+)=([^]*)$/.exec(words[at] ?? '') ??
      /^(-[dFHXu])([^]+)$/.exec(words[at] ?? '') ??
      ([undefined, words[at], undefined] as const);
    const value = () => inline ?? words[(at += 1)] ?? '';
    if (/^(-X|--request|--method)$/.test(option)) read.method = value();
    else if (option === '--url') read.address = value();
    else if (option === '--data-urlencode') data.push(encoded(value()));
    else if (/^(-d|--data(-raw|-binary|-ascii)?|--post-data|--body-data)$/.test(option))
      data.push(value());
    else if (option === '-F' || option === '--form') data.push(encoded(value()));
    else if (option === '-u' || option === '--user') headers.push(['Authorization', value()]);
    else if (option === '-H' || option === '--header') headers.push(headerOf(value()));
    else if (/^https?:\/\/|^\{|^[A-Z_]+\//.test(option)) read.address = option.replace(/"$/, '');
  }
  const body = data.length > 0 ? data.join('&') : undefined;
  return { ...read, method: read.method ?? (body === undefined ? 'GET' : 'POST'), body, headers };
}

/** `name=value` is a field, `name==value` of the address, `Name:value` a header; without `--form` the fields are JSON. */
function readHttpie(words: readonly string[]): RawMessage {
  const options = words.slice(1).filter((word) => word.startsWith('-'));
  const [method, ...rest] = words.slice(1).filter((word) => !word.startsWith('-'));
  const isMethod = /^[A-Z]+$/.test(method ?? '');
  const [address = '', ...items] = isMethod ? rest : [method ?? '', ...rest];
  const query: string[] = [];
  const fields: (readonly [string, string])[] = [];
  const headers: (readonly [string, string])[] = [];
  for (const item of items) {
    const [, name = '', sign = '', value = ''] = /^([\w-]+)(==|:=|=|:)([^]*)$/.exec(item) ?? [];
    if (sign === '==') query.push(encoded(`${name}=${value}`));
    else if (sign === ':') headers.push([name, value]);
    else if (sign) fields.push([name, value]);
  }
  const isForm = options.some((option) => /^(-[a-z]*f[a-z]*|--form|--multipart)$/.test(option));
  const form = fields.map(([name, value]) => encoded(`${name}=${value}`)).join('&');
  const whole = /^https?:/.test(address) ? address : `https://${address}`;
  return {
    method: isMethod ? method : fields.length > 0 ? 'POST' : 'GET',
    address:
      query.length > 0 ? `${whole}${whole.includes('?') ? '&' : '?'}${query.join('&')}` : whole,
    body:
      fields.length === 0 ? undefined : isForm ? form : JSON.stringify(Object.fromEntries(fields)),
    headers,
  };
}

function encoded(pair: string): string {
  const at = pair.indexOf('=');
  return at < 0 ? pair : `${pair.slice(0, at)}=${encodeURIComponent(pair.slice(at + 1))}`;
}

function headerOf(line: string): readonly [string, string] {
  const at = line.indexOf(':');
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
