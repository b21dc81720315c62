/** Requests as a .http file, which editors send from: `### name`, a request line, headers, an empty line, a body. */
import { isSecret } from '#http/redact.ts';
import { shortAddress } from './entry-words.ts';
import {
  filled,
  isMethod,
  withVariables,
  withoutTokens,
  type SavedRequest,
} from './saved-request.ts';

export function toHttpFile(requests: readonly SavedRequest[]): string {
  const blocks = requests.map(withVariables).map(({ name, method, url, headers, body }) =>
    [
      `### ${name.replaceAll(/[\r\n]+/g, ' ')}`,
      `${method} ${withoutBlanks(url)}`,
      ...headers.split('\n').filter(Boolean),
      'Authorization: Bearer {{token}}',
      // Three signs at the beginning of a line would begin the next request.
      ...(body === '' ? [] : ['', body.replaceAll(/^###/gm, ' ###')]),
      '',
    ].join('\n'),
  );
  return `@token = put-a-token-here\n\n${blocks.join('\n')}`;
}

export function fromHttpFile(text: string): SavedRequest[] {
  const blocks = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/^###/m)
    .map((block, at) => blockOf(at === 0 ? `\n${block}` : block));
  const variables = new Map<string, string>();
  for (const { before } of blocks) {
    for (const line of before) {
      const [, name = '', value = ''] = /^@([\w-]+)\s*=\s*(.*)$/.exec(line) ?? [];
      if (name && !isSecret(name)) variables.set(name, filled(value.trim(), variables));
    }
  }
  return blocks.flatMap((block) => requestOf(block, variables));
}

/** The lines of one request: its title, what stands before its first line, and from there on. */
interface Block {
  readonly title: string;
  readonly before: readonly string[];
  readonly lines: readonly string[];
}

const requestLine = /^(?:[A-Z]+\s+)?(?:https?:\/\/|\{\{)|^[A-Z]+\s+\S/;

function blockOf(block: string): Block {
  const [title = '', ...lines] = block.split('\n');
  const start = lines.findIndex((line) => requestLine.test(line));
  const end = start < 0 ? lines.length : start;
  return { title: title.trim(), before: lines.slice(0, end), lines: lines.slice(end) };
}

/** What editors run once an answer is there, and where they keep it: no part of the request. */
const afterRequest = /^> (?:\{%|\S+\.js\s*$)|^<>\s/;

function requestOf({ title, before, lines }: Block, variables: ReadonlyMap<string, string>) {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const [, method = 'GET', address = ''] = /^(?:([A-Z]+)\s+)?(.*)$/.exec(first) ?? [];
  const typed = address.trimEnd().replace(/\sHTTP\/[\d.]+$/, '');
  if (!isMethod(method)) return [];
  const gap = rest.findIndex((line) => line.trim() === '');
  const head = gap < 0 ? rest : rest.slice(0, gap);
  const after = gap < 0 ? [] : rest.slice(gap + 1);
  const end = after.findIndex((line) => afterRequest.test(line));
  // An address may go on in lines that begin with ? or &.
  const more = head.filter((line) => /^\s*[?&]/.test(line)).map((line) => line.trim());
  const headers = head.filter((line) => /^[!$%&'*+.^_`|~\w-]+\s*:/.test(line)).join('\n');
  const body = (end < 0 ? after : after.slice(0, end)).join('\n');
  const url = typed + more.join('');
  const told = /^(?:#|\/\/)\s*@name\s+(\S+)/m.exec(before.join('\n'))?.[1];
  return [
    {
      name: title || (told ?? shortAddress(filled(url, variables))),
      method,
      url: withoutBlanks(filled(url, variables)),
      headers: filled(withoutTokens(headers), variables),
      body: filled(body.replace(/^\n+|\s+$/g, ''), variables),
    },
  ];
}

/** A blank would end the address. */
function withoutBlanks(url: string): string {
  return url.trim().replaceAll(' ', '%20');
}
