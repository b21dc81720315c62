/**
 * What `all-permissions.ts` holds: which permission opens which request of Microsoft Graph. That file is 0.5 MB, so it
 * is for a chunk of its own: `await import('#contract/permission-facts/all-permissions.ts')`.
 *
 * How to look a request up:
 * 1. Take the path below `/v1.0`, without the query, in lower case; every id is `{id}`: `/me/messages/{id}`. A place in
 *    a drive given by its path (`/me/drive/root:/a/b:/children`) is an item: `/me/drive/items/{id}/children`.
 * 2. Compare segment by segment; a literal segment is a better match than `{id}`.
 * 3. The lists have gaps. Found nothing? Drop `/$value`; drop the last `/{id}`; read `/me/calendarview` as
 *    `/me/calendar/calendarview`; otherwise the longest beginning that is known is a guess, and should be called one.
 * 4. `grants[paths[path][method]]` has a list for each kind of token. Its first is the one to ask for: the least
 *    privileged, ties decided (marked by Microsoft, only reads, no administrator, lower level, shorter name).
 */

/** Delegated for work accounts, delegated for personal accounts, and application permissions. */
export type PermissionScheme = 'work' | 'personal' | 'application';

export interface PermissionFact {
  readonly name: string;
  readonly schemes: readonly PermissionScheme[];
  /** Where its own flag asks for an administrator's consent. */
  readonly admin: readonly PermissionScheme[];
  /** Of the delegated work scheme; 1 is the least. */
  readonly level?: number;
  /** GUID of the delegated permission, as an app manifest and `oauth2PermissionScopes` name it. */
  readonly scopeId?: string;
  /** GUID of the application permission (`appRoles`). */
  readonly roleId?: string;
  /** People may not consent to it themselves in a tenant with Microsoft's default policy, although its own flag allows it. */
  readonly policy?: true;
  readonly hidden?: true;
  /** Where it is none of OAuth's: `RSC` is consent for one team, chat or site. */
  readonly kind?: string;
}

/** Indices into `permissions`, least privileged first; a kind that has none is left out. */
export interface Grant {
  readonly work?: readonly number[];
  readonly personal?: readonly number[];
  readonly application?: readonly number[];
  /** Of these, each is enough only together with another one. */
  readonly withAnother?: readonly number[];
}

export interface PermissionFacts {
  readonly source: {
    readonly repository: string;
    readonly commit: string;
    readonly date: string;
    readonly licence: string;
    /** What was changed here because Microsoft's reference pages say otherwise. */
    readonly corrections: readonly string[];
  };
  readonly permissions: readonly PermissionFact[];
  readonly grants: readonly Grant[];
  /** `/me/messages` -> `GET` -> index into `grants`. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
