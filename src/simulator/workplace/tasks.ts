/** What a person has to do: lists of To Do with their tasks, and tasks of plans. */
import { projects } from '#simulator/seed/phrases.ts';
import { dice, hash, hashText, hex } from '#simulator/seed/random.ts';
import { moment } from '#simulator/outlook/wire.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';

const day = 86_400_000;

export const todayOf = ({ now }: Pick<TenantContext, 'now'>): number =>
  Math.floor(now() / day) * day;

export function todoListsOf(person: Pick<Person, 'oid'>) {
  return [
    ['Tasks', 'defaultList'],
    ['Flagged Emails', 'flaggedEmails'],
    ['Bench 4', 'none'],
    ['🛒 Weekend', 'none'],
  ].map(([displayName, wellknownListName], at) => ({
    '@odata.etag': `W/"${hex(20, hashText(person.oid), 24, at)}"`,
    id: `AQMkAD${hex(40, hashText(person.oid), 25, at)}AAA=`,
    displayName,
    isOwner: true,
    isShared: at === 2,
    wellknownListName,
  }));
}

type TodoList = ReturnType<typeof todoListsOf>[number];

const deeds = [
  'Order a second mount',
  'Send the certificate to Jena',
  'Book the climate chamber',
  'Answer Layla about the budget',
  'Clean plate 17',
  'قراءة تقرير المعايرة',
  'Bread, milk, a new torch',
];

export function todoTasksOf(context: Pick<TenantContext, 'now'>, list: Pick<TodoList, 'id'>) {
  const key = hashText(list.id);
  return Array.from({ length: 4 + (key % 20) }, (_, at) => {
    const roll = dice(key, at);
    const isDone = roll.chance(35);
    const created = todayOf(context) - roll.below(60) * day;
    const due = roll.chance(60) ? todayOf(context) + (roll.below(30) - 9) * day : undefined;
    return {
      '@odata.etag': `W/"${hex(24, key, at, 4)}"`,
      importance: roll.of(['low', 'normal', 'normal', 'high']),
      isReminderOn: false,
      status: isDone ? 'completed' : roll.of(['notStarted', 'inProgress', 'waitingOnOthers']),
      title: roll.of(deeds),
      createdDateTime: moment(created),
      lastModifiedDateTime: moment(created + day),
      hasAttachments: false,
      categories: roll.chance(20) ? ['Blue category'] : [],
      id: `AAMkAD${hex(44, key, at, 5)}AAA=`,
      body: { content: roll.chance(30) ? 'See the notes of Tuesday.' : '', contentType: 'text' },
      ...(isDone ? { completedDateTime: zoned(created + 2 * day) } : {}),
      ...(due === undefined ? {} : { dueDateTime: zoned(due) }),
    };
  });
}

function zoned(time: number) {
  return { dateTime: `${new Date(time).toISOString().slice(0, 19)}.0000000`, timeZone: 'UTC' };
}

const hasPlanner = (person: Person) => person.servicePlans.includes('PROJECTWORKMANAGEMENT');

export function plannerPlansOf(context: TenantContext, person: Person) {
  if (!hasPlanner(person)) return [];
  return projects.slice(0, 2).map((project, at) => ({
    '@odata.etag': `W/"${hex(20, 28, at)}"`,
    createdDateTime: moment(todayOf(context) - (200 - at) * day),
    owner: hex(28, 28, at, 1),
    title: `Plan ${project}`,
    id: hex(28, 28, at, 2),
  }));
}

const bucketId = (plan: number, at: number) => hex(28, 29, plan, at);

export function plannerBucketsOf(context: TenantContext, person: Person, plan: string): object[] {
  const nth = plannerPlansOf(context, person).findIndex(({ id }) => id === plan);
  return ['To do', 'On the bench', 'Measured'].map((name, at) => ({
    '@odata.etag': `W/"${hex(20, 29, nth, at, 1)}"`,
    name,
    planId: plan,
    orderHint: hex(12, 29, nth, at, 2),
    id: bucketId(nth, at),
  }));
}

export function plannerTasksOf(context: TenantContext, person: Person): object[] {
  const plans = plannerPlansOf(context, person);
  if (plans.length === 0) return [];
  const key = hashText(person.oid);
  return projects.slice(0, 12).map((project, at) => {
    const created = todayOf(context) - (40 + at) * day;
    const percentComplete = [0, 50, 100][at % 3] ?? 0;
    const by = { user: { displayName: null, id: person.oid } };
    const assignment = {
      '@odata.type': '#microsoft.graph.plannerAssignment',
      assignedBy: by,
      assignedDateTime: moment(created + day),
      orderHint: hex(12, key, at, 1),
    };
    return {
      '@odata.etag': `W/"${hex(20, key, 26, at)}"`,
      planId: plans[at % plans.length]?.id,
      bucketId: bucketId(at % plans.length, at % 3),
      title: `Tolerance review ${project}`,
      orderHint: hex(12, key, at, 2),
      assigneePriority: hex(12, key, at, 3),
      percentComplete,
      startDateTime: moment(created + day),
      createdDateTime: moment(created),
      dueDateTime: moment(todayOf(context) + (7 - at) * day),
      hasDescription: at % 2 === 0,
      previewType: 'automatic',
      completedDateTime: percentComplete === 100 ? moment(created + 9 * day) : null,
      completedBy: percentComplete === 100 ? by : null,
      referenceCount: 0,
      checklistItemCount: hash(key, at) % 4,
      activeChecklistItemCount: 0,
      conversationThreadId: null,
      priority: [1, 3, 5, 9][at % 4] ?? 5,
      id: hex(28, key, 27, at),
      createdBy: by,
      appliedCategories: {},
      assignments: { [person.oid]: assignment },
    };
  });
}
