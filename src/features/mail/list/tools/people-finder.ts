/** People for the palette: whose mail is in the list, and, where the session may ask, whom the person works with. */
import { graphPage } from '#api/collection.ts';
import { scopes } from '#config/scopes.ts';
import type { Person } from '#contract/graph.ts';
import type { Correspondent } from '#features/mail/mailbox.ts';
import { isGranted } from '#shell/session/granted.ts';
import { vault } from '#auth/vault.ts';
import type { ShownList } from '#features/mail/list/pages/shown-list.ts';

const most = 6;

/** @throws {ApiError | AuthError} */
export async function findPeople(
  list: ShownList,
  words: string,
  signal: AbortSignal,
): Promise<Correspondent[]> {
  const here = correspondents(list, words);
  const others =
    here.length < most && isGranted(vault().session.get(), scopes.people)
      ? await askForPeople(words, signal)
      : [];
  const known = new Set(here.map(({ address }) => address.toLowerCase()));
  return [...here, ...others.filter(({ address }) => !known.has(address.toLowerCase()))].slice(
    0,
    most,
  );
}

/** Those of the list whose name or address contains every word. */
export function correspondents({ rows }: ShownList, words: string): Correspondent[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = new Map<string, Correspondent>();
  for (const row of rows) {
    if (row?.kind !== 'option') continue;
    for (const person of [row.item.from, ...row.item.to]) {
      if (!person?.address || found.has(person.address.toLowerCase())) continue;
      const text = `${person.name} ${person.address}`.toLocaleLowerCase();
      if (wanted.every((word) => text.includes(word)))
        found.set(person.address.toLowerCase(), person);
    }
    if (found.size >= most) break;
  }
  return [...found.values()].slice(0, most);
}

async function askForPeople(words: string, signal: AbortSignal): Promise<Correspondent[]> {
  const { items } = await graphPage<Person>({
    path: '/me/people',
    query: { $search: `"${words.replaceAll('"', '')}"`, $top: most },
    scopes: scopes.people,
    signal,
  });
  return items.flatMap(({ displayName, scoredEmailAddresses = [] }) => {
    const address = scoredEmailAddresses?.[0]?.address;
    return address ? [{ name: displayName || address, address }] : [];
  });
}
