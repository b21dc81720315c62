/** Service principals: the company's copies of applications and of the APIs they ask, with the permissions these offer. */
import { company } from '#simulator/seed/company.ts';
import { guid, hashText } from '#simulator/seed/random.ts';
import { permissionIds } from '#simulator/permissions/permission-ids.ts';
import { servicePrincipalId } from '#simulator/seed/service-principal-id.ts';
import {
  graphAppId,
  isKnownIn,
  ownApiIdentifier,
  type KnownResource,
} from '#simulator/entra/resources.ts';
import type { DirectoryApp, DirectoryView } from './directory-view.ts';

const microsoft = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/** Application ids of Microsoft's own APIs; the ones that have none here get one of their own. */
const appIds: readonly (readonly [title: string, appId: string])[] = [
  ['Microsoft Graph', graphAppId],
  ['Office 365 Exchange Online', '00000002-0000-0ff1-ce00-000000000000'],
  ['Office 365 SharePoint Online', '00000003-0000-0ff1-ce00-000000000000'],
  ['Office 365 Management APIs', 'c5393580-f805-4401-95e8-94b7a6ef2fc2'],
  ['Office 365 Discovery', '6f82282e-0070-4e78-bc23-e6320c5fa7de'],
];

const appIdOf = ({ title, identifier }: KnownResource): string =>
  appIds.find(([each]) => each === title)?.[1] ??
  (identifier === ownApiIdentifier
    ? identifier.slice('api://'.length)
    : guid(hashText(identifier), 54));

export const resourceObjectId = (resource: KnownResource, tenantId: string): string =>
  servicePrincipalId(appIdOf(resource), tenantId);

/** As one tenant's directory lists them: each tenant has objects of its own for the same applications. */
export function servicePrincipalsOf(
  view: Pick<DirectoryView, 'apps' | 'resources'>,
  tenantId: string,
) {
  const apis = new Map<string, KnownResource[]>();
  for (const resource of view.resources.filter((each) => isKnownIn(each, tenantId))) {
    const appId = appIdOf(resource);
    apis.set(appId, [...(apis.get(appId) ?? []), resource]);
  }
  return [
    ...view.apps
      .filter(({ audience, tenantId: owner }) => audience !== 'AzureADMyOrg' || owner === tenantId)
      .map((app) => application(app, tenantId)),
    ...[...apis].map(([appId, resources]) => api(appId, resources, tenantId)),
  ];
}

export type ServicePrincipal = ReturnType<typeof servicePrincipalsOf>[number];

function application(app: DirectoryApp, tenantId: string) {
  const { clientId, displayName, redirectUris, audience, assignmentRequiredIn } = app;
  return {
    ...principal(clientId, displayName, app.tenantId, tenantId),
    accountEnabled: !app.disabled,
    appRoleAssignmentRequired: assignmentRequiredIn?.includes(tenantId) ?? false,
    signInAudience: audience as string,
    replyUrls: redirectUris.map(({ uri }) => uri),
    servicePrincipalNames: [clientId],
    tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
    appRoles: [],
    oauth2PermissionScopes: [],
  };
}

function api(appId: string, resources: readonly KnownResource[], tenantId: string) {
  const [first] = resources;
  const isOwn = first?.identifier === ownApiIdentifier;
  const scopes = Object.entries(
    Object.assign({}, ...resources.map((each) => each.scopes)) as KnownResource['scopes'],
  );
  return {
    ...principal(appId, first?.title ?? '', isOwn ? company.tenantId : microsoft, tenantId),
    appRoles: scopes.flatMap(([value, { title, detail }]) => {
      const { role } = idsOf(appId, value);
      const words = { displayName: title, description: detail, isEnabled: true, value };
      return role
        ? [{ allowedMemberTypes: ['Application'], id: role, origin: 'Application', ...words }]
        : [];
    }),
    replyUrls: [],
    servicePrincipalNames: [
      ...new Set(resources.flatMap((each) => [each.identifier, ...each.aliases])),
    ],
    tags: [],
    oauth2PermissionScopes: scopes
      .filter(([name]) => !['openid', 'profile', 'email', 'offline_access'].includes(name))
      .map(([value, { title, detail, admin }]) => ({
        adminConsentDescription: detail,
        adminConsentDisplayName: title,
        id: idsOf(appId, value).scope ?? guid(hashText(`${appId}/${value}`), 56),
        isEnabled: true,
        type: admin ? 'Admin' : 'User',
        userConsentDescription: detail,
        userConsentDisplayName: title,
        value,
      })),
  };
}

/** As Microsoft names the permissions of Graph; those of other APIs are known to nobody here. */
function idsOf(appId: string, permission: string): { scope?: string; role?: string } {
  const [scope = '', role = ''] =
    appId === graphAppId ? (permissionIds[permission]?.split(' ') ?? []) : [];
  return { ...(scope.length > 1 ? { scope } : {}), ...(role.length > 1 ? { role } : {}) };
}

function principal(appId: string, displayName: string, owner: string, tenantId: string) {
  return {
    id: servicePrincipalId(appId, tenantId),
    deletedDateTime: null,
    accountEnabled: true,
    appDisplayName: displayName,
    appId,
    appOwnerOrganizationId: owner,
    appRoleAssignmentRequired: false,
    displayName,
    homepage: null,
    servicePrincipalType: 'Application',
    signInAudience: 'AzureADMultipleOrgs',
    keyCredentials: [],
    passwordCredentials: [],
  };
}
