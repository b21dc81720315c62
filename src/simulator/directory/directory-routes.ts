/** The directory in Graph: colleagues, memberships, grants and applications, each for whoever may see it. */
import { denied, holds, needs } from '#simulator/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph-query.ts';
import { hashText, hex } from '#simulator/seed/random.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { listRoute, noSuchResource } from '#simulator/workplace/list-route.ts';
import type { DirectoryView } from './directory-view.ts';
import { membershipsOf } from './groups.ts';
import { objectIdOf, resourceObjectId, servicePrincipalsOf } from './service-principals.ts';
import { signInsOf } from './sign-ins.ts';
import { basicMembers, user } from './user.ts';

const size = { page: 100, most: 999 } as const;

export function directoryRoutes(app: GraphApp, context: TenantContext): void {
  userRoutes(app, context);
  const groups = needs(context, ['User.Read'], 'directory');
  listRoute(app, context, {
    path: '/me/memberOf',
    type: 'directoryObject',
    guards: [groups],
    page: size.page,
    rows: (c) =>
      membershipsOf(
        c.get('facts').person,
        holds(c.get('facts'), [
          'GroupMember.Read.All',
          'Group.Read.All',
          'Directory.Read.All',
          'Directory.ReadWrite.All',
        ]),
      ),
  });
  signInRoutes(app, context);
  if (context.directory) adminRoutes(app, context, context.directory);
}

function userRoutes(app: GraphApp, context: TenantContext): void {
  const colleagues = (c: GraphContext) =>
    context.people.filter(({ tenantId }) => tenantId === c.get('facts').person.tenantId);
  // Without leave to read everything, what is not basic comes as nothing.
  const shown = (c: GraphContext, person: Person) =>
    person.oid === c.get('facts').person.oid || holds(c.get('facts'), full)
      ? user(person)
      : basicMembers(user(person));
  app.get('/v1.0/users', needs(context, ['User.ReadBasic.All'], 'directory'), (c) => {
    const query = readQuery(
      c.req.url,
      ['$top', '$select', '$count', '$filter', '$orderby', '$skip'],
      size,
    );
    const kept = colleagues(c).filter(fits(query.filter));
    const value = kept
      .slice(0, query.top)
      .map((person) => selected(shown(c, person), query.select, 'user', []));
    const count = query.count ? kept.length : undefined;
    return answer(collection(context, 'users', value, { count }));
  });
  app.get('/v1.0/users/:id', needs(context, ['User.Read.All'], 'directory'), (c) => {
    const id = c.req.param('id').toLowerCase();
    const found = colleagues(c).find(({ oid, userPrincipalName }) =>
      [oid, userPrincipalName.toLowerCase()].includes(id),
    );
    if (!found) throw noSuchResource(id);
    // One's own profile is all that the smallest scope opens here.
    const isOwn = found.oid === c.get('facts').person.oid;
    if (!isOwn && !holds(c.get('facts'), [...full, 'User.ReadBasic.All']))
      throw denied('directory');
    const { select } = readQuery(c.req.url, ['$select']);
    return answer({
      '@odata.context': metadata(context, 'users/$entity'),
      ...selected(shown(c, found), select, 'user'),
    });
  });
}

const full = [
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

/** `startsWith` and equality, which is what people pickers ask. */
function fits(filter: string | undefined): (person: Person) => boolean {
  if (filter === undefined) return () => true;
  const parts = filter.split(/ or /i).map((part) => {
    const starts = /^startsWith\((\w+),\s*'([^']*)'\)$/i.exec(part.trim());
    const equals = /^(\w+) eq '([^']*)'$/i.exec(part.trim());
    const [, name = '', text = ''] = starts ?? equals ?? [];
    if (name === '') throw unsupported('Invalid filter clause.');
    return { name, text: text.toLowerCase(), isStart: starts !== null };
  });
  return (person) =>
    parts.some(({ name, text, isStart }) => {
      const member = Object.entries(user(person)).find(([each]) => each === name)?.[1];
      const value = typeof member === 'string' ? member.toLowerCase() : '';
      return isStart ? value.startsWith(text) : value === text;
    });
}

function unsupported(message: string): GraphRefusal {
  return new GraphRefusal(400, 'Request_UnsupportedQuery', message);
}

function signInRoutes(app: GraphApp, context: TenantContext): void {
  app.get('/v1.0/auditLogs/signIns', needs(context, ['AuditLog.Read.All'], 'audit'), (c) => {
    const { person } = c.get('facts');
    if (!person.isAdministrator)
      throw new GraphRefusal(
        403,
        'Authentication_RequestFromUnsupportedUserRole',
        'User is not in the allowed roles.',
      );
    const query = readQuery(c.req.url, ['$top', '$filter', '$orderby', '$select', '$skip'], size);
    const all = signInsOf(context, person.tenantId, context.directory?.apps[0]);
    const value = all.slice(query.skip, query.skip + query.top);
    return answer(
      collection(
        context,
        'auditLogs/signIns',
        value.map((row) => selected(row, query.select, 'signIn')),
      ),
    );
  });
}

/** What only an administrator's consent opens, and only an administrator's role shows in full. */
function adminRoutes(app: GraphApp, context: TenantContext, view: DirectoryView): void {
  const grants = async (person: Person) =>
    (await view.consents(person.tenantId)).map(({ appId, oid, resource, scopes }) => ({
      clientId: objectIdOf(appId),
      consentType: oid === undefined ? 'AllPrincipals' : 'Principal',
      id: hex(43, hashText(`${appId}${resource.identifier}${oid}`), 59),
      principalId: oid ?? null,
      resourceId: resourceObjectId(resource),
      // The space in front is in the real answers, too.
      scope: ` ${scopes.join(' ')}`,
    }));
  const reads = [needs(context, ['Directory.Read.All'], 'directory')];
  listRoute(app, context, {
    path: '/oauth2PermissionGrants',
    type: 'oAuth2PermissionGrant',
    guards: reads,
    page: size.page,
    rows: (c) => grants(c.get('facts').person),
    one: true,
  });
  listRoute(app, context, {
    path: '/me/oauth2PermissionGrants',
    type: 'oAuth2PermissionGrant',
    guards: reads,
    page: size.page,
    rows: async (c) => {
      const { person } = c.get('facts');
      return (await grants(person)).filter(({ principalId }) => principalId === person.oid);
    },
  });
  principalRoutes(app, context, view);
  app.post(
    '/v1.0/me/revokeSignInSessions',
    needs(context, ['User.RevokeSessions.All'], 'directory'),
    async (c) => {
      await view.revoke(c.get('facts').person.oid);
      return answer({ '@odata.context': metadata(context, 'Edm.Boolean'), value: true });
    },
  );
}

function principalRoutes(app: GraphApp, context: TenantContext, view: DirectoryView): void {
  const guard = needs(context, ['Application.Read.All'], 'directory');
  const all = servicePrincipalsOf(view);
  const one = (c: GraphContext, found: (typeof all)[number] | undefined, id: string) => {
    if (!found) throw noSuchResource(id);
    const { select } = readQuery(c.req.url, ['$select']);
    return answer({
      '@odata.context': metadata(context, 'servicePrincipals/$entity'),
      ...selected(found, select, 'servicePrincipal'),
    });
  };
  app.get('/v1.0/servicePrincipals', guard, (c) => {
    const query = readQuery(c.req.url, ['$top', '$select', '$count', '$filter', '$orderby'], size);
    const [, name, value, start] =
      /^(?:(appId|displayName|id) eq '([^']*)'|startswith\(displayName,\s*'([^']*)'\))$/i.exec(
        query.filter ?? '',
      ) ?? [];
    if (query.filter !== undefined && value === undefined && start === undefined)
      throw unsupported(`Invalid filter clause: '${query.filter}'.`);
    const kept = all.filter((each) =>
      name !== undefined
        ? each[name as 'appId'] === value
        : each.displayName.toLowerCase().startsWith((start ?? '').toLowerCase()),
    );
    const rows = kept
      .slice(0, query.top)
      .map((each) => selected(each, query.select, 'servicePrincipal'));
    const count = query.count ? kept.length : undefined;
    return answer(collection(context, 'servicePrincipals', rows, { count }));
  });
  app.get('/v1.0/:set{servicePrincipals\\(appId=.+\\)}', guard, (c) => {
    const appId = /'([^']*)'/.exec(c.req.param('set'))?.[1] ?? '';
    return one(
      c,
      all.find((each) => each.appId === appId),
      appId,
    );
  });
  app.get('/v1.0/servicePrincipals/:id', guard, (c) => {
    const id = c.req.param('id');
    if (!/^[0-9a-f-]{36}$/i.test(id)) throw badRequest(`Invalid object identifier '${id}'.`);
    return one(
      c,
      all.find((each) => each.id === id),
      id,
    );
  });
}
