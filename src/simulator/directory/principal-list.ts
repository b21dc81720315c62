/** Applications as the company's directory knows them, and who agreed to what (Graph servicePrincipal, oAuth2PermissionGrant). */
import { answer, metadata, type GraphContext } from '#simulator/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph-query.ts';
import { servicePrincipalId } from '#simulator/seed/service-principal-id.ts';
import { hashText, hex } from '#simulator/seed/random.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { noSuchResource } from '#simulator/workplace/list-route.ts';
import { answerDirectoryList } from './directory-list.ts';
import type { DirectoryView } from './directory-view.ts';
import { resourceObjectId, servicePrincipalsOf } from './service-principals.ts';

export async function grantsOf(view: DirectoryView, person: Person) {
  return (await view.consents(person.tenantId)).map(({ appId, oid, resource, scopes }) => ({
    clientId: servicePrincipalId(appId, person.tenantId),
    consentType: oid === undefined ? 'AllPrincipals' : 'Principal',
    id: hex(43, hashText(`${appId}${resource.identifier}${oid}`), 59),
    principalId: oid ?? null,
    resourceId: resourceObjectId(resource, person.tenantId),
    // The space in front is in the real answers, too.
    scope: ` ${scopes.join(' ')}`,
  }));
}

export function listPrincipals(
  c: GraphContext,
  context: TenantContext,
  view: DirectoryView,
): Response {
  return answerDirectoryList(c, context, {
    name: 'servicePrincipals',
    type: 'servicePrincipal',
    rows: servicePrincipalsOf(view, c.get('facts').person.tenantId),
    members: (row) => row,
  });
}

export function onePrincipal(
  c: GraphContext,
  context: TenantContext,
  view: DirectoryView,
  { id, appId }: { readonly id?: string; readonly appId?: string },
): Response {
  if (id !== undefined && !/^[0-9a-f-]{36}$/i.test(id))
    throw badRequest(`Invalid object identifier '${id}'.`);
  const { tenantId } = c.get('facts').person;
  const found = servicePrincipalsOf(view, tenantId).find((each) =>
    id === undefined ? each.appId === appId : each.id === id,
  );
  if (!found) throw noSuchResource(id ?? appId ?? '');
  const { select } = readQuery(c.req.url, ['$select']);
  return answer({
    '@odata.context': metadata(context, 'servicePrincipals/$entity'),
    ...selected(found, select, 'servicePrincipal'),
  });
}
