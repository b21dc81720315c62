/** Who leads whom (Graph user and directoryObject resources). */
import { holds } from '#simulator/graph/graph-access.ts';
import { answer, collection, metadata, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { licences } from '#simulator/directory/licences.ts';
import { badRequest, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { answerDirectoryList, type DirectoryList } from '#simulator/directory/directory-list.ts';
import { membershipsOf } from '#simulator/directory/groups.ts';
import { everyMember } from '#simulator/directory/user-members.ts';
import { colleaguesOf, user } from '#simulator/directory/user.ts';
import { noSuchResource } from '#simulator/workplace/list-route.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';

export const opensNames = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

export function personNamed(c: GraphContext, context: TenantContext, name: string): Person {
  if (name === '') return c.get('facts').person;
  const wanted = name.toLowerCase();
  const found = colleaguesOf(context, c.get('facts').person).find(({ oid, userPrincipalName }) =>
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
  return leads(person) ? undefined : colleaguesOf(context, c.get('facts').person).find(leads);
}

function reportsOf(c: GraphContext, context: TenantContext, person: Person): Person[] {
  return leads(person)
    ? colleaguesOf(context, c.get('facts').person).filter((each) => !leads(each))
    : [];
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

export function peopleList(name: string, rows: readonly Person[]): DirectoryList<Person> {
  return {
    name,
    type: 'directoryObject',
    rows,
    members: everyMember,
    shown: (person, select) =>
      select ? { ...everyMember(person), ...asObject(person) } : asObject(person),
  };
}

export function licencesOfOther(c: GraphContext, context: TenantContext, name: string): Response {
  const person = personNamed(c, context, name);
  return answer(collection(context, `users('${person.oid}')/licenseDetails`, licences(person)));
}
