/** What is one's own, by one's name instead of `/me`; the mailbox of somebody else is not shared. */
import { colleaguesOf } from '#simulator/directory/user.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { denied, tokenFacts } from './graph-access.ts';
import { GraphRefusal, routedPath, type GraphApp } from './graph-answer.ts';

const outlook =
  /^(messages|mailFolders|sendMail|contacts|contactFolders|people|calendar|calendars|calendarView|calendarGroups|events|mailboxSettings|outlook|todo)$/i;

export function ownName(app: GraphApp, context: TenantContext): void {
  app.all('/v1.0/users/:user/:what/*', async (c, next) => {
    const { person } = await tokenFacts(context, c.req.raw);
    const names = [person.oid, person.userPrincipalName].map((each) => each.toLowerCase());
    if (names.includes(c.req.param('user').toLowerCase()))
      // The address stays as it was asked, so that the next page has it too.
      return app.answerAs(routedPath(c).replace(/\/users\/[^/]+/i, '/me'), c.req.raw);
    if (outlook.test(c.req.param('what'))) {
      const known = colleaguesOf(context, person).flatMap((each) => [
        each.oid,
        each.userPrincipalName.toLowerCase(),
      ]);
      const name = c.req.param('user');
      throw known.includes(name.toLowerCase())
        ? denied('outlook')
        : new GraphRefusal(404, 'ErrorInvalidUser', `The requested user '${name}' is invalid.`);
    }
    return next();
  });
}
