/** OneDrive of the signed-in person and the company's root site (Graph drive and site resources). */
import type { Drive, Site } from '#contract/graph.ts';
import { company } from '#simulator/seed/company.ts';
import { guid, hash, hashText, hex } from '#simulator/seed/random.ts';
import { sharePointOrigins } from '#simulator/entra/scopes.ts';
import { denied, hasOneDrive, needs, needsOneDrive, opens } from './graph-access.ts';
import { answer, metadata, type GraphApp } from './graph-answer.ts';
import { readQuery, selected } from './graph-query.ts';
import type { Person, TenantContext, TenantHosts } from './tenant-context.ts';

export function fileRoutes(app: GraphApp, context: TenantContext): void {
  app.get('/v1.0/me/drive', needs(context, opens.drive, 'files'), needsOneDrive, (c) => {
    const { select } = readQuery(c.req.url, ['$select']);
    return answer({
      '@odata.context': metadata(context, 'drives/$entity'),
      ...selected(driveOf(context, c.get('facts').person), select, 'drive'),
    });
  });
  app.get('/v1.0/sites/root', needs(context, opens.sites, 'files'), (c) => {
    if (!hasOneDrive(c.get('facts').person)) throw denied('files');
    const { select } = readQuery(c.req.url, ['$select']);
    return answer({
      '@odata.context': metadata(context, 'sites/$entity'),
      ...selected(rootSite(context), select, 'site'),
    });
  });
}

function driveOf({ hosts }: TenantContext, person: Person): Drive & Record<string, unknown> {
  const total = 1_099_511_627_776;
  const used = 2_000_000_000 + hash(hashText(person.oid), 20);
  return {
    id: `b!${hex(64, hashText(person.oid), 21)}`,
    driveType: 'business',
    name: 'OneDrive',
    webUrl: `${oneDriveOrigin(hosts)}/personal/${person.userPrincipalName.replaceAll(/\W/g, '_')}/Documents`,
    owner: { user: { id: person.oid, displayName: person.displayName } },
    quota: { deleted: 1_048_576, remaining: total - used, state: 'normal', total, used },
  };
}

function rootSite({ hosts }: TenantContext): Site & Record<string, unknown> {
  const [webUrl] = sharePointOrigins(hosts);
  const { host } = new URL(webUrl);
  return {
    id: `${host},${guid(1, 22)},${guid(1, 23)}`,
    displayName: company.name,
    name: '',
    webUrl,
    root: {},
    siteCollection: { hostname: host },
  };
}

export function oneDriveOrigin(hosts: TenantHosts): string {
  return sharePointOrigins(hosts)[1];
}
