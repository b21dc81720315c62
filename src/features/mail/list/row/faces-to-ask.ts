/** Whose photos to ask for: a directory knows its own people only, so a stranger's address is never sent to it. */
import type { ShownList } from '#features/mail/list/pages/shown-list.ts';

export function facesToAsk(
  rows: ShownList['rows'],
  first: number,
  last: number,
  username: string,
  known: Readonly<Record<string, unknown>>,
): string[] {
  const domain = username.slice(username.lastIndexOf('@')).toLowerCase();
  if (!domain.startsWith('@')) return [];
  const addresses = rows
    .slice(first, last + 1)
    .flatMap((row) => (row?.kind === 'option' ? [row.item.from, ...row.item.to.slice(0, 1)] : []))
    .map((person) => person?.address.toLowerCase() ?? '')
    .filter((address) => address.endsWith(domain) && !Object.hasOwn(known, address));
  return [...new Set(addresses)];
}
