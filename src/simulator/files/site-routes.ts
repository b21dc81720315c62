/** SharePoint sites in Graph: the root site, sites by path, search, and what a site holds. */
import { denied, hasOneDrive, needs, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { decoded, itemNotFound } from './address.ts';
import { sitesOf, type DriveStore, type SimulatedSite } from './drives.ts';
import { driveMembers } from './drive-members.ts';
import { answerIn, tailOf } from './file-routes.ts';

export function siteRoutes(app: GraphApp, context: TenantContext, drives: DriveStore): void {
  const guard = needs(context, opens.sites, 'files');
  const list = (c: GraphContext, sites: readonly SimulatedSite[]) => {
    const { select } = readQuery(c.req.url, ['$select', '$top', '$filter']);
    const value = sites.map((site) => selected(siteMembers(context, site), select, 'site'));
    return answer(collection(context, 'sites', value));
  };
  app.get('/v1.0/sites', guard, (c) => {
    const sites = sitesFor(context, c);
    // The one search parameter of Graph without a dollar sign.
    const text = new URL(c.req.url).searchParams.get('search')?.toLowerCase();
    if (text === undefined) throw badRequest("The 'search' parameter is required.");
    const fits = ({ title, path, description }: SimulatedSite) =>
      text === '*' || `${title} ${path} ${description}`.toLowerCase().includes(text);
    return list(c, sites.filter(fits));
  });
  app.get('/v1.0/me/followedSites', guard, (c) => {
    return list(c, sitesFor(context, c).slice(0, 3));
  });
  const inside = (c: GraphContext) => {
    const { site, tail } = find(sitesFor(context, c), tailOf(c, /^\/v1\.0\/sites\//i));
    return inSite(context, c, drives, site, tail);
  };
  app.get('/v1.0/sites/*', guard, inside);
  const writers = needs(context, opens.driveWrite, 'files');
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/v1.0/sites/*', writers, inside);
}

/** Sites come with the plan that gives OneDrive, and only companies have any. */
function sitesFor(context: TenantContext, c: GraphContext): readonly SimulatedSite[] {
  const { person } = c.get('facts');
  if (person.isPersonal) throw badRequest('Tenant does not have a SPO license.');
  if (!hasOneDrive(person)) throw denied('files');
  return sitesOf(context, person.tenantId);
}

/** `root`, an id, `host`, `host:/sites/optics`, each with what follows it. */
function find(
  sites: readonly SimulatedSite[],
  address: string,
): { site: SimulatedSite; tail: string } {
  const byPath = /^([^/:]+):\/?([^:]*?)(?:\/?:(?:\/(.*))?)?$/.exec(address);
  const [id = '', ...rest] = address.split('/');
  const site = byPath
    ? sites.find(
        ({ id: whole, path }) =>
          whole.startsWith(`${byPath[1]?.toLowerCase()},`) &&
          path ===
            decoded(byPath[2] ?? '')
              .replace(/\/$/, '')
              .toLowerCase(),
      )
    : sites.find(
        (each) =>
          each.id === decoded(id) ||
          (each.path === '' && (id === 'root' || each.id.startsWith(`${id},`))),
      );
  if (!site) throw itemNotFound();
  return { site, tail: byPath ? (byPath[3] ?? '') : rest.join('/') };
}

async function inSite(
  context: TenantContext,
  c: GraphContext,
  drives: DriveStore,
  site: SimulatedSite,
  tail: string,
): Promise<Response> {
  const libraries = drives.ofSite(site);
  const { url } = c.req;
  if (tail === 'drives') {
    const { select } = readQuery(url, ['$select', '$top']);
    const value = libraries.map((drive) => selected(driveMembers(context, drive), select, 'drive'));
    return answer(collection(context, 'drives', value));
  }
  const [first] = libraries;
  if (first && /^drive(\/|$)/.test(tail))
    return answerIn(context, c, first, tail.replace(/^drive\/?/, ''));
  const inner = /^drives\/([^/]+)\/?(.*)$/.exec(tail);
  if (inner) {
    const drive = libraries.find(({ id }) => id === decoded(inner[1] ?? ''));
    if (!drive) throw itemNotFound();
    return answerIn(context, c, drive, inner[2] ?? '');
  }
  if (/^lists(\/|$)/.test(tail)) {
    const { siteLists } = await import('./site-lists.ts');
    return siteLists(context, url, site, tail.split('/').slice(1).map(decoded), age);
  }
  if (tail === 'sites') return answer(collection(context, 'sites', []));
  if (tail !== '') throw badRequest(`Resource not found for the segment '${tail.split('/')[0]}'.`);
  const { select } = readQuery(url, ['$select']);
  return answer({
    '@odata.context': metadata(context, 'sites/$entity'),
    ...selected(siteMembers(context, site), select, 'site'),
  });
}

const age = (context: TenantContext, days: number) =>
  new Date(Math.floor(context.now() / 86_400_000) * 86_400_000 - days * 86_400_000)
    .toISOString()
    .replace('.000', '');

function siteMembers(context: TenantContext, site: SimulatedSite) {
  const { host } = new URL(site.webUrl);
  return {
    createdDateTime: age(context, 1200),
    description: site.description,
    id: site.id,
    lastModifiedDateTime: age(context, 2),
    name: site.path.split('/').at(-1) ?? '',
    webUrl: site.webUrl,
    displayName: site.title,
    isPersonalSite: false,
    ...(site.path === '' ? { root: {} } : {}),
    siteCollection: { hostname: host },
  };
}
