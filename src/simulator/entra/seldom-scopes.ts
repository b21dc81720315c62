/**
 * Graph has hundreds of permissions more than have words of their own here: Microsoft's whole list is fetched when one of
 * them is named.
 */
import { adminWords, words, type ScopeWords } from './graph-scopes.ts';
import { isGraph, type KnownResource } from './resources.ts';

type Scopes = Readonly<Record<string, ScopeWords>>;

let fetched: Scopes = {};

/**
 * @param name in any letters
 * @returns it as the directory spells it; undefined where the resource has no such scope
 */
export async function scopeCalled(
  resource: KnownResource,
  name: string,
): Promise<string | undefined> {
  const known = spelledIn(resource.scopes, name);
  if (known !== undefined || !isGraph(resource)) return known;
  fetched = await fetchAll();
  return spelledIn(fetched, name);
}

/** @param name as `scopeCalled` found it */
export function wordsOf(resource: KnownResource, name: string): ScopeWords | undefined {
  return resource.scopes[name] ?? (isGraph(resource) ? fetched[name] : undefined);
}

function spelledIn(scopes: Scopes, name: string): string | undefined {
  return Object.keys(scopes).find((each) => each.toLowerCase() === name.toLowerCase());
}

async function fetchAll(): Promise<Scopes> {
  const { allPermissions } = await import('#contract/permission-facts/all-permissions.ts');
  return Object.fromEntries(
    allPermissions.permissions
      .filter(({ schemes, kind }) => schemes.includes('work') && !kind)
      .map(({ name, admin, schemes }) => [
        name,
        {
          ...(admin.includes('work') ? adminWords : words)(name, 'As its name says.'),
          isPersonal: schemes.includes('personal'),
        },
      ]),
  );
}
