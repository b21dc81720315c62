/** What else the signed-in person can reach: calendars, teams, tasks, notes, colleagues and the health of it all. */
import type { MiddlewareHandler } from 'hono';
import { company } from '#simulator/seed/company.ts';
import { projects } from '#simulator/seed/phrases.ts';
import { guid, hashText, hex } from '#simulator/seed/random.ts';
import { denied, needs, needsMailbox, needsOneDrive, opens } from './graph-access.ts';
import { answer, collection, type GraphApp, type GraphEnv } from './graph-answer.ts';
import { sharePointOrigins } from '#simulator/entra/scopes.ts';
import { moment } from '#simulator/outlook/message.ts';
import { cut, readQuery, selected } from './graph-query.ts';
import type { Person, TenantContext } from './tenant-context.ts';

const day = 86_400_000;

export function serviceRoutes(app: GraphApp, context: TenantContext): void {
  const list = (
    path: string,
    type: string,
    guards: readonly MiddlewareHandler<GraphEnv>[],
    rowsOf: (person: Person) => readonly object[],
  ) => {
    for (const guard of guards) app.use(`/v1.0${path}`, guard);
    app.get(`/v1.0${path}`, (c) => {
      const { person } = c.get('facts');
      const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count']);
      const { items, count, next } = cut(context, c.req.url, rowsOf(person), query);
      const value = items.map((row) => selected(row, query.select, type, ['id']));
      const name = path.replace(/^\/me/, `users('${person.oid}')`).replace(/^\//, '');
      return answer(collection(context, name, value, { count, next }));
    });
  };
  const tasks = needs(context, opens.tasks, 'outlook');
  const near = needs(context, opens.people, 'outlook');
  const notes = needs(context, opens.notebooks, 'notes');
  const plan = needs(context, opens.tasks, 'planner');
  const teams = needs(context, opens.teams, 'directory');
  const now = () => Math.floor(context.now() / day) * day;
  list('/me/todo/lists', 'todoTaskList', [tasks, needsMailbox], todoListsOf);
  list('/me/people', 'person', [near, needsMailbox], (person) => peopleNear(context, person));
  list('/me/onenote/notebooks', 'notebook', [notes, needsOneDrive], (person) =>
    notebooksOf(context, person, now()),
  );
  list('/me/planner/tasks', 'plannerTask', [plan], (person) => plannerTasksOf(person, now()));
  list('/me/joinedTeams', 'team', [teams], teamsOf);
  const health = needs(context, opens.health, 'directory');
  list('/admin/serviceAnnouncement/healthOverviews', 'serviceHealth', [health], (person) => {
    // The scope alone is not enough: the person must hold a role that may see it.
    if (!person.isAdministrator) throw denied('directory');
    return overviews;
  });
}

function todoListsOf(person: Person): object[] {
  return [
    ['Tasks', 'defaultList'],
    ['Flagged Emails', 'flaggedEmails'],
    ['Bench 4', 'none'],
  ].map(([displayName, wellknownListName], at) => ({
    id: `AQMkAD${hex(40, hashText(person.oid), 25, at)}AAA=`,
    displayName,
    isOwner: true,
    isShared: wellknownListName === 'none',
    wellknownListName,
  }));
}

function plannerTasksOf(person: Person, today: number): object[] {
  if (!person.servicePlans.includes('PROJECTWORKMANAGEMENT')) return [];
  return projects.slice(0, 3).map((project, at) => ({
    '@odata.etag': `W/"${hex(20, hashText(person.oid), 26, at)}"`,
    id: hex(28, hashText(person.oid), 27, at),
    title: `Tolerance review ${project}`,
    percentComplete: at * 50,
    createdDateTime: moment(today - (40 - at) * day),
    dueDateTime: moment(today + (7 - at) * day),
  }));
}

function teamsOf(person: Person): object[] {
  if (!person.servicePlans.includes('TEAMS1')) return [];
  return ['Instruments', `Project ${projects[0]}`].map((displayName, at) => ({
    id: guid(hashText(company.tenantId), 30, at),
    displayName,
    isArchived: false,
    tenantId: company.tenantId,
    visibility: 'private',
  }));
}

function notebooksOf({ hosts }: TenantContext, person: Person, today: number): object[] {
  const id = `1-${guid(hashText(person.oid), 31)}`;
  const self = `${hosts.graph}/v1.0/users/${person.oid}/onenote/notebooks/${id}`;
  return [
    {
      id,
      self,
      createdDateTime: moment(today - 400 * day),
      lastModifiedDateTime: moment(today - 2 * day),
      displayName: `${person.displayName} @ ${company.name}`,
      isDefault: true,
      isShared: false,
      userRole: 'Owner',
      links: { oneNoteWebUrl: { href: `${sharePointOrigins(hosts)[1]}/notes` } },
    },
  ];
}

/** The nearest first. */
function peopleNear({ people }: TenantContext, person: Person): object[] {
  return people
    .filter(({ oid }) => oid !== person.oid)
    .map((other, at) => ({
      id: other.oid,
      displayName: other.displayName,
      jobTitle: other.jobTitle,
      companyName: company.name,
      officeLocation: other.officeLocation,
      userPrincipalName: other.userPrincipalName,
      scoredEmailAddresses: [{ address: other.userPrincipalName, relevanceScore: 30 - at * 3 }],
      phones: other.businessPhones.map((number) => ({ type: 'business', number })),
      personType: { class: 'Person', subclass: 'OrganizationUser' },
    }));
}

const overviews = [
  ['Exchange', 'Exchange Online', 'serviceOperational'],
  ['SharePoint', 'SharePoint Online', 'serviceOperational'],
  ['OneDriveForBusiness', 'OneDrive for Business', 'serviceOperational'],
  ['microsoftteams', 'Microsoft Teams', 'serviceDegradation'],
  ['Planner', 'Planner', 'serviceOperational'],
  ['Microsoft365Suite', 'Microsoft 365 suite', 'investigating'],
].map(([id, service, status]) => ({ id, service, status }));
