/** Groups and roles that the signed-in person belongs to (Graph directoryObject resource). */
import { holds } from '#simulator/graph/graph-access.ts';
import type { GraphContext } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { answerDirectoryList } from './directory-list.ts';
import { membershipsOf } from './groups.ts';

const opensNames = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];

export function listMemberships(c: GraphContext, context: TenantContext): Response {
  const facts = c.get('facts');
  return answerDirectoryList(c, context, {
    name: `users('${facts.person.oid}')/memberOf`,
    type: 'directoryObject',
    rows: membershipsOf(facts.person, holds(facts, opensNames)),
    members: (row) => row,
  });
}
