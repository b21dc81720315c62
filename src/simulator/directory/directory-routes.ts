/** The directory in Graph: colleagues, memberships, grants and applications, each for whoever may see it. */
import { needs } from '#simulator/graph/graph-access.ts';
import {
  answer,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { listRoute } from '#simulator/workplace/list-route.ts';
import type { DirectoryView } from './directory-view.ts';

// Few ask for more than themselves, so what answers them is loaded by whoever does.
const users = () => import('./user-list.ts');
const principals = () => import('./principal-list.ts');

export function directoryRoutes(app: GraphApp, context: TenantContext): void {
  app.get('/v1.0/users', needs(context, ['User.ReadBasic.All'], 'directory'), async (c) =>
    (await users()).listUsers(c, context),
  );
  app.get('/v1.0/users/:id', needs(context, ['User.Read.All'], 'directory'), async (c) =>
    (await users()).oneUser(c, context, c.req.param('id')),
  );
  app.get('/v1.0/me/memberOf', needs(context, ['User.Read'], 'directory'), async (c) =>
    (await import('./membership-list.ts')).listMemberships(c, context),
  );
  app.get('/v1.0/auditLogs/signIns', needs(context, ['AuditLog.Read.All'], 'audit'), async (c) => {
    if (!c.get('facts').person.isAdministrator)
      throw new GraphRefusal(
        403,
        'Authentication_RequestFromUnsupportedUserRole',
        'User is not in the allowed roles.',
      );
    return (await import('./sign-ins.ts')).listSignIns(c, context);
  });
  if (context.directory) adminRoutes(app, context, context.directory);
}

/** What only an administrator's consent opens, and only an administrator's role shows in full. */
function adminRoutes(app: GraphApp, context: TenantContext, view: DirectoryView): void {
  const reads = needs(context, ['Directory.Read.All'], 'directory');
  app.get('/v1.0/oauth2PermissionGrants', reads, async (c) =>
    (await principals()).listGrants(c, context, view),
  );
  app.get('/v1.0/oauth2PermissionGrants/:id', reads, async (c) =>
    (await principals()).oneGrant(c, context, view),
  );
  const writes = needs(context, ['DelegatedPermissionGrant.ReadWrite.All'], 'directory');
  const write = async (c: GraphContext) => (await principals()).writeGrant(c, view);
  app.post('/v1.0/oauth2PermissionGrants', writes, async (c) =>
    (await principals()).makeGrant(c, context, view),
  );
  app.patch('/v1.0/oauth2PermissionGrants/:id', writes, write);
  app.delete('/v1.0/oauth2PermissionGrants/:id', writes, write);
  listRoute(app, context, {
    type: 'oAuth2PermissionGrant',
    guards: [reads],
    page: 100,
    path: '/me/oauth2PermissionGrants',
    rows: async (c) => {
      const { person } = c.get('facts');
      const all = await (await principals()).grantsOf(view, person);
      return all.filter(({ principalId }) => principalId === person.oid);
    },
  });
  const guard = needs(context, ['Application.Read.All'], 'directory');
  app.get('/v1.0/servicePrincipals', guard, async (c) =>
    (await principals()).listPrincipals(c, context, view),
  );
  app.get('/v1.0/:set{servicePrincipals\\(appId=.+\\)}', guard, async (c) => {
    const appId = /'([^']*)'/.exec(c.req.param('set'))?.[1] ?? '';
    return (await principals()).onePrincipal(c, context, view, { appId });
  });
  app.get('/v1.0/servicePrincipals/:id', guard, async (c) =>
    (await principals()).onePrincipal(c, context, view, { id: c.req.param('id') }),
  );
  const revokes = needs(context, ['User.RevokeSessions.All'], 'directory');
  app.post('/v1.0/users/:id/revokeSignInSessions', revokes, async (c) => {
    await view.revoke((await users()).whomToRevoke(c, context, c.req.param('id')).oid);
    return answer({ '@odata.context': metadata(context, 'Edm.Boolean'), value: true });
  });
  app.post('/v1.0/me/revokeSignInSessions', revokes, async (c) => {
    await view.revoke(c.get('facts').person.oid);
    return answer({ '@odata.context': metadata(context, 'Edm.Boolean'), value: true });
  });
}
