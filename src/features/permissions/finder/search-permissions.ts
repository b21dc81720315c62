/** Finds permissions by name or by what one wants to do ("read my mail"), best first. */
import MiniSearch from 'minisearch';
import type { PermissionFact } from '#contract/permission-facts/permission-facts.ts';
import { describePermission } from '#shell/permissions/describe-permission.ts';

/** What people call things that permissions call otherwise. */
const synonyms: Readonly<Record<string, string>> = {
  Mail: 'email e-mail messages inbox letters outlook',
  Calendars: 'events meetings appointments schedule outlook',
  Contacts: 'address book addresses phone numbers outlook',
  Files: 'onedrive documents drive download upload',
  Sites: 'sharepoint documents lists libraries',
  User: 'profile photo account users colleagues me my name',
  Group: 'groups distribution lists microsoft 365',
  Chat: 'teams messages conversations',
  Team: 'teams',
  Tasks: 'to do todo planner tasks',
  Notes: 'onenote notebooks notes',
  AuditLog: 'sign-ins signins logs audit',
  ServiceHealth: 'status outage health incidents',
  ServiceMessage: 'message center announcements',
  Application: 'apps registrations service principals',
  DelegatedPermissionGrant: 'consent grants revoke',
  Policy: 'conditional access consent policy',
  Presence: 'available busy status',
  People: 'relevant people colleagues',
};

const verbWords: readonly (readonly [RegExp, string])[] = [
  [/ReadWrite|Write|Manage|FullControl/, 'write change edit update delete move flag save create'],
  [/^(?!.*Write).*Read/, 'read see view list get show'],
  [/Send/, 'send write compose'],
];

export interface PermissionSearch {
  /** @param words a name or its beginning, a task, or the id that a manifest names a permission by */
  find(words: string): readonly PermissionFact[];
}

export function createSearch(permissions: readonly PermissionFact[]): PermissionSearch {
  const shown = permissions.filter(({ hidden }) => !hidden);
  const index = new MiniSearch<{ id: number; name: string; words: string; also: string }>({
    fields: ['name', 'words', 'also'],
    tokenize: (text) => text.split(/[\s.,’'/_-]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean),
    processTerm: (term) => {
      const plain = term.toLowerCase();
      return idle.has(plain) ? null : plain;
    },
    searchOptions: {
      boost: { name: 3, words: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(
    shown.map((fact, id) => ({
      id,
      name: fact.name,
      words: describePermission(fact, fact.schemes[0] ?? 'work'),
      also: also(fact.name),
    })),
  );
  return {
    find(words) {
      const typed = words.trim().toLowerCase();
      const named = permissions.filter(({ scopeId, roleId }) => [scopeId, roleId].includes(typed));
      if (named.length > 0) return named;
      const exact = shown.filter(({ name }) => name.toLowerCase().startsWith(typed));
      const all = index.search(words);
      // A whole sentence has words that no permission knows: then the more of them, the better.
      const some = () => index.search(words, { combineWith: 'OR', prefix: false, fuzzy: false });
      const found = (all.length > 0 ? all : some())
        .map((result) => ({ fact: shown[result.id as number], score: result.score }))
        .flatMap(({ fact, score }) => (fact ? [{ fact, score: score * weight(fact) }] : []))
        .toSorted((a, b) => b.score - a.score)
        .map(({ fact }) => fact);
      return [...new Set([...exact.toSorted(byLength), ...found])];
    },
  };
}

/** Words that every sentence has. */
const idle = new Set([
  'my',
  'the',
  'a',
  'an',
  'of',
  'to',
  'in',
  'and',
  'i',
  'want',
  'all',
  'your',
  'with',
]);

function also(name: string): string {
  const [thing = ''] = name.split('.');
  const verbs = verbWords.filter(([pattern]) => pattern.test(name)).map(([, words]) => words);
  return [synonyms[thing] ?? '', ...verbs].join(' ');
}

/** Of two that fit alike, the one that gives less is meant. */
function weight({ name, level = 3, admin }: PermissionFact): number {
  const reach = name.split('.').length;
  return 1 / (1 + 0.15 * level + 0.2 * reach + (admin.includes('work') ? 0.3 : 0));
}

function byLength(one: PermissionFact, other: PermissionFact): number {
  return one.name.length - other.name.length || one.name.localeCompare(other.name);
}
