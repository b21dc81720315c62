/** Planner: plans and tasks of the signed-in person, and each of them with what belongs to it (plannerPlan, plannerTask). */
import { needs, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { readQuery, selected } from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { listRoute } from './list-route.ts';
import { plannerBucketsOf, plannerPlansOf, plannerTasksOf } from './tasks.ts';

interface Row {
  readonly id: string;
  readonly planId?: string;
}

export function plannerRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.tasks, 'planner')] as const;
  const person = (c: GraphContext) => c.get('facts').person;
  const tasks = (c: GraphContext) => plannerTasksOf(context, person(c)) as Row[];
  const plans = (c: GraphContext) => plannerPlansOf(context, person(c));
  const called = <T extends Row>(rows: readonly T[], id: string | undefined): T => {
    const found = rows.find((row) => row.id === id);
    if (!found) throw new GraphRefusal(404, '', 'The requested item is not found.');
    return found;
  };
  const list = (path: string, type: string, rows: (c: GraphContext) => readonly object[]) =>
    listRoute(app, context, { path, type, guards, rows });
  const one = (path: string, set: string, type: string, row: (c: GraphContext) => object) =>
    app.get(`/v1.0${path}`, ...guards, (c) => {
      const { select } = readQuery(c.req.url, ['$select']);
      return answer({
        '@odata.context': metadata(context, `${set}/$entity`),
        ...selected(row(c), select, type, ['id']),
      });
    });
  list('/me/planner/tasks', 'plannerTask', tasks);
  list('/me/planner/plans', 'plannerPlan', plans);
  const plan = (c: GraphContext) => called(plans(c), c.req.param('plan'));
  const task = (c: GraphContext) => called(tasks(c), c.req.param('task'));
  one('/planner/plans/:plan', 'planner/plans', 'plannerPlan', plan);
  one('/planner/tasks/:task', 'planner/tasks', 'plannerTask', task);
  list('/planner/plans/:plan/tasks', 'plannerTask', (c) => {
    const { id } = plan(c);
    return tasks(c).filter(({ planId }) => planId === id);
  });
  list('/planner/plans/:plan/buckets', 'plannerBucket', (c) =>
    plannerBucketsOf(context, person(c), plan(c).id),
  );
}
