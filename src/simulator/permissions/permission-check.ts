/** Refuses a request of Graph whose token holds none of the permissions that Microsoft's lists name for its path and method. */
import type { Step } from '#simulator/router/router.ts';
import { denied, holds, tokenFacts, type Family } from '#simulator/graph/graph-access.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
import { routedPath, type GraphEnv } from '#simulator/graph/graph-answer.ts';
import type { TenantContext, TokenFacts } from '#simulator/tenant-context.ts';
import { acceptedPermissions, type Accepted } from './accepted-permissions.ts';

/** Which workload behind Graph answers, and so in whose words a refusal comes; the first that fits. */
const families: readonly (readonly [RegExp, Family])[] = [
  [/^\/(me|users\/[^/]+)\/(drives?|followedsites)(\/|$)|^\/(drives|sites|shares)(\/|$)/, 'files'],
  [/\/onenote(\/|$)/, 'notes'],
  [/\/planner(\/|$)/, 'planner'],
  [/\/(joinedteams|teams|chats)(\/|$)/, 'teams'],
  [/\/presence(\/|$)/, 'presence'],
  [/^\/auditlogs(\/|$)/, 'audit'],
  [
    /^\/(me|users\/[^/]+)\/(messages|mailfolders|contacts|contactfolders|events|calendar\w*|people|outlook|mailboxsettings|sendmail|todo|inferenceclassification|findmeetingtimes)(\/|$)/,
    'outlook',
  ],
];

export function familyOf(path: string): Family {
  return families.find(([pattern]) => pattern.test(path.toLowerCase()))?.[1] ?? 'directory';
}

export function permissionCheck(context: TenantContext): Step<GraphEnv> {
  return async (c, next) => {
    const path = decodeURI(routedPath(c)).replace(/^\/v1\.0(?=\/)/, '');
    const accepted = acceptedPermissions(c.req.method, path);
    if (accepted) {
      const application = await asApplication(context, c.req.raw, path, accepted);
      const facts = application ?? (await tokenFacts(context, c.req.raw));
      if (!application && !holds(facts, accepted.scopes)) {
        const family = familyOf(path);
        throw denied(family, family === 'teams' ? named(accepted.scopes, facts.scopes) : '');
      }
      c.set('facts', facts);
      c.set('isAdmitted', true);
    }
    await next();
  };
}

/**
 * An application by itself is nobody: there is no `me` for it. What its roles open it sees with an administrator's eyes.
 * @returns `undefined` for a person's token, and for none
 */
async function asApplication(
  context: TenantContext,
  request: Request,
  path: string,
  { scopes, roles }: Accepted,
): Promise<TokenFacts | undefined> {
  const app = await context.checkAppToken(request, context.hosts.graph);
  if ('refusal' in app) return undefined;
  if (/^\/me(\/|$)/i.test(path))
    throw badRequest('/me request is only valid with delegated authentication flow.');
  const person = context.people.find(
    ({ tenantId, isAdministrator }) => tenantId === app.tenantId && isAdministrator,
  );
  if (!person || !roles.some((role) => app.roles.includes(role))) throw denied(familyOf(path));
  return { person, scopes, resource: app.resource };
}

/** Only Teams says which permissions it misses. */
function named(wanted: readonly string[], held: readonly string[]): string {
  return ` API requires one of '${wanted.join(', ')}'. Scopes on the request '${held.join(', ')}'`;
}
