/** Applications as the company's directory knows them, and who agreed to what (Graph servicePrincipal, oAuth2PermissionGrant). */
import { denied } from '#simulator/graph/graph-access.ts';
import {
  answer,
  GraphRefusal,
  metadata,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { resourceBody } from '#simulator/graph/graph-body.ts';
import { badRequest, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { textOf } from '#simulator/graph/odata-fits.ts';
import { servicePrincipalId } from '#simulator/seed/service-principal-id.ts';
import { hashText, hex } from '#simulator/seed/random.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { noSuchResource } from '#simulator/workplace/list-route.ts';
import { answerDirectoryList } from './directory-list.ts';
import type { DirectoryView, GivenConsent } from './directory-view.ts';
import { colleaguesOf } from './user.ts';
import { resourceObjectId, servicePrincipalsOf } from './service-principals.ts';

const grantId = ({ appId, oid, resource }: GivenConsent) =>
  hex(43, hashText(`${appId}${resource.identifier}${oid}`), 59);

export async function grantsOf(view: DirectoryView, person: Person) {
  return (await view.consents(person.tenantId)).map((consent) => shownGrant(consent, person));
}

function shownGrant(consent: GivenConsent, person: Person) {
  const { appId, oid, resource, scopes } = consent;
  return {
    clientId: servicePrincipalId(appId, person.tenantId),
    consentType: oid === undefined ? 'AllPrincipals' : 'Principal',
    id: grantId(consent),
    principalId: oid ?? null,
    resourceId: resourceObjectId(resource, person.tenantId),
    // The space in front is in the real answers, too.
    scope: ` ${scopes.join(' ')}`,
  };
}

/** @param of whose they are: an application's or a person's object id; of everybody where none is named */
export async function listGrants(
  c: GraphContext,
  context: TenantContext,
  view: DirectoryView,
  of?: string,
): Promise<Response> {
  const all = await grantsOf(view, c.get('facts').person);
  return answerDirectoryList(c, context, {
    name: 'oauth2PermissionGrants',
    type: 'oAuth2PermissionGrant',
    rows:
      of === undefined ? all : all.filter((each) => [each.clientId, each.principalId].includes(of)),
    members: (row) => row,
  });
}

export async function oneGrant(
  c: GraphContext,
  context: TenantContext,
  view: DirectoryView,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const found = (await grantsOf(view, c.get('facts').person)).find((each) => each.id === id);
  if (!found) throw noSuchResource(id);
  const { select } = readQuery(c.req.url, ['$select']);
  return answer({
    '@odata.context': metadata(context, 'oauth2PermissionGrants/$entity'),
    ...selected(found, select, 'oAuth2PermissionGrant', ['id']),
  });
}

/** PATCH has the scopes that stay, DELETE none; only an administrator may write here at all. */
export async function writeGrant(c: GraphContext, view: DirectoryView): Promise<Response> {
  const { person } = c.get('facts');
  if (!person.isAdministrator) throw denied('directory');
  const id = c.req.param('id') ?? '';
  const found = (await view.consents(person.tenantId)).find((each) => grantId(each) === id);
  if (!found) throw noSuchResource(id);
  const left = c.req.method === 'DELETE' ? [] : scopesOf(await c.req.json().catch(() => undefined));
  await view.leave(found, person.tenantId, left);
  return new Response(null, { status: 204 });
}

/** An administrator agrees on behalf of one person or of all, without a page that asks. */
export async function makeGrant(
  c: GraphContext,
  context: TenantContext,
  view: DirectoryView,
): Promise<Response> {
  const { person } = c.get('facts');
  if (!person.isAdministrator) throw denied('directory');
  const { tenantId } = person;
  const given = await resourceBody(c);
  const scopes = scopesOf(given);
  const { clientId, consentType, principalId, resourceId } = given;
  const isForAll = consentType === 'AllPrincipals';
  if (!isForAll && consentType !== 'Principal') throw invalidGrant('consentType');
  // Whoever agrees is named where it is one person, and only there.
  if (isForAll !== (principalId === undefined || principalId === null))
    throw invalidGrant('principalId');
  const app = view.apps.find(({ clientId: id }) => servicePrincipalId(id, tenantId) === clientId);
  if (!app) throw noSuchResource(textOf(clientId ?? ''));
  const resource = view.resources.find((each) => resourceObjectId(each, tenantId) === resourceId);
  if (!resource) throw noSuchResource(textOf(resourceId ?? ''));
  const oid = isForAll ? undefined : textOf(principalId ?? '');
  const isKnown = colleaguesOf(context, person).some((each) => each.oid === oid);
  if (oid !== undefined && !isKnown) throw noSuchResource(oid);
  const made: GivenConsent = { appId: app.clientId, oid, resource, scopes };
  const id = grantId(made);
  if ((await view.consents(tenantId)).some((each) => grantId(each) === id))
    throw new GraphRefusal(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      'Permission entry already exists.',
    );
  await view.leave(made, tenantId, scopes);
  return answer(
    {
      '@odata.context': metadata(context, 'oauth2PermissionGrants/$entity'),
      ...shownGrant(made, person),
    },
    {},
    201,
  );
}

function invalidGrant(name: string): GraphRefusal {
  return new GraphRefusal(
    400,
    'Request_BadRequest',
    `Invalid value specified for property '${name}' of resource 'OAuth2PermissionGrant'.`,
  );
}

function scopesOf(body: unknown): string[] {
  const { scope } = (body ?? {}) as { scope?: unknown };
  if (typeof scope !== 'string') throw badRequest('Invalid value specified for property scope.');
  return scope.split(/\s+/).filter(Boolean);
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
