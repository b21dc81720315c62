/** Microsoft Graph of the simulated tenant: its table of contents. Paths are relative to Graph's host. */
import { directoryRoutes } from '#simulator/directory/directory-routes.ts';
import { createDrives, type DriveStore } from '#simulator/files/drives.ts';
import { fileRoutes } from '#simulator/files/file-routes.ts';
import { siteRoutes } from '#simulator/files/site-routes.ts';
import { healthRoutes } from '#simulator/health/health-routes.ts';
import { permissionCheck } from '#simulator/permissions/permission-check.ts';
import { calendarRoutes } from '#simulator/outlook/calendar/calendar-routes.ts';
import { mailboxConcurrency } from '#simulator/outlook/mailbox/mailbox-concurrency.ts';
import { scheduleRoutes } from '#simulator/outlook/calendar/schedule-routes.ts';
import { contactRoutes } from '#simulator/outlook/contacts/contact-routes.ts';
import { mailRoutes } from '#simulator/outlook/mail-routes.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { tokenFacts } from './graph-access.ts';
import { graphApp, routedPath, type GraphApp } from './graph-answer.ts';
import { badRequest } from './graph-query.ts';
import { photoRoutes } from './graph-photo.ts';
import { profileRoutes } from './graph-profile.ts';
import { betaLinks } from './graph-beta.ts';
import { ownName } from './graph-own-name.ts';
import { laterRoutes } from './later-routes.ts';
import { countRoute, memberOfParent } from './graph-segments.ts';

export function graphRoutes(
  context: TenantContext,
  drives: DriveStore = createDrives(context),
): GraphApp {
  const app = graphApp(context);
  app.use('*', betaLinks(context));
  app.use('*', async (c, next) => {
    await next();
    if (!/odata(\.metadata)?=none/i.test(c.req.header('accept') ?? '')) return;
    await (await import('./graph-metadata-level.ts')).removeAnnotations(c);
  });
  app.use('/v1.0/*', permissionCheck(context));
  app.use('/v1.0/me/*', mailboxConcurrency());
  app.post('/v1.0/$batch', async (c) =>
    (await import('./graph-batch.ts')).answerBatch(app, context, c),
  );
  profileRoutes(app, context);
  photoRoutes(app, context);
  countRoute(app);
  ownName(app, context);
  mailRoutes(app, context);
  contactRoutes(app, context);
  laterRoutes(app, ['/me/people'], async () => {
    const { peopleRoutes } = await import('#simulator/outlook/contacts/people-routes.ts');
    return (part) => peopleRoutes(part, context);
  });
  calendarRoutes(app, context);
  scheduleRoutes(app, context);
  fileRoutes(app, context, drives);
  siteRoutes(app, context, drives);
  laterRoutes(
    app,
    ['/me/outlook/masterCategories/*', '/me/mailFolders/:folder/messageRules/*'],
    async () => {
      const { mailboxRows } = await import('#simulator/seldom/mailbox-rows.ts');
      return (part) => mailboxRows(part, context);
    },
  );
  const event = '/me/events/:event';
  laterRoutes(
    app,
    [`${event}/calendar`, `${event}/exceptionOccurrences`, `${event}/attachments/*`],
    async () => {
      const { eventParts } = await import('#simulator/seldom/event-parts.ts');
      return (part) => eventParts(part, context);
    },
  );
  laterRoutes(
    app,
    [
      ...['/me/joinedTeams', '/teams/*', '/me/todo/*', '/me/planner/*', '/planner/*'],
      '/me/onenote/*',
    ],
    async () => {
      const { workplaceRoutes } = await import('#simulator/workplace/workplace-routes.ts');
      return (part) => workplaceRoutes(part, context);
    },
  );
  directoryRoutes(app, context);
  healthRoutes(app, context);
  app.all('*', async (c) => {
    const [version = ''] = routedPath(c).split('/').slice(1);
    const isKnown = version.toLowerCase() === 'v1.0';
    const seldom = await import('#simulator/seldom/seldom-routes.ts');
    const found = isKnown ? await seldom.seldomAsked(c, context, app) : undefined;
    if (found) return found;
    await tokenFacts(context, c.req.raw);
    if (!isKnown) throw badRequest(`Invalid version: ${version}`);
    if (c.req.method !== 'GET') return seldom.refusedMethod(app, c);
    return memberOfParent(app, c);
  });
  return app;
}
