/** OneDrive and the document libraries in Graph: drives, folders and files by id and by path, search and changes. */
import { denied, hasOneDrive, needs, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  routedPath,
  type GraphApp,
  type GraphContext,
  type GraphEnv,
} from '#simulator/graph/graph-answer.ts';
import type { Step } from '#simulator/router/router.ts';
import { badRequest, chosen, readQuery, selected } from '#simulator/graph/graph-query.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { decoded, itemNotFound, placeIn, searchedFor, type Place } from './address.ts';
import { delta } from './delta.ts';
import { opened } from './drive-edits.ts';
import { driveItem, modified } from './drive-item.ts';
import { driveMembers } from './drive-members.ts';
import { downloadUrl } from './download.ts';
import type { DriveStore, SimulatedDrive } from './drives.ts';
import { itemPage, itemQuery, named, sorted } from './item-list.ts';
import { thumbnails } from './thumbnails.ts';

export function fileRoutes(app: GraphApp, context: TenantContext, drives: DriveStore): void {
  const guard = needs(context, opens.drive, 'files');
  const mine = (person: Person) => {
    if (!hasOneDrive(person))
      throw new GraphRefusal(404, 'ResourceNotFound', "User's mysite not found.");
    return drives.ofPerson(person);
  };
  app.get('/v1.0/me/drives', guard, (c) => {
    const drive = mine(c.get('facts').person);
    return answer(collection(context, 'drives', [driveMembers(context, drive)]));
  });
  for (const [methods, needed] of [
    [['GET'], guard],
    [['POST', 'PUT', 'PATCH', 'DELETE'], needs(context, opens.driveWrite, 'files')],
  ] satisfies [string[], Step<GraphEnv>][]) {
    app.on(methods, '/v1.0/me/drive/*', needed, (c) =>
      answerIn(context, c, mine(c.get('facts').person), tailOf(c, /^\/v1\.0\/me\/drive\/?/i)),
    );
    app.on(methods, '/v1.0/drives/:id/*', needed, (c) => {
      const drive = drives.find(c.req.param('id'), c.get('facts').person);
      if (!drive) throw itemNotFound();
      return answerIn(context, c, drive, tailOf(c, /^\/v1\.0\/drives\/[^/]+\/?/i));
    });
  }
  // Another person's files are shared one by one; their drive as a whole is theirs.
  app.get('/v1.0/users/:user/drive/*', guard, () => {
    throw denied('files');
  });
}

export function tailOf(c: GraphContext, head: RegExp): string {
  return routedPath(c).replace(head, '').replace(/\/$/, '');
}

/**
 * Reads, or writes, in one drive.
 *
 * @param asked what follows the drive in the path
 */
export async function answerIn(
  context: TenantContext,
  c: GraphContext,
  born: SimulatedDrive,
  asked: string,
): Promise<Response> {
  // A child by its name is what a path from its folder leads to.
  const tail = asked.replace(/^(root|items\/[^/:]+)\/children\/([^/$][^/]*)/i, '$1:/$2:');
  const drive = await opened(context, born);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    return (await import('./file-writes.ts')).writeIn(context, c, drive, tail);
  const read = (url: string, at: string) => readIn(context, c, drive, at, url);
  if (!/[?&](\$|%24)?expand=/i.test(c.req.url)) return read(c.req.url, tail);
  const actionOf = (at: string) => placeIn(drive.tree, at)?.action.toLowerCase();
  const { expanded } = await import('./expanded.ts');
  return expanded({ context, drive, read, actionOf }, c.req.url, tail);
}

async function readIn(
  context: TenantContext,
  c: GraphContext,
  drive: SimulatedDrive,
  tail: string,
  url: string,
): Promise<Response> {
  if (tail === '') {
    const { select } = readQuery(url, ['$select']);
    return answer({
      '@odata.context': metadata(context, 'drives/$entity'),
      ...selected(driveMembers(context, drive), select, 'drive'),
    });
  }
  if (/^(recent|sharedWithMe)(\(\))?$/i.test(tail)) return lately(context, url, drive);
  // The whole drive and its root are the same to a search.
  const place = placeIn(drive.tree, tail.replace(/^(?=search\()/i, 'root/'));
  if (!place) throw badRequest(`Resource not found for the segment '${tail.split('/')[0]}'.`);
  return answerAt(context, c, drive, place, url);
}

async function answerAt(
  context: TenantContext,
  c: GraphContext,
  drive: SimulatedDrive,
  { node, action: wanted }: Place,
  url: string,
): Promise<Response> {
  const action = /^(children|content|thumbnails.*|delta.*)$/i.test(wanted)
    ? wanted.toLowerCase()
    : wanted;
  const list = `drives('${encodeURIComponent(drive.id)}')/items('${node.id}')`;
  if (action === '') return itself(context, c, drive, node, { list, url });
  if (action === 'children') {
    if (node.kind === 'file') throw (await import('./expanded.ts')).onNonFolder();
    const query = itemQuery(url, ['$orderby', '$top']);
    const nodes = await sorted(context, drive, drive.tree.childrenOf(node), query.orderBy);
    return answer(
      await itemPage(
        context,
        url,
        { drive, nodes, name: `${list}/children${chosen(query.select)}` },
        query,
      ),
    );
  }
  if (action === 'content') {
    if (node.kind !== 'file')
      throw new GraphRefusal(400, 'invalidRequest', 'You cannot get content for a folder.');
    return new Response(null, {
      status: 302,
      headers: { location: downloadUrl(context, drive, node) },
    });
  }
  if (action.startsWith('thumbnails')) return thumbnails(context, drive, { node, action }, list);
  if (/^delta(\(.*\))?$/.test(decoded(action)) && !node.parent)
    return answer(await delta(context, url, drive, itemQuery(withoutTokens(url), ['$top'])));
  if (/^(permissions|versions)$/i.test(action)) {
    const { itemList } = await import('./item-lists.ts');
    const item = (await (await itself(context, c, drive, node, { list, url })).json()) as object;
    return answer(collection(context, `${list}/${action}`, itemList({ ...item }, action)));
  }
  const text = searchedFor(action);
  if (text === undefined)
    throw badRequest(`Resource not found for the segment '${action.split('/')[0]}'.`);
  const query = itemQuery(url, ['$orderby', '$top']);
  const nodes = await sorted(context, drive, named(drive, node, text), query.orderBy);
  return answer(
    await itemPage(context, url, { drive, nodes, name: 'Collection(driveItem)' }, query),
  );
}

function withoutTokens(url: string): string {
  const clean = new URL(url);
  for (const name of ['token', '$deltatoken']) clean.searchParams.delete(name);
  return clean.href;
}

async function itself(
  context: TenantContext,
  c: GraphContext,
  drive: SimulatedDrive,
  node: Place['node'],
  { list, url }: { readonly list: string; readonly url: string },
): Promise<Response> {
  const item = await driveItem(context, drive, node, itemQuery(url));
  const tag = item['eTag'];
  if (typeof tag === 'string' && c.req.header('if-none-match') === tag)
    return new Response(null, { status: 304, headers: { etag: tag } });
  return answer({
    '@odata.context': metadata(context, `${list.replace(/\/items\('[^']*'\)$/, '')}/items/$entity`),
    ...item,
  });
}

/** Microsoft takes this list away: it comes without promise now, and empty from December 2026 on. */
const goneAfter = Date.UTC(2026, 11, 1);

async function lately(context: TenantContext, url: string, drive: SimulatedDrive) {
  const query = itemQuery(url, ['$top']);
  const shared = /sharedWithMe/i.test(url);
  const nodes =
    context.now() >= goneAfter
      ? []
      : [...drive.tree.all()]
          .filter((node) => node.kind === 'file' && node.key % 7 === (shared ? 2 : 1))
          .sort((one, other) => modified(context, other) - modified(context, one))
          .slice(0, 12);
  const page = { drive, nodes, name: 'Collection(driveItem)' };
  return answer(await itemPage(context, url, page, query));
}
