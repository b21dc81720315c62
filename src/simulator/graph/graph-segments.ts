/** Addresses below a resource that OData gives to every service: how many there are, and one member by itself. */
import {
  answer,
  GraphRefusal,
  routedPath,
  type GraphApp,
  type GraphContext,
} from './graph-answer.ts';
import { badRequest } from './graph-query.ts';

type Members = Readonly<Record<string, unknown>>;

/** The same request for something above it. */
function above(c: GraphContext, levels: number, query: Readonly<Record<string, string>>): Request {
  const url = new URL(c.req.url);
  url.pathname = url.pathname.split('/').slice(0, -levels).join('/');
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return new Request(url, { headers: c.req.raw.headers });
}

/** `…/$count`: the number alone, as text. */
export function countRoute(app: GraphApp): void {
  app.get('/v1.0/:path{.+}/$count', async (c) => {
    const counted = await app.fetch(above(c, 1, { $count: 'true', $top: '1' }));
    if (counted.status !== 200) return counted;
    const { '@odata.count': count } = (await counted.json()) as Members;
    if (typeof count !== 'number')
      throw new GraphRefusal(400, 'Request_BadRequest', '$count is not currently supported.');
    return new Response(String(count), { headers: { 'content-type': 'text/plain' } });
  });
}

/** `/me/displayName`, `/me/messages/{id}/body`, and the same with `/$value` for the bare text. */
export async function memberOfParent(app: GraphApp, c: GraphContext): Promise<Response> {
  const segments = routedPath(c).split('/').filter(Boolean);
  const isBare = segments.at(-1) === '$value';
  const name = segments.at(isBare ? -2 : -1) ?? '';
  const missing = badRequest(`Resource not found for the segment '${name}'.`);
  if (segments.length < (isBare ? 4 : 3) || !/^[a-z]\w*$/i.test(name)) throw missing;
  const parent = await app.fetch(above(c, isBare ? 2 : 1, { $select: name }));
  // The first segment that leads nowhere is the one that is named.
  if ([401, 403, 404].includes(parent.status) || (await isNowhere(parent))) return parent;
  const isJson = parent.headers.get('content-type')?.includes('json');
  if (parent.status !== 200 || !isJson) throw missing;
  const members = (await parent.json()) as Members;
  const found = Object.keys(members).find((each) => each.toLowerCase() === name.toLowerCase());
  if (found === undefined || 'value' in members) throw missing;
  const value = members[found];
  if (value === null) return new Response(null, { status: 204 });
  if (isBare)
    return new Response(typeof value === 'string' ? value : JSON.stringify(value), {
      headers: { 'content-type': 'text/plain' },
    });
  const context = String(members['@odata.context'])
    .replace(/\([\w,]*\)(?=\/\$entity$)/, '')
    .replace(/\/\$entity$/, '');
  const isObject = typeof value === 'object' && !Array.isArray(value);
  return answer({
    '@odata.context': `${context}/${found}`,
    ...(isObject ? (value as Members) : { value }),
  });
}

/** Whether the address is refused as one of nothing at all. */
export async function isNowhere(response: Response): Promise<boolean> {
  return response.status === 400 && /"Resource not found/.test(await response.clone().text());
}
