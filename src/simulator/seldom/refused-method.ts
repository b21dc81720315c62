/** What Graph says to a method that an address does not have. */
import {
  GraphRefusal,
  routedPath,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { isNowhere } from '#simulator/graph/graph-segments.ts';
import { familyOf } from '#simulator/permissions/permission-check.ts';

/** What else is asked than reading: refused for the method where there is something to read, else as an address of nothing. */
export async function refusedMethod(app: GraphApp, c: GraphContext): Promise<Response> {
  const { url, raw } = c.req;
  const read = await app.fetch(new Request(url, { headers: raw.headers }));
  if (await isNowhere(read)) return read;
  if (familyOf(routedPath(c).replace(/^\/v1\.0/i, '')) === 'outlook')
    throw new GraphRefusal(405, 'ErrorInvalidRequest', 'The OData request is not supported.');
  throw new GraphRefusal(
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
  );
}
