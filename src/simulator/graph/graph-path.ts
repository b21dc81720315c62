/**
 * The spellings of an address that mean one thing in OData: keys in parentheses, operations with their namespace and with
 * empty parentheses, signs that need no encoding. Letter case is the router's business; ids keep theirs.
 */
import { versionless } from './graph-beta.ts';

/** Types that a path may cast to; all else that carries the namespace is an operation. */
const casts =
  'group|user|directoryRole|administrativeUnit|device|servicePrincipal|application|orgContact';

const namespace = new RegExp(`/microsoft\\.graph\\.(?!(?:${casts})(?:/|$))`, 'gi');

/** What needs no encoding in an address, and is encoded by some clients: `$`, `'`, `(` and `)`. */
const plain = /%(?:24|27|28|29)/g;

export function graphPath(request: Request): string {
  const { pathname } = new URL(request.url);
  // What follows a colon is a path in somebody's drive: there these signs are letters.
  const [head = '', ...rest] = pathname.split(/(?=:)/);
  return [spelled(head), ...rest].join('');
}

function spelled(head: string): string {
  return versionless(head)
    .replace(plain, (sign) => decodeURIComponent(sign))
    .replace(namespace, '/')
    .replace(/\(\)(?=\/|$)/g, '')
    .replace(/\('((?:[^'/]|'')+)'\)(?=\/|$)/g, (_, key: string) => `/${key.replaceAll("''", "'")}`);
}
