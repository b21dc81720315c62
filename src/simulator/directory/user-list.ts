/** Colleagues: all of them as a list, and one by id or by name (Graph user resource). */
import { denied, holds } from '#simulator/graph/graph-access.ts';
import { answer, metadata, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { chosen, readQuery, selected } from '#simulator/graph/graph-query.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { noSuchResource } from '#simulator/workplace/list-route.ts';
import { answerDirectoryList } from './directory-list.ts';
import { everyMember } from './user-members.ts';
import { basicMembers, colleaguesOf, user } from './user.ts';

const full = [
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

export async function listUsers(c: GraphContext, context: TenantContext): Promise<Response> {
  const { expandedPerson } = await import('#simulator/seldom/seldom-routes.ts');
  return answerDirectoryList(c, context, {
    name: 'users',
    type: 'user',
    rows: colleaguesOf(context, c.get('facts').person),
    members: everyMember,
    shown: (person, select) => shown(c, person, select),
    always: [],
    expanded: (person, expand) => expandedPerson(c, context, person, expand),
  });
}

/** Somebody else's sessions are an administrator's to end. */
export function whomToRevoke(c: GraphContext, context: TenantContext, name: string): Person {
  const { person } = c.get('facts');
  const found = colleaguesOf(context, person).find(({ oid, userPrincipalName }) =>
    [oid, userPrincipalName.toLowerCase()].includes(name.toLowerCase()),
  );
  if (!found) throw noSuchResource(name);
  if (found.oid !== person.oid && !person.isAdministrator) throw denied('directory');
  return found;
}

export async function oneUser(
  c: GraphContext,
  context: TenantContext,
  name: string,
): Promise<Response> {
  const id = name.toLowerCase();
  const found = colleaguesOf(context, c.get('facts').person).find(({ oid, userPrincipalName }) =>
    [oid, userPrincipalName.toLowerCase()].includes(id),
  );
  if (!found) throw noSuchResource(id);
  // One's own profile is all that the smallest scope opens here.
  const isOwn = found.oid === c.get('facts').person.oid;
  if (!isOwn && !holds(c.get('facts'), [...full, 'User.ReadBasic.All'])) throw denied('directory');
  const { select, expand } = readQuery(c.req.url, ['$select', '$expand']);
  const set = `users${chosen(select)}`;
  return answer({
    '@odata.context': metadata(context, `${set}/$entity`),
    ...selected(shown(c, found, select), select, 'user'),
    ...(expand
      ? (await import('#simulator/seldom/seldom-routes.ts')).expandedPerson(
          c,
          context,
          found,
          expand,
        )
      : {}),
  });
}

/** Without leave to read everything, what is not basic comes as nothing. */
function shown(c: GraphContext, person: Person, select: readonly string[] | undefined): object {
  const isOpen = person.oid === c.get('facts').person.oid || holds(c.get('facts'), full);
  const whole = select ? everyMember(person) : user(person);
  if (isOpen) return whole;
  return {
    ...Object.fromEntries(Object.keys(whole).map((name) => [name, null])),
    ...basicMembers(user(person)),
  };
}
