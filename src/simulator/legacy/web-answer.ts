/** `_api/web` in the three forms of JSON that SharePoint knows, and in Atom for whoever asked for none of them. */
import { guid, hashText } from '#simulator/seed/random.ts';
import { decoded } from '#simulator/files/address.ts';
import type { SimulatedSite } from '#simulator/files/drives.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { escapeXml } from './discovery-query.ts';

type Members = Readonly<Record<string, string | number | boolean>>;

/** @param where the site's path on the host, and what follows `_api/web` */
export function webAnswer(
  context: TenantContext,
  request: Request,
  site: SimulatedSite | undefined,
  where: { readonly place: string; readonly tail: string },
): Response {
  const { origin } = new URL(request.url);
  const web = webOf(context, site, origin, where.place);
  const address = `${origin}${where.place}/_api/Web`;
  const accept = request.headers.get('accept') ?? '';
  const names = new URL(request.url).searchParams
    .get('$select')
    ?.split(',')
    .map((name) => name.trim().toLowerCase());
  const cut = (members: Members): Members =>
    Object.fromEntries(
      Object.entries(members).filter(([name]) => !names || names.includes(name.toLowerCase())),
    );
  if (where.tail === '') return entity(cut(web), address, 'SP.Web', accept);
  const lists = (site?.libraries ?? []).map(listOf);
  if (/^lists$/i.test(where.tail)) return many(lists.map(cut), address, accept);
  const named = namedList(where.tail);
  if (named !== undefined) {
    const list = lists.find(({ Title, Id }) => [Title, Id].includes(named));
    if (!list) return noList(named, web);
    return entity(cut(list), `${address}/Lists(guid'${list['Id']}')`, 'SP.List', accept);
  }
  const name = Object.keys(web).find((each) => each.toLowerCase() === where.tail.toLowerCase());
  if (!name) return missing(where.tail);
  const one: Members = { [name]: web[name] ?? '' };
  return accept.includes('verbose') ? json({ d: one }, accept) : json({ value: web[name] }, accept);
}

function webOf(
  { now }: TenantContext,
  site: SimulatedSite | undefined,
  origin: string,
  place: string,
): Members {
  const day = 86_400_000;
  return {
    Created: new Date(Math.floor(now() / day) * day - 1200 * day).toISOString().replace('.000', ''),
    Description: site?.description ?? '',
    Id: guid(hashText(`${origin}${place}`), 23),
    Language: 1033,
    LastItemModifiedDate: new Date(Math.floor(now() / day) * day - 2 * day)
      .toISOString()
      .replace('.000', ''),
    MasterUrl: `${place}/_catalogs/masterpage/seattle.master`,
    QuickLaunchEnabled: true,
    ServerRelativeUrl: place === '' ? '/' : place,
    Title: site?.title ?? 'OneDrive',
    UIVersion: 15,
    Url: `${origin}${place}`,
    WebTemplate: site ? 'STS' : 'SPSMSITEHOST',
  };
}

function listOf(title: string): Members {
  const id = guid(hashText(title), 45);
  return { BaseTemplate: 101, Description: '', Hidden: false, Id: id, ItemCount: 12, Title: title };
}

/** `lists/getByTitle('Documents')`, `lists/getById('…')` and `lists(guid'…')`: the title, or the id. */
function namedList(tail: string): string | undefined {
  const pattern = /^lists(?:\/getBy(?:Title|Id)\('(.+)'\)|\((?:guid)?'(.+)'\))$/i;
  const [, called, numbered] = pattern.exec(decoded(tail)) ?? [];
  return (called ?? numbered)?.replaceAll("''", "'");
}

function entity(members: Members, uri: string, type: string, accept: string): Response {
  if (accept.includes('verbose')) return json({ d: verbose(members, uri, type) }, accept);
  if (accept.includes('nometadata')) return json(members, accept);
  const below = uri.slice(uri.indexOf('/_api/') + '/_api/'.length);
  if (accept.includes('json'))
    return json(
      {
        'odata.metadata': `${uri.slice(0, -below.length)}$metadata#${type.replace('SP.', 'SP.ApiData.')}s/@Element`,
        'odata.type': type,
        'odata.id': uri,
        'odata.editLink': below,
        ...members,
      },
      accept,
    );
  const properties = Object.entries(members)
    .map(([name, value]) => `<d:${name}>${escapeXml(String(value))}</d:${name}>`)
    .join('');
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?><entry xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><id>${escapeXml(uri)}</id><category term="${type}" scheme="http://schemas.microsoft.com/ado/2007/08/dataservices/scheme"/><content type="application/xml"><m:properties>${properties}</m:properties></content></entry>`,
    { headers: { 'content-type': 'application/atom+xml;type=entry;charset=utf-8' } },
  );
}

function many(rows: readonly Members[], uri: string, accept: string): Response {
  if (!accept.includes('verbose')) return json({ value: rows }, accept);
  const results = rows.map((row) => verbose(row, `${uri}/Lists(guid'${row['Id']}')`, 'SP.List'));
  return json({ d: { results } }, accept);
}

function verbose(members: Members, uri: string, type: string) {
  return { __metadata: { id: uri, uri, type }, ...members };
}

function json(body: object, accept: string): Response {
  const form = /odata=(\w+)/.exec(accept)?.[1] ?? 'minimalmetadata';
  return new Response(JSON.stringify(body), {
    headers: {
      'content-type': `application/json;odata=${form};streaming=true;charset=utf-8`,
    },
  });
}

function missing(tail: string): Response {
  return refused(
    '-1, Microsoft.SharePoint.Client.ResourceNotFoundException',
    `Cannot find resource for the request ${tail}.`,
  );
}

function noList(name: string, web: Members): Response {
  return refused(
    '-1, System.ArgumentException',
    `List '${name}' does not exist at site with URL '${web['Url']}'.`,
  );
}

function refused(code: string, value: string): Response {
  const error = { code, message: { lang: 'en-US', value } };
  return Response.json({ 'odata.error': error }, { status: 404 });
}
