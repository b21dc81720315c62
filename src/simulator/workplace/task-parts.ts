/** What belongs to a task of To Do and has addresses of its own: its steps, and what it was made from elsewhere. */
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import { nothingHere, type GraphApp, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { nextNumber, rowsNow, write, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { openMailbox, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { moment } from '#simulator/outlook/wire.ts';
import { checked, writeRoutes } from '#simulator/outlook/write-routes.ts';
import { guid, hash } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { listRoute } from './list-route.ts';

export const partNames = ['checklistItems', 'linkedResources'] as const;
type PartName = (typeof partNames)[number];

const types = { checklistItems: 'checklistItem', linkedResources: 'linkedResource' };

const setOf = (part: PartName, task: string) => `${part} ${task}`;

export function partsNow(mailbox: OpenMailbox, part: PartName, task: string): Members[] {
  return rowsNow<Members>(mailbox, setOf(part, task), []).toReversed();
}

function blank(mailbox: OpenMailbox, part: PartName): Members {
  const id = guid(hash(mailbox.key, 32, nextNumber(mailbox)), 47);
  return part === 'checklistItems'
    ? { id, displayName: '', createdDateTime: moment(mailbox.now), isChecked: false }
    : { id, webUrl: null, applicationName: null, displayName: null, externalId: null };
}

/** Those that are sent inside a new task. */
export function makeParts(mailbox: OpenMailbox, task: string, given: Members): void {
  for (const part of partNames) {
    const sent = (given[part] ?? []) as readonly Members[];
    for (const each of sent) {
      const row = blank(mailbox, part);
      const known = checked(each, row, types[part]);
      write(mailbox, setOf(part, task), String(row['id']), { ...row, ...known }, 'made');
    }
  }
}

/** @param taskCalled throws where there is no such task */
export function partRoutes(
  app: GraphApp,
  context: TenantContext,
  taskCalled: (c: GraphContext, mailbox: OpenMailbox, id: string | undefined) => Members,
): void {
  const tasks = '/me/todo/lists/:list/tasks/:task';
  for (const part of partNames) {
    const path = `${tasks}/${part}`;
    const rowsOf = (c: GraphContext, mailbox: OpenMailbox) =>
      partsNow(mailbox, part, String(taskCalled(c, mailbox, c.req.param('task'))['id']));
    listRoute(app, context, {
      path,
      type: types[part],
      guards: [needs(context, opens.tasks, 'outlook'), needsMailbox],
      rows: async (c) => rowsOf(c, await openMailbox(context, c.get('facts').person)),
      one: true,
      missing: nothingHere,
    });
    const set = (c: GraphContext) => setOf(part, c.req.param('task') ?? '');
    writeRoutes(app, context, {
      path,
      type: types[part],
      name: `todo/lists(':list')/tasks(':task')/${part}`,
      guards: [needs(context, ['Tasks.ReadWrite'], 'outlook'), needsMailbox],
      find: (c, mailbox, id) => {
        const row = rowsOf(c, mailbox).find((each) => each['id'] === id);
        if (!row) throw nothingHere();
        return { set: set(c), row };
      },
      make: (c, mailbox) => {
        rowsOf(c, mailbox);
        return { set: set(c), row: blank(mailbox, part) };
      },
      completed: ({ isChecked }, { now }) =>
        isChecked === undefined ? {} : { checkedDateTime: isChecked ? moment(now) : null },
    });
  }
}
