/** Requests as a .http file, which editors send from: `### name`, a request line, headers, an empty line, a body. */
import { isMethod, withoutTokens, type SavedRequest } from './saved-request.ts';

export function toHttpFile(requests: readonly SavedRequest[]): string {
  const blocks = requests.map(({ name, method, url, headers, body }) =>
    [
      `### ${name.replaceAll(/[\r\n]+/g, ' ')}`,
      // A blank would end the address.
      `${method} ${url.trim().replaceAll(' ', '%20')}`,
      ...withoutTokens(headers).split('\n').filter(Boolean),
      'Authorization: Bearer {{token}}',
      ...(body === '' ? [] : ['', body]),
      '',
    ].join('\n'),
  );
  return `@token = put-a-token-here\n\n${blocks.join('\n')}`;
}

export function fromHttpFile(text: string): SavedRequest[] {
  const variables = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/^@([\w-]+)\s*=\s*(.*)$/gm)) {
    if (name.toLowerCase() !== 'token') variables.set(name, value.trim());
  }
  return text
    .replaceAll('\r\n', '\n')
    .split(/^###/m)
    .flatMap((block, at) => requestOf(at === 0 ? `\n${block}` : block, variables));
}

function requestOf(block: string, variables: ReadonlyMap<string, string>): SavedRequest[] {
  const [title = '', ...lines] = block.split('\n');
  const start = lines.findIndex((line) =>
    /^(?:[A-Z]+\s+)?https?:\/\/|^[A-Z]+\s+\S|^\{\{/.test(line),
  );
  const first = lines[start];
  if (first === undefined) return [];
  const [, method = 'GET', url = ''] = /^(?:([A-Z]+)\s+)?(\S+)/.exec(first) ?? [];
  if (!isMethod(method)) return [];
  const rest = lines.slice(start + 1);
  const gap = rest.findIndex((line) => line.trim() === '');
  const head = gap < 0 ? rest : rest.slice(0, gap);
  // An address may go on in lines that begin with ? or &.
  const more = head.filter((line) => /^\s+[?&]/.test(line)).map((line) => line.trim());
  const headers = head.filter((line) => /^[\w-]+\s*:/.test(line)).join('\n');
  const name = title.trim() || (/@name\s+(\S+)/.exec(block)?.[1] ?? `${method} ${url}`);
  const fill = (value: string) =>
    value.replaceAll(/\{\{([\w-]+)\}\}/g, (whole, key: string) => variables.get(key) ?? whole);
  return [
    {
      name,
      method,
      url: fill(url + more.join('')),
      headers: fill(withoutTokens(headers)),
      body:
        gap < 0
          ? ''
          : fill(
              rest
                .slice(gap + 1)
                .join('\n')
                .trim(),
            ),
    },
  ];
}
