/** Teams and their channels, To Do, Planner and OneNote of the signed-in person. */
import { needs, needsMailbox, needsOneDrive, opens } from '#simulator/graph/graph-access.ts';
import {
  GraphRefusal,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { openMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { listRoute } from './list-route.ts';
import { notebooksOf, pageHtml, pagesOf, sectionsOf } from './notebooks.ts';
import { plannerRoutes } from './planner-routes.ts';
import { partNames, partsNow } from './task-parts.ts';
import { todoListCalled, todoListsNow, todoTasksNow, todoWrites } from './todo-writes.ts';
import { channelsOf, teamsOf } from './teams.ts';

export function workplaceRoutes(app: GraphApp, context: TenantContext): void {
  teamRoutes(app, context);
  taskRoutes(app, context);
  plannerRoutes(app, context);
  noteRoutes(app, context);
}

function teamRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.teams, 'teams')];
  const teams = (c: GraphContext) => teamsOf(c.get('facts').person);
  const missing = () => new GraphRefusal(404, 'NotFound', 'No team found with Group Id.');
  listRoute(app, context, { path: '/me/joinedTeams', type: 'team', guards, rows: teams });
  listRoute(app, context, {
    path: '/teams/:team/channels',
    type: 'channel',
    filters: true,
    guards: [needs(context, ['Channel.ReadBasic.All'], 'teams')],
    rows: (c) => {
      const team = teams(c).find(({ id }) => id === c.req.param('team'));
      if (!team) throw missing();
      return channelsOf(team);
    },
  });
}

function taskRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.tasks, 'outlook'), needsMailbox];
  const gone = nothingHere;
  const lists = async (c: GraphContext) =>
    todoListsNow(await openMailbox(context, c.get('facts').person));
  listRoute(app, context, {
    path: '/me/todo/lists',
    type: 'todoTaskList',
    guards,
    filters: true,
    orders: true,
    rows: lists,
    one: true,
    missing: gone,
  });
  listRoute(app, context, {
    path: '/me/todo/lists/:list/tasks',
    type: 'todoTask',
    guards,
    filters: true,
    orders: true,
    rows: async (c) => {
      const mailbox = await openMailbox(context, c.get('facts').person);
      return todoTasksNow(mailbox, todoListCalled(mailbox, c.req.param('list')));
    },
    one: true,
    missing: gone,
    expands: Object.fromEntries(
      partNames.map((name) => [
        name,
        async (c, { id = '' }) =>
          partsNow(await openMailbox(context, c.get('facts').person), name, id),
      ]),
    ),
  });
  todoWrites(app, context);
}

function noteRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.notebooks, 'notes'), needsOneDrive];
  const missing = () => new GraphRefusal(404, '20102', 'The specified resource ID does not exist.');
  const mine = (c: GraphContext) => c.get('facts').person;
  const notebooks = (c: GraphContext) => notebooksOf(context, mine(c));
  const sections = (c: GraphContext) =>
    notebooks(c).flatMap((book) => sectionsOf(context, mine(c), book));
  const pages = (c: GraphContext) =>
    sections(c).flatMap((section) => pagesOf(context, mine(c), section));
  const common = { guards, missing, one: true, filters: true, orders: true } as const;
  const route = (path: string, type: string, rows: (c: GraphContext) => readonly object[]) =>
    listRoute(app, context, { ...common, path, type, rows, page: 20 });
  listRoute(app, context, {
    ...common,
    path: '/me/onenote/notebooks',
    type: 'notebook',
    rows: notebooks,
    page: 20,
    expands: {
      sections: (c, { id }) => sections(c).filter(({ parentNotebook }) => parentNotebook.id === id),
      sectionGroups: () => [],
    },
  });
  // Nobody here has made one; notebooks name their address.
  route('/me/onenote/sectionGroups', 'sectionGroup', () => []);
  route('/me/onenote/notebooks/:parent/sectionGroups', 'sectionGroup', () => []);
  route('/me/onenote/sections', 'onenoteSection', sections);
  route('/me/onenote/pages', 'onenotePage', pages);
  route('/me/onenote/notebooks/:parent/sections', 'onenoteSection', (c) =>
    sections(c).filter(({ parentNotebook }) => parentNotebook.id === c.req.param('parent')),
  );
  route('/me/onenote/sections/:parent/pages', 'onenotePage', (c) =>
    pages(c).filter(({ parentSection }) => parentSection.id === c.req.param('parent')),
  );
  const content = '/v1.0/me/onenote/pages/:id/content';
  for (const guard of guards) app.use(content, guard);
  app.get(content, (c) => {
    const page = pages(c).find(({ id }) => id === c.req.param('id'));
    if (!page) throw missing();
    return new Response(pageHtml(page), { headers: { 'content-type': 'text/html' } });
  });
}
