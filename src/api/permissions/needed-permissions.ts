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
import { anyParameters, listedSpellings, requestPaths } from './request-path.ts';

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
  /** The path that the lists have. */
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
      return (
        found && grant && { match: found.match, path: found.path, ...permissionsOf(facts, grant) }
      );
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

interface Found extends Pick<NeededPermissions, 'match' | 'path'> {
  readonly method: string;
}

/** @param method where it is left out, the path is looked for with whatever method it has */
function findPath(
  facts: PermissionFacts,
  index: PathIndex,
  spellings: readonly string[],
  method = '',
): Found | undefined {
  const first = (from: (path: string) => string[], paths: readonly string[], asked = method) =>
    paths
      .flatMap((path) => from(path))
      .find((path) => asked === '' || grantOf(facts, path, asked) !== undefined);
  const found = (match: Found['match'], path: string | undefined, asked = method) =>
    path === undefined ? undefined : { match, path, method: asked };
  const near = [...new Set(spellings.flatMap(derived))];
  // A reference is added by whoever may take it away; the lists name only the latter.
  const members = spellings.flatMap((spelling) =>
    method.toUpperCase() === 'POST' && spelling.endsWith('/$ref')
      ? [spelling.replace('/$ref', '/{id}/$ref'), spelling.replace('/$ref', '/{id}')]
      : [],
  );
  return (
    found('listed', first(index.find, spellings)) ??
    found('derived', first(index.find, near)) ??
    found('derived', first(index.find, members, 'DELETE'), 'DELETE') ??
    found('guessed', first(index.findBeginning, spellings.slice(0, 1)))
  );
}

/**
 * Paths that the lists leave out and that open with another one (found by comparison with the reference): the bytes of a
 * thing, one thing of a collection, another name of the calendar, an item by its place, oneself under both names, a drive
 * by the place it belongs to, a function with other parameters.
 */
function derived(path: string): string[] {
  const withoutValue = path.replace(/\/\$(value|count|ref)$/, '');
  const calendar = withoutValue.replace(
    /^(\/me|\/users\/[^/]+)\/calendarview/,
    '$1/calendar/calendarview',
  );
  const ownCalendar = calendar.replace(/^(\/me|\/users\/[^/]+)\/calendar$/, '$1/calendars/{id}');
  const item = ownCalendar.replace(/\/root:\/\{id\}(:|$)/, '/items/{id}');
  const drive = item
    .replace(/^\/(?:me|(?:users|groups|sites)\/[^/]+)\/drives\/[^/]+/, '/drives/{id}')
    .replace(/^\/me\/drive\/root\/(?=content|thumbnails)/, '/me/drive/items/{id}/');
  const forms = [...new Set([withoutValue, calendar, ownCalendar, item, drive])];
  const functions = forms.flatMap(anyParameters);
  const parents = forms
    .flatMap((form) => [form, form.replace(/\/[^/]+$/, '')])
    .filter((form) => form.split('/').length > 2);
  const selves = [...functions, ...parents].flatMap((form) => [
    form,
    form.startsWith('/me/')
      ? form.replace('/me/', '/users/{id}/')
      : form.replace(/^\/users\/[^/]+\//, '/me/'),
  ]);
  return [...new Set(selves)].filter((form) => form !== path);
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
