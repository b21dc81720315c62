/** Who belongs where (Graph group, directoryRole and directoryObject resources). */
import { holds } from '#simulator/graph/graph-access.ts';
import { answer, metadata, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { readExpand } from '#simulator/files/expand-option.ts';
import { answerDirectoryList } from '#simulator/directory/directory-list.ts';
import { colleaguesOf } from '#simulator/directory/user.ts';
import { membershipsOf } from '#simulator/directory/groups.ts';
import { noSuchResource } from '#simulator/workplace/list-route.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { opensNames, peopleList, personNamed } from './people.ts';

export function membershipsOfOther(
  c: GraphContext,
  context: TenantContext,
  name: string,
  way: string,
): Response {
  const person = personNamed(c, context, name);
  return answerDirectoryList(c, context, {
    name: `users('${person.oid}')/${way}`,
    type: 'directoryObject',
    rows: membershipsOf(person, holds(c.get('facts'), opensNames)),
    members: (row) => row,
  });
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
  for (const person of colleaguesOf(context, c.get('facts').person))
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
    expanded: (row, expand) => expandedGroup(c, context, row.id, expand),
  });
}

export function oneGroup(c: GraphContext, context: TenantContext, id: string): Response {
  const found = objectsOf(c, context, 'group').find((each) => each.id === id.toLowerCase());
  if (!found) throw noSuchResource(id);
  const { select, expand } = readQuery(c.req.url, ['$select', '$expand']);
  return answer({
    '@odata.context': metadata(context, 'groups/$entity'),
    ...selected(found, select, 'group'),
    ...(expand ? expandedGroup(c, context, found.id, expand) : {}),
  });
}

/** @throws {GraphRefusal} for all but the members, of which twenty come with it at most */
function expandedGroup(c: GraphContext, context: TenantContext, id: string, expand: string) {
  const [first, ...more] = readExpand(expand);
  if (more.length > 0 || !/^(transitive)?members$/i.test(first?.name ?? ''))
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${expand}' on type 'microsoft.graph.group'.`,
    );
  const wanted = first?.options.get('$select')?.split(',');
  const list = peopleList('directoryObjects', belonging(c, context, id).slice(0, 20));
  const people = list.rows.map((person) => ({
    '@odata.type': '#microsoft.graph.user',
    ...selected(list.shown?.(person, wanted) ?? person, wanted, 'user'),
  }));
  return { [first?.name ?? 'members']: people };
}

function belonging(c: GraphContext, context: TenantContext, id: string): Person[] {
  return colleaguesOf(context, c.get('facts').person).filter((person) =>
    (membershipsOf(person, true) as { id: string }[]).some((each) => each.id === id),
  );
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
  const rows = belonging(c, context, id);
  if (rows.length === 0) throw noSuchResource(id);
  return answerDirectoryList(c, context, peopleList('directoryObjects', rows));
}
