/** A mailbox by its owner's name instead of `/me`: one's own answers, that of somebody else is not shared. */
import { denied, tokenFacts } from '#simulator/graph-access.ts';
import type { GraphApp } from '#simulator/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

const outlook =
  'messages mailFolders sendMail contacts contactFolders people calendar calendars calendarView events mailboxSettings'.split(
    ' ',
  );

export function ownMailbox(app: GraphApp, context: TenantContext): void {
  for (const segment of outlook) {
    for (const path of [`/v1.0/users/:user/${segment}`, `/v1.0/users/:user/${segment}/*`]) {
      app.all(path, async (c) => {
        const { person } = await tokenFacts(context, c.req.raw);
        const user = c.req.param('user' as never) as string;
        const names = [person.oid, person.userPrincipalName].map((each) => each.toLowerCase());
        if (!names.includes(decodeURIComponent(user).toLowerCase())) throw denied('outlook');
        const url = c.req.raw.url.replace(/\/v1\.0\/users\/[^/]+\//, '/v1.0/me/');
        return app.fetch(new Request(url, c.req.raw));
      });
    }
  }
}
