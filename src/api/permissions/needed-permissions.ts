/**
 * Which permissions a request of Microsoft Graph takes, by Microsoft's own lists, with their gaps and flaws handled. The
 * lists are 0.5 MB and come as a chunk of their own, from the host of the product: nothing is asked of anybody.
 */
import type {
  Grant,
  PermissionFact,
  PermissionFacts,
  PermissionScheme,
} from '#contract/permission-facts/permission-facts.ts';
import { indexPaths, type PathIndex } from './path-index.ts';
import { beginningsOf, derived, guessedBy, sameRight } from './derived-path.ts';
import { listedSpellings, requestPaths } from './request-path.ts';

export interface NeededPermission {
  readonly fact: PermissionFact;
  /** Enough only together with another one. */
  readonly withAnother: boolean;
}

export interface NeededPermissions {
  /**
   * `listed`: the lists name the path. `derived`: they name it without its last part, which opens with it. `guessed`:
   * only a beginning of it is known.
   */
  readonly match: 'listed' | 'derived' | 'guessed';
  /** The request that the lists have. */
  readonly method: string;
  readonly path: string;
  /** Least privileged first. */
  readonly work: readonly NeededPermission[];
  readonly personal: readonly NeededPermission[];
  readonly application: readonly NeededPermission[];
}

export interface PermissionFinder {
  readonly facts: PermissionFacts;
  /** @returns `undefined` where the lists do not know the path, or not with this method */
  needed(method: string, address: string): NeededPermissions | undefined;
  /** Methods that the lists know for the path. */
  methods(address: string): readonly string[];
  /** Every request that a permission opens, by path. */
  opens(
    permission: string,
    scheme: PermissionScheme,
  ): readonly (readonly [path: string, methods: readonly string[]])[];
  named(permission: string): PermissionFact | undefined;
}

let loading: Promise<PermissionFinder> | undefined;

/** Fetched once, when first needed. */
export function permissionFinder(): Promise<PermissionFinder> {
  loading ??= import('#contract/permission-facts/all-permissions.ts').then(
    ({ allPermissions }) => createFinder(allPermissions),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

export function createFinder(facts: PermissionFacts): PermissionFinder {
  const index = indexPaths(Object.keys(facts.paths).map((path) => [path, listedSpellings(path)]));
  const byName = new Map(facts.permissions.map((fact) => [fact.name.toLowerCase(), fact]));
  return {
    facts,
    needed(method, address) {
      const found = findPath(facts, index, requestPaths(address), method);
      const grant = found && grantOf(facts, found.path, found.method);
      return found && grant && { ...found, ...permissionsOf(facts, grant) };
    },
    methods(address) {
      const spellings = requestPaths(address);
      // The lists write some paths twice, each with methods of its own.
      const listed = spellings.flatMap((spelling) => index.find(spelling));
      const paths = listed.length > 0 ? listed : [findPath(facts, index, spellings)?.path ?? ''];
      return [...new Set(paths.flatMap((path) => Object.keys(facts.paths[path] ?? {})))];
    },
    opens: (permission, scheme) => opensOf(facts, permission, scheme),
    named: (permission) => byName.get(permission.toLowerCase()),
  };
}

type Found = Pick<NeededPermissions, 'match' | 'method' | 'path'>;

/** @param method where it is left out, the path is looked for with whatever method it has */
function findPath(
  facts: PermissionFacts,
  index: PathIndex,
  spellings: readonly string[],
  method = '',
): Found | undefined {
  const firstOf = (paths: readonly string[], asked: string) =>
    paths.find((path) => asked === '' || grantOf(facts, path, asked) !== undefined);
  const found = (match: Found['match'], paths: readonly string[], asked = method) => {
    const path = firstOf(paths, asked);
    return path === undefined ? undefined : { match, path, method: asked };
  };
  const find = (paths: readonly string[]) => paths.flatMap((path) => index.find(path));
  const likewise = () => {
    for (const [asked, path] of spellings.flatMap((each) => sameRight(method, each))) {
      const same = found('derived', index.find(path), asked);
      if (same) return same;
    }
    return undefined;
  };
  const guess = () => {
    for (const beginning of beginningsOf(spellings[0] ?? '', method)) {
      for (const asked of guessedBy(method, beginning)) {
        const guessed = found('guessed', index.find(beginning), asked);
        if (guessed) return guessed;
      }
    }
    return undefined;
  };
  return (
    found('listed', find(spellings)) ??
    found('derived', find([...new Set(spellings.flatMap(derived))])) ??
    likewise() ??
    guess()
  );
}

function grantOf(facts: PermissionFacts, path: string, method: string): Grant | undefined {
  const methods = facts.paths[path];
  const asked = method.toUpperCase() === 'HEAD' ? 'GET' : method.toUpperCase();
  const at = methods?.[asked];
  return at === undefined ? undefined : facts.grants[at];
}

function permissionsOf(
  facts: PermissionFacts,
  grant: Grant,
): Pick<NeededPermissions, PermissionScheme> {
  const list = (scheme: PermissionScheme) =>
    (grant[scheme] ?? []).flatMap((at) => {
      const fact = facts.permissions[at];
      return fact ? [{ fact, withAnother: grant.withAnother?.includes(at) ?? false }] : [];
    });
  return { work: list('work'), personal: list('personal'), application: list('application') };
}

function opensOf(
  facts: PermissionFacts,
  permission: string,
  scheme: PermissionScheme,
): (readonly [path: string, methods: readonly string[]])[] {
  const at = facts.permissions.findIndex(
    ({ name }) => name.toLowerCase() === permission.toLowerCase(),
  );
  const opening = new Set(
    facts.grants.flatMap((grant, index) => (grant[scheme]?.includes(at) ? [index] : [])),
  );
  return Object.entries(facts.paths).flatMap(([path, methods]) => {
    const opened = Object.entries(methods).filter(([, index]) => opening.has(index));
    return opened.length > 0 ? [[path, opened.map(([method]) => method)] as const] : [];
  });
}
