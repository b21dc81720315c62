/** Which groups and roles the signed-in person belongs to, by their ids alone (Graph getMemberGroups and its like). */
import { jsonBody } from '#simulator/graph/graph-body.ts';
import {
  answer,
  collection,
  GraphRefusal,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { membershipsOf } from '#simulator/directory/groups.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

/** A list of this many may be asked about at once. */
const most = 20;

/** @param action `getMemberGroups`, `getMemberObjects`, `checkMemberGroups` or `checkMemberObjects` */
export async function ownGroups(
  c: GraphContext,
  context: TenantContext,
  action: string,
): Promise<Response> {
  const given = await jsonBody(c);
  const rows = membershipsOf(c.get('facts').person, true) as Record<string, unknown>[];
  const kind = action.toLowerCase().endsWith('groups') ? '#microsoft.graph.group' : undefined;
  const own = rows.filter((row) => kind === undefined || row['@odata.type'] === kind);
  const sent = (ids: unknown[]) => answer(collection(context, 'Collection(Edm.String)', ids));
  if (action.toLowerCase().startsWith('get')) {
    const isSecure = given['securityEnabledOnly'];
    if (typeof isSecure !== 'boolean') throw missing('securityEnabledOnly');
    return sent(
      own.filter((row) => !isSecure || row['securityEnabled'] !== false).map(({ id }) => id),
    );
  }
  const asked = given[kind === undefined ? 'ids' : 'groupIds'];
  if (!Array.isArray(asked) || asked.length === 0 || asked.length > most)
    throw missing(kind === undefined ? 'ids' : 'groupIds');
  return sent(own.map(({ id }) => id).filter((id) => asked.includes(id)));
}

function missing(name: string): GraphRefusal {
  return new GraphRefusal(
    400,
    'Request_BadRequest',
    `The parameter '${name}' is missing, or its value is invalid.`,
  );
}
