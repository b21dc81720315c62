/** What hangs on an application or a person in the directory: who agreed to what, and who was assigned what (Graph servicePrincipal). */
import { denied, holds } from '#simulator/graph/graph-access.ts';
import type { GraphContext } from '#simulator/graph/graph-answer.ts';
import { lowImpact } from '#simulator/entra/scope-lists.ts';
import { graphAppId } from '#simulator/entra/resources.ts';
import { guid, hashText, hex } from '#simulator/seed/random.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { noSuchResource } from '#simulator/workplace/list-route.ts';
import { answerDirectoryList } from './directory-list.ts';
import type { DirectoryView } from './directory-view.ts';
import { listGrants } from './principal-list.ts';
import { servicePrincipalsOf, type ServicePrincipal } from './service-principals.ts';
import { colleaguesOf } from './user.ts';

const readers = ['Directory.Read.All', 'Directory.ReadWrite.All'];
const opened = {
  grants: ['DelegatedPermissionGrant.ReadWrite.All', ...readers],
  applications: ['Application.Read.All', 'Application.ReadWrite.All', ...readers],
  people: ['AppRoleAssignment.ReadWrite.All', ...readers],
} as const;

/** What opens the application or the person opens not all that hangs on them. */
function check(c: GraphContext, part: string, otherwise: 'applications' | 'people'): void {
  const wanted = part === 'oauth2permissiongrants' ? 'grants' : otherwise;
  if (!holds(c.get('facts'), opened[wanted])) throw denied('directory');
}

/** Of whoever may use an application that names no roles. */
const defaultRole = '00000000-0000-0000-0000-000000000000';

/** @param key an object id or an application's id */
export async function partOfPrincipal(
  c: GraphContext,
  context: TenantContext,
  key: string,
  name: string,
): Promise<Response> {
  const part = name.toLowerCase();
  check(c, part, 'applications');
  const { directory } = context;
  const { person } = c.get('facts');
  const byAppId = /appid=/i.test(c.req.url);
  const found =
    directory &&
    servicePrincipalsOf(directory, person.tenantId).find(
      (each) => (byAppId ? each.appId : each.id) === key.toLowerCase(),
    );
  if (!found) throw noSuchResource(key);
  if (part === 'oauth2permissiongrants') return listGrants(c, context, directory, found.id);
  if (part === 'owners') return list(c, context, 'directoryObject', 'directoryObjects', []);
  if (part === 'delegatedpermissionclassifications')
    return list(
      c,
      context,
      'delegatedPermissionClassification',
      'delegatedPermissionClassifications',
      classified(found),
    );
  const end = part === 'approleassignments' ? 'principalId' : 'resourceId';
  const rows = assignments(context, directory, person).filter((each) => each[end] === found.id);
  return list(c, context, 'appRoleAssignment', 'appRoleAssignments', rows);
}

export async function partOfPerson(
  c: GraphContext,
  context: TenantContext,
  { oid }: Person,
  what: string,
): Promise<Response> {
  const part = what.toLowerCase();
  check(c, part, 'people');
  const { directory } = context;
  if (!directory) throw noSuchResource(oid);
  if (part === 'oauth2permissiongrants') return listGrants(c, context, directory, oid);
  const rows = assignments(context, directory, c.get('facts').person);
  const own = rows.filter(({ principalId }) => principalId === oid);
  return list(c, context, 'appRoleAssignment', 'appRoleAssignments', own);
}

function list(
  c: GraphContext,
  context: TenantContext,
  type: string,
  name: string,
  rows: readonly object[],
): Response {
  return answerDirectoryList(c, context, { name, type, rows, members: (row) => row });
}

/** What people may agree to by themselves where the company has named permissions of low impact. */
function classified({ appId, oauth2PermissionScopes }: ServicePrincipal) {
  if (appId !== graphAppId) return [];
  return oauth2PermissionScopes
    .filter(({ value }) => lowImpact.includes(value))
    .map(({ id, value }) => ({
      id: hex(43, hashText(id), 61),
      classification: 'low',
      permissionId: id,
      permissionName: value,
    }));
}

/** Of applications, the permissions without a person; of people, that they may use what not everybody may. */
function assignments(context: TenantContext, view: DirectoryView, asking: Person) {
  const principals = servicePrincipalsOf(view, asking.tenantId);
  const ofApps = view.apps.flatMap(({ clientId, roles = {} }) => {
    const app = principals.find(({ appId }) => appId === clientId);
    return Object.entries(roles).flatMap(([title, names]) => {
      const api = principals.find(({ displayName }) => displayName === title);
      return app && api ? names.map((name) => assignment(app, api, roleId(api, name))) : [];
    });
  });
  const assigned = colleaguesOf(context, asking).filter(
    ({ difficulty }) => difficulty !== 'not-assigned',
  );
  const ofPeople = principals
    .filter(({ appRoleAssignmentRequired }) => appRoleAssignmentRequired)
    .flatMap((app) =>
      assigned.map(({ oid: id, displayName }) => assignment({ id, displayName }, app, defaultRole)),
    );
  return [...ofApps, ...ofPeople];
}

/** As the API lists it, where its permissions' numbers are known. */
function roleId({ appId, appRoles }: ServicePrincipal, name: string): string {
  const known = appRoles.find(({ value }) => value === name);
  return known?.id ?? guid(hashText(`${appId}/${name}`), 57);
}

function assignment(
  principal: { readonly id: string; readonly displayName: string; readonly appId?: string },
  resource: ServicePrincipal,
  appRoleId: string,
) {
  return {
    id: hex(43, hashText(principal.id + resource.id + appRoleId), 60),
    deletedDateTime: null,
    appRoleId,
    createdDateTime: '2026-02-03T09:12:40Z',
    principalDisplayName: principal.displayName,
    principalId: principal.id,
    principalType: principal.appId === undefined ? 'User' : 'ServicePrincipal',
    resourceDisplayName: resource.displayName,
    resourceId: resource.id,
  };
}
