/** Lists and tasks of To Do as they are now, and how they are written. */
import { needs, needsMailbox } from '#simulator/graph/graph-access.ts';
import {
  GraphRefusal,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { nextNumber, rowsNow, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { moment } from '#simulator/outlook/wire.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { wallText } from '#simulator/outlook/calendar/time-zone.ts';
import { checkWord, writeRoutes } from '#simulator/outlook/write-routes.ts';
import { hex } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { makeParts, partNames, partRoutes, partsNow } from './task-parts.ts';
import { todoListsOf, todoTasksOf } from './tasks.ts';

const listSet = 'todo';
const taskSet = ({ id }: { readonly id: string }) => `todo ${id}`;

export function todoListsNow(mailbox: OpenMailbox) {
  return rowsNow(mailbox, listSet, todoListsOf(mailbox.owner));
}

export function todoListCalled(mailbox: OpenMailbox, id: string | undefined) {
  const list = todoListsNow(mailbox).find((each) => each.id === id);
  if (!list) throw nothingHere();
  return list;
}

export function todoTasksNow(mailbox: OpenMailbox, list: { readonly id: string }): Members[] {
  // A list that was made here begins empty.
  const isBorn = todoListsOf(mailbox.owner).some(({ id }) => id === list.id);
  const born = isBorn ? todoTasksOf({ now: () => mailbox.now }, list) : [];
  return rowsNow<Members>(mailbox, taskSet(list), born);
}

/** @throws {GraphRefusal} 404 */
export function taskCalled(c: GraphContext, mailbox: OpenMailbox, id: string | undefined): Members {
  const list = todoListCalled(mailbox, c.req.param('list'));
  const row = todoTasksNow(mailbox, list).find((each) => each['id'] === id);
  if (!row) throw nothingHere();
  return row;
}

export function todoWrites(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, ['Tasks.ReadWrite'], 'outlook'), needsMailbox];
  const idOf = (mailbox: OpenMailbox, start: string) =>
    `${start}${hex(44, mailbox.key, 31, nextNumber(mailbox))}AAA=`;
  writeRoutes(app, context, {
    path: '/me/todo/lists',
    type: 'todoTaskList',
    name: 'todo/lists',
    guards,
    find: (_, mailbox, id) => ({ set: listSet, row: todoListCalled(mailbox, id) }),
    make: (_, mailbox) => {
      const id = idOf(mailbox, 'AQMkAD');
      const row = {
        '@odata.etag': 'W/"1"',
        id,
        displayName: '',
        isOwner: true,
        isShared: false,
        wellknownListName: 'none',
      };
      return { set: listSet, row };
    },
    completed: (_, __, { wellknownListName }) => {
      // The lists that To Do brings along are To Do's.
      if (wellknownListName === 'none') return {};
      throw new GraphRefusal(
        400,
        'invalidRequest',
        'A built-in list can be neither renamed nor deleted.',
      );
    },
    remove: (_, { row }) => {
      if (row['wellknownListName'] !== 'none')
        throw new GraphRefusal(
          400,
          'invalidRequest',
          'A built-in list can be neither renamed nor deleted.',
        );
    },
  });
  const list = (c: GraphContext, mailbox: OpenMailbox) =>
    todoListCalled(mailbox, c.req.param('list'));
  writeRoutes(app, context, {
    path: '/me/todo/lists/:list/tasks',
    type: 'todoTask',
    name: "todo/lists(':list')/tasks",
    guards,
    find: (c, mailbox, id) => ({ set: taskSet(list(c, mailbox)), row: whole(c, mailbox, id) }),
    shown: (c, mailbox, id) => {
      const links = partsNow(mailbox, 'linkedResources', id);
      const isNew = c.req.method === 'POST' && links.length > 0;
      return { ...whole(c, mailbox, id), ...(isNew ? { linkedResources: links } : {}) };
    },
    make: (c, mailbox, given) => {
      const now = moment(mailbox.now);
      const id = idOf(mailbox, 'AAMkAD');
      makeParts(mailbox, id, given);
      const row = {
        ...unknownTask,
        id,
        createdDateTime: now,
        lastModifiedDateTime: now,
        bodyLastModifiedDateTime: now,
      };
      return { set: taskSet(list(c, mailbox)), row };
    },
    parts: partNames,
    completed: ({ status, importance, body }, { now }, row) => {
      checkWord('status', status, statuses);
      checkWord('importance', importance, ['low', 'normal', 'high']);
      const reworded = body === undefined ? {} : { bodyLastModifiedDateTime: moment(now) };
      if (status === undefined || status === row['status']) return reworded;
      const midnight = Math.floor(now / 86_400_000) * 86_400_000;
      const done = { dateTime: wallText(midnight), timeZone: 'UTC' };
      return { ...reworded, completedDateTime: status === 'completed' ? done : null };
    },
  });
  partRoutes(app, context, taskCalled);
}

function whole(c: GraphContext, mailbox: OpenMailbox, id: string): Members {
  const row = taskCalled(c, mailbox, id);
  return { ...unknownTask, bodyLastModifiedDateTime: row['createdDateTime'], ...row };
}

const statuses = ['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'];

/** Every member that a task can have, as one has them that was just made. */
const unknownTask = {
  '@odata.etag': 'W/"1"',
  importance: 'normal',
  isReminderOn: false,
  status: 'notStarted',
  title: '',
  createdDateTime: '',
  lastModifiedDateTime: '',
  hasAttachments: false,
  categories: [],
  body: { content: '', contentType: 'text' },
  bodyLastModifiedDateTime: '',
  completedDateTime: null,
  dueDateTime: null,
  reminderDateTime: null,
  startDateTime: null,
  recurrence: null,
};
