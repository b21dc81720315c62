/** Service health and the message centre, for whoever has the scope and the role. */
import { needs } from '#simulator/graph/graph-access.ts';
import type { GraphApp } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

const base = '/v1.0/admin/serviceAnnouncement';
// Administrators alone may ask, so nobody else loads it.
const answers = () => import('./health-answers.ts');

export function healthRoutes(app: GraphApp, context: TenantContext): void {
  const health = needs(context, ['ServiceHealth.Read.All'], 'directory');
  const messages = needs(context, ['ServiceMessage.Read.All'], 'directory');
  app.get(`${base}/healthOverviews`, health, async (c) =>
    (await answers()).listOverviews(c, context),
  );
  app.get(`${base}/healthOverviews/:name`, health, async (c) =>
    (await answers()).oneOverview(c, context, c.req.param('name')),
  );
  app.get(`${base}/healthOverviews/:name/issues`, health, async (c) =>
    (await answers()).issuesOfOverview(c, context, c.req.param('name')),
  );
  for (const [set, guard] of [
    ['issues', health],
    ['messages', messages],
  ] as const) {
    app.get(`${base}/${set}`, guard, async (c) => (await answers()).listSet(c, context, set));
    app.get(`${base}/${set}/:id`, guard, async (c) =>
      (await answers()).oneOfSet(c, context, set, c.req.param('id') ?? ''),
    );
  }
}
