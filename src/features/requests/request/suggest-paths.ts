/** Addresses that begin as the typed one does: from the permission lists, and what was sent before. */
import { asGraphWrites } from '#api/permissions/path-names.ts';
import type { PermissionFacts } from '#contract/permission-facts/permission-facts.ts';
import { collections, history } from '#features/requests/saved/saved-store.ts';

const most = 40;

export function suggestions(typed: string, facts: PermissionFacts | undefined): string[] {
  const [, base = '', rest = ''] = /^(https:\/\/[^/]+(?:\/(?:v1\.0|beta))?)(.*)$/.exec(typed) ?? [];
  if (!base || rest.includes('?')) return [];
  const own = [
    ...history.get().map(({ draft }) => draft.url),
    ...collections.get().flatMap(({ requests }) => requests.map(({ url }) => url)),
  ];
  const wanted = rest.toLowerCase();
  const listed = facts
    ? Object.keys(facts.paths)
        .filter((path) => matches(path, wanted))
        .toSorted((a, b) => a.split('/').length - b.split('/').length || a.localeCompare(b))
        .map((path) => base + withTyped(asGraphWrites(path), rest))
    : [];
  const recent = own.filter((url) => url.toLowerCase().startsWith(typed.toLowerCase()));
  return [...new Set([...recent, ...listed])].filter((each) => each !== typed).slice(0, most);
}

/** Segment by segment; an id that was typed fits where the lists have a place for one. */
function matches(path: string, typed: string): boolean {
  const known = path.split('/');
  const parts = typed.split('/');
  return parts.every((part, at) => {
    const segment = known[at];
    if (segment === undefined) return false;
    const isLast = at === parts.length - 1;
    return (
      (segment === '{id}' && part !== '') || (isLast ? segment.startsWith(part) : segment === part)
    );
  });
}

function withTyped(path: string, typed: string): string {
  const parts = typed.split('/');
  return path
    .split('/')
    .map((segment, at) => (at < parts.length - 1 ? parts[at] : segment))
    .join('/');
}
