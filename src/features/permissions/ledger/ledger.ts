/**
 * The ledger of scopes: what was registered, asked for, given, used and needed, held against each other. Plain
 * arithmetic over what this tab recorded; nothing is asked of anybody.
 */
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { isOidcScope } from '#auth/scope.ts';
import type { AccessTokenFacts } from '#auth/tokens/token-report.ts';
import type { Cloud } from '#config/clouds.ts';
import type { Exchange } from '#http/exchange.ts';
import { coverRequest, usesOf, type Use } from './cover-request.ts';
import { grantedScopeOf, scopeOf, signInItself, type ScopeOf } from './scope-resource.ts';

export type Trouble = 'refused' | 'unused' | 'beyond-need' | 'unasked' | 'unregistered';

/** One time that a scope was asked for. */
export interface Asking {
  readonly exchange: string;
  readonly at: number;
  readonly by: 'sign-in page' | 'renewal' | 'code';
  /** First part of the path of the screen, where that is known. */
  readonly screen: string | undefined;
}

export interface LedgerRow extends ScopeOf {
  /** `undefined` where nobody has said what the registration lists. */
  readonly registered: boolean | undefined;
  readonly requested: readonly Asking[];
  /** Milliseconds since 1970 of the newest token that has it. */
  readonly granted: number | undefined;
  /** Requests that it opened: of the scopes that a token had, the least that does. */
  readonly used: readonly Use[];
  /** Requests of which it is the least privilege. `undefined` where no list says what an API takes. */
  readonly needed: readonly Use[] | undefined;
  readonly troubles: readonly Trouble[];
}

export interface LedgerFacts {
  readonly cloud: Cloud;
  readonly exchanges: readonly Exchange[];
  readonly tokens: readonly AccessTokenFacts[];
  /** A refresh token is held: what `offline_access` gives. */
  readonly staysSignedIn: boolean;
  /** Of the last visit to Microsoft's page. */
  readonly refused: readonly string[];
  readonly registered: readonly ScopeOf[] | undefined;
  readonly finder: PermissionFinder;
  readonly isPersonal: boolean;
}

interface Draft extends ScopeOf {
  requested: Asking[];
  granted: number | undefined;
  used: Use[];
  needed: Use[];
  /** It opened a request of which no list says the least. */
  isNeedOpen: boolean;
}

export function makeLedger(facts: LedgerFacts): LedgerRow[] {
  const drafts = new Map<string, Draft>();
  const draft = ({ resource, scope }: ScopeOf): Draft => {
    const key = keyOf({ resource, scope });
    const known = drafts.get(key);
    if (known) return known;
    const made: Draft = {
      ...{ resource, scope, requested: [], granted: undefined, used: [], needed: [] },
      isNeedOpen: false,
    };
    drafts.set(key, made);
    return made;
  };
  for (const scope of facts.registered ?? []) draft(scope);
  for (const exchange of facts.exchanges) {
    for (const [scope, asking] of askingsOf(facts.cloud, exchange)) {
      draft(scope).requested.push(asking);
    }
    for (const scope of grantedBy(facts.cloud, exchange)) {
      const row = draft(scope);
      row.granted = Math.max(row.granted ?? 0, exchange.startedAt);
    }
    for (const use of usesOf(facts.cloud, exchange)) {
      const { covering, least } = coverRequest(use, facts.finder, facts.isPersonal);
      for (const name of covering) {
        const row = draft({ resource: use.resource, scope: name });
        row.used.push(use);
        row.isNeedOpen ||= least === undefined;
      }
      if (least !== undefined) draft({ resource: use.resource, scope: least }).needed.push(use);
    }
  }
  for (const { resource, granted, gotAt } of facts.tokens) {
    for (const scope of granted
      .map((each) => grantedScopeOf(resource, each))
      .filter(isPermission)) {
      const row = draft(scope);
      row.granted = Math.max(row.granted ?? 0, gotAt);
    }
  }
  if (facts.staysSignedIn) {
    const row = draft({ resource: signInItself, scope: 'offline_access' });
    row.granted ??= facts.exchanges.find(({ kind }) => kind === 'token')?.startedAt ?? 0;
  }
  const rows = [...drafts.values()];
  const whole = new Set(
    rows.flatMap(({ resource, scope }) => (scope === '.default' ? [resource] : [])),
  );
  return rows.map((row) => finished(row, facts, whole.has(row.resource))).toSorted(byTrouble);
}

/** A page is asked with an address, the token endpoint with a form; the code's form repeats what the page was asked. */
function askingsOf(cloud: Cloud, exchange: Exchange): [ScopeOf, Asking][] {
  const { id, kind, startedAt, screen, parameters } = exchange;
  const value = (name: string) => parameters.find(([each]) => each === name)?.[1];
  const by =
    kind === 'authorize'
      ? 'sign-in page'
      : value('grant_type') === 'refresh_token'
        ? 'renewal'
        : 'code';
  if (kind !== 'authorize' && kind !== 'token') return [];
  return exchange.scopes
    .filter(Boolean)
    .map((written) => [scopeOf(cloud, written), { exchange: id, at: startedAt, by, screen }]);
}

function grantedBy(cloud: Cloud, exchange: Exchange): ScopeOf[] {
  if (exchange.kind !== 'token' || exchange.status !== 200) return [];
  const named = exchange.scopes.find((each) => !isOidcScope(each));
  const resource =
    exchange.resource ?? (named ? scopeOf(cloud, named).resource : cloud.graph.identifier);
  return exchange.tokenScopes
    .map((written) => grantedScopeOf(resource, written))
    .filter(isPermission);
}

/** @param askedWhole whether `.default` of its resource was asked for, which asks for everything */
function finished(
  { isNeedOpen, ...row }: Draft,
  facts: LedgerFacts,
  askedWhole: boolean,
): LedgerRow {
  const registered = facts.registered?.some((each) => keyOf(each) === keyOf(row));
  const isGraph = row.resource === facts.cloud.graph.identifier;
  const isKnown = isGraph && (row.needed.length > 0 || !isNeedOpen);
  const whole = { ...row, registered, needed: isKnown ? row.needed : undefined };
  return { ...whole, troubles: troublesOf(whole, facts, askedWhole) };
}

/** The scopes of the sign-in are used by signing in, and `.default` is the name of no permission. */
function troublesOf(
  row: Omit<LedgerRow, 'troubles'>,
  facts: LedgerFacts,
  askedWhole: boolean,
): Trouble[] {
  if (row.resource === signInItself || !isPermission(row)) return [];
  const { requested, granted, used, needed } = row;
  const hasToken = facts.tokens.some(({ resource }) => resource === row.resource);
  const isRefused = facts.refused.some((each) => keyOf(scopeOf(facts.cloud, each)) === keyOf(row));
  const found: [Trouble, boolean][] = [
    ['refused', granted === undefined && requested.length > 0 && (hasToken || isRefused)],
    ['unused', granted !== undefined && used.length === 0],
    ['beyond-need', used.length > 0 && needed?.length === 0],
    ['unasked', granted !== undefined && requested.length === 0 && !askedWhole],
    ['unregistered', row.registered === false && requested.length > 0],
  ];
  return found.filter(([, holds]) => holds).map(([trouble]) => trouble);
}

const order: readonly Trouble[] = ['refused', 'unasked', 'beyond-need', 'unused', 'unregistered'];

/** The worst first; without trouble by name. */
function byTrouble(one: LedgerRow, other: LedgerRow): number {
  const rank = ({ troubles }: LedgerRow) => {
    const best = order.findIndex((trouble) => troubles.includes(trouble));
    return best === -1 ? order.length : best;
  };
  return rank(one) - rank(other) || one.scope.localeCompare(other.scope);
}

/** `.default` stands for all that was agreed to. */
function isPermission({ scope }: ScopeOf): boolean {
  return scope !== '.default';
}

function keyOf({ resource, scope }: ScopeOf): string {
  return `${resource} ${scope}`.toLowerCase();
}
