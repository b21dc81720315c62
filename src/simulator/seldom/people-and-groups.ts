/** Who leads whom, and who belongs where (Graph user, group, directoryRole and directoryObject resources). */
import { holds } from '#simulator/graph/graph-access.ts';
import { answer, metadata, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { answerDirectoryList, type DirectoryList } from '#simulator/directory/directory-list.ts';
import { membershipsOf } from '#simulator/directory/groups.ts';
import { everyMember } from '#simulator/directory/user-members.ts';
import { user } from '#simulator/directory/user.ts';
import { noSuchResource } from '#simulator/workplace/list-route.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';

const opensNames = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

function colleagues(c: GraphContext, context: TenantContext): Person[] {
  const { tenantId } = c.get('facts').person;
  return context.people.filter((person) => person.tenantId === tenantId);
}

function personNamed(c: GraphContext, context: TenantContext, name: string): Person {
  if (name === '') return c.get('facts').person;
  const wanted = name.toLowerCase();
  const found = colleagues(c, context).find(({ oid, userPrincipalName }) =>
    [oid, userPrincipalName.toLowerCase()].includes(wanted),
  );
  if (!found) throw noSuchResource(name);
  return found;
}

/** Everybody of the company answers to the one at its head. */
const leads = ({ jobTitle }: Person): boolean => /president/i.test(jobTitle);

const asObject = (person: Person) => ({ '@odata.type': '#microsoft.graph.user', ...user(person) });

const expansion = /^(manager|directReports|memberOf|transitiveMemberOf)(?:\((.*)\))?$/i;

/** What `$expand` puts beside a person's own members: one thing at a time, as the directory has it. */
export function expandedPerson(
  c: GraphContext,
  context: TenantContext,
  person: Person,
  expand: string,
): object {
  const [, way = '', options = ''] = expansion.exec(expand.trim()) ?? [];
  const select = /\$select=([^;]*)/i
    .exec(options)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  const shown = (each: Person) => ({
    '@odata.type': '#microsoft.graph.user',
    ...selected(select ? everyMember(each) : user(each), select, 'user', ['id']),
  });
  switch (way.toLowerCase()) {
    case 'manager': {
      const head = headOf(c, context, person);
      return head ? { manager: shown(head) } : {};
    }
    case 'directreports':
      return { directReports: reportsOf(c, context, person).map(shown) };
    case 'memberof':
    case 'transitivememberof':
      return { [way]: membershipsOf(person, holds(c.get('facts'), opensNames)) };
    default:
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${expand}' on type 'microsoft.graph.user'.`,
      );
  }
}

function headOf(c: GraphContext, context: TenantContext, person: Person): Person | undefined {
  return leads(person) ? undefined : colleagues(c, context).find(leads);
}

function reportsOf(c: GraphContext, context: TenantContext, person: Person): Person[] {
  return leads(person) ? colleagues(c, context).filter((each) => !leads(each)) : [];
}

export function managerOf(c: GraphContext, context: TenantContext, name: string): Response {
  const person = personNamed(c, context, name);
  const head = headOf(c, context, person);
  if (!head) throw noSuchResource('manager');
  const { select } = readQuery(c.req.url, ['$select']);
  return answer({
    '@odata.context': metadata(context, 'directoryObjects/$entity'),
    ...selected(
      { ...everyMember(head), ...asObject(head) },
      select ?? Object.keys(user(head)),
      'user',
    ),
  });
}

export function directReports(c: GraphContext, context: TenantContext, name: string): Response {
  const person = personNamed(c, context, name);
  return answerDirectoryList(
    c,
    context,
    peopleList('directoryObjects', reportsOf(c, context, person)),
  );
}

function peopleList(name: string, rows: readonly Person[]): DirectoryList<Person> {
  return {
    name,
    type: 'directoryObject',
    rows,
    members: everyMember,
    shown: (person, select) =>
      select ? { ...everyMember(person), ...asObject(person) } : asObject(person),
  };
}

/** The groups themselves, and those of one kind: a cast is told from the copy only. */
export function someMemberships(
  c: GraphContext,
  context: TenantContext,
  way: string,
  cast: string,
): Response {
  const facts = c.get('facts');
  const rows = membershipsOf(facts.person, holds(facts, opensNames));
  const kind = cast.toLowerCase();
  const kept = rows.filter((row) => kind === '' || typeOf(row) === kind);
  return answerDirectoryList(c, context, {
    name:
      kind === ''
        ? `users('${facts.person.oid}')/${way}`
        : kind === 'group'
          ? 'groups'
          : 'directoryRoles',
    type: kind === '' ? 'directoryObject' : cast,
    rows: kept,
    members: (row) => row,
    ...(kind === '' ? {} : { isCast: true }),
  });
}

const typeOf = (row: object): string =>
  String((row as Record<string, unknown>)['@odata.type'])
    .replace('#microsoft.graph.', '')
    .toLowerCase();

/** Each once, whoever belongs to it. */
function objectsOf(c: GraphContext, context: TenantContext, kind: 'group' | 'directoryrole') {
  const known = new Map<string, object>();
  for (const person of colleagues(c, context))
    for (const row of membershipsOf(person, true) as { id: string }[])
      if (typeOf(row) === kind) known.set(row.id, row);
  return [...known].map(([id, row]) => {
    const { '@odata.type': _, ...members } = row as Record<string, unknown>;
    return { ...members, id };
  });
}

export function listGroups(c: GraphContext, context: TenantContext): Response {
  return answerDirectoryList(c, context, {
    name: 'groups',
    type: 'group',
    rows: objectsOf(c, context, 'group'),
    members: (row) => row,
  });
}

export function oneGroup(c: GraphContext, context: TenantContext, id: string): Response {
  const found = objectsOf(c, context, 'group').find((each) => each.id === id.toLowerCase());
  if (!found) throw noSuchResource(id);
  const { select } = readQuery(c.req.url, ['$select']);
  return answer({
    '@odata.context': metadata(context, 'groups/$entity'),
    ...selected(found, select, 'group'),
  });
}

export function listOfGroup(c: GraphContext, context: TenantContext, id: string): Response {
  return membersOf(c, context, id.toLowerCase());
}

export function listRoles(c: GraphContext, context: TenantContext, id: string): Response {
  if (id !== '') return membersOf(c, context, id.toLowerCase());
  return answerDirectoryList(c, context, {
    name: 'directoryRoles',
    type: 'directoryRole',
    rows: objectsOf(c, context, 'directoryrole'),
    members: (row) => row,
  });
}

function membersOf(c: GraphContext, context: TenantContext, id: string): Response {
  const belongs = (person: Person) =>
    (membershipsOf(person, true) as { id: string }[]).some((each) => each.id === id);
  const rows = colleagues(c, context).filter(belongs);
  if (rows.length === 0) throw noSuchResource(id);
  return answerDirectoryList(c, context, peopleList('directoryObjects', rows));
}
