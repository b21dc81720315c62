/** Mail folders: listed, nested, made, renamed, moved and deleted (Graph mailFolder resource). */
import type { MailFolder } from '#contract/graph.ts';
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { chosen, cut, readQuery, selected } from '#simulator/graph/graph-query.ts';
import { fits, textOf } from '#simulator/graph/odata-fits.ts';
import { outsideRoot, type Folder } from '#simulator/seed/mailbox.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { itemId } from '#simulator/outlook/mailbox/item-id.ts';
import { unreadNow } from '#simulator/outlook/mailbox/item-state.ts';
import {
  afresh,
  changeMailbox,
  folderNamed,
  folderNumbered,
  openMailbox,
  root,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import { jsonBody, resourceBody } from '#simulator/graph/graph-body.ts';
import { readFolderFilter } from './folder-filter.ts';
import { changeFolder, makeFolder, removeFolder } from './folder-changes.ts';

/** What `$expand` puts beside the members of a folder. */
type Beside = (c: GraphContext, folder: MailFolder, expand: string | undefined) => Promise<object>;

export function folderRoutes(app: GraphApp, context: TenantContext): void {
  const readers = [needs(context, opens.mailEnvelopes, 'outlook'), needsMailbox] as const;
  const open = (c: GraphContext) => openMailbox(context, c.get('facts').person, c.req.raw);
  const beside: Beside = async (c, { id }, expand) =>
    expand === undefined
      ? {}
      : (await import('#simulator/seldom/seldom-routes.ts')).expandedOf(
          app,
          c,
          `/me/mailFolders/${id}`,
          'mailFolder',
          expand,
        );
  app.get('/v1.0/me/mailFolders', ...readers, async (c) =>
    listFolders(c, context, await open(c), root, beside),
  );
  app.get('/v1.0/me/mailFolders/:folder', ...readers, async (c) => {
    const mailbox = await open(c);
    const { select, expand } = readQuery(c.req.url, ['$select', '$expand']);
    const found = folderNamed(mailbox, c.req.param('folder'));
    const more = await beside(c, wireFolder(mailbox, found), expand);
    return folderAnswer(context, mailbox, found, 200, select, more);
  });
  app.get('/v1.0/me/mailFolders/:folder/childFolders', ...readers, async (c) => {
    const mailbox = await open(c);
    const above = folderNamed(mailbox, c.req.param('folder'));
    return listFolders(c, context, mailbox, above, beside);
  });
  folderWriters(app, context);
}

function folderWriters(app: GraphApp, context: TenantContext): void {
  const writers = [needs(context, opens.mailWrite, 'outlook'), needsMailbox] as const;
  const change = (c: GraphContext, work: (mailbox: OpenMailbox) => Promise<Response> | Response) =>
    changeMailbox(context, c.get('facts').person, work);
  const create = async (c: GraphContext, parent: string) => {
    const { displayName, isHidden } = await resourceBody(c);
    return change(c, (mailbox) => {
      const above = folderNamed(mailbox, parent);
      const number = makeFolder(mailbox, above, displayName, isHidden === true);
      const now = afresh(mailbox);
      return folderAnswer(context, now, folderNumbered(now, number), 201);
    });
  };
  app.post('/v1.0/me/mailFolders', ...writers, (c) => create(c, 'msgfolderroot'));
  app.post('/v1.0/me/mailFolders/:folder/childFolders', ...writers, (c) =>
    create(c, c.req.param('folder')),
  );
  app.patch('/v1.0/me/mailFolders/:folder', ...writers, async (c) => {
    const { displayName } = await resourceBody(c);
    return change(c, (mailbox) => {
      const folder = folderNamed(mailbox, c.req.param('folder'));
      changeFolder(mailbox, folder, { name: displayName });
      const now = afresh(mailbox);
      return folderAnswer(context, now, folderNumbered(now, folder.number), 200);
    });
  });
  app.delete('/v1.0/me/mailFolders/:folder', ...writers, (c) =>
    change(c, (mailbox) => {
      removeFolder(mailbox, folderNamed(mailbox, c.req.param('folder')));
      return new Response(null, { status: 204 });
    }),
  );
  app.post('/v1.0/me/mailFolders/:folder/move', ...writers, async (c) => {
    const { destinationId } = await jsonBody(c);
    return change(c, (mailbox) => {
      const folder = folderNamed(mailbox, c.req.param('folder'));
      const parent = folderNamed(mailbox, textOf(destinationId ?? ''));
      if (parent.number === folder.number) {
        throw new GraphRefusal(400, 'ErrorMoveCopyFailed', 'The folder cannot be moved there.');
      }
      changeFolder(mailbox, folder, { parent: parent.number });
      const now = afresh(mailbox);
      return folderAnswer(context, now, folderNumbered(now, folder.number), 201);
    });
  });
}

export function folderAnswer(
  context: TenantContext,
  mailbox: OpenMailbox,
  folder: Folder,
  status: number,
  select?: readonly string[],
  more: object = {},
): Response {
  const name = `users('${mailbox.owner.oid}')/mailFolders${chosen(select)}/$entity`;
  return answer(
    {
      '@odata.context': metadata(context, name),
      ...selected(wireFolder(mailbox, folder), select, 'mailFolder', ['id']),
      ...more,
    },
    {},
    status,
  );
}

export function folderId(mailbox: OpenMailbox, number: number): string {
  return itemId(mailbox, { kind: 'folder', folder: number, index: 0 });
}

export function wireFolder(mailbox: OpenMailbox, folder: Folder): MailFolder {
  const { search } = folder;
  const source = search ? folderNumbered(mailbox, search.of) : folder;
  const list = mailbox.list(source);
  const children = mailbox.folders.filter(
    ({ parent, hidden }) => parent === folder.number && !hidden,
  );
  return {
    ...(search ? { '@odata.type': '#microsoft.graph.mailSearchFolder' } : {}),
    id: folderId(mailbox, folder.number),
    displayName: folder.name,
    parentFolderId: folderId(mailbox, folder.parent === outsideRoot ? outsideRoot : folder.parent),
    childFolderCount: children.length,
    unreadItemCount: unreadNow(mailbox, source),
    // What a search folder holds is known for the unread without looking through everything.
    totalItemCount: search?.filter === 'isRead eq false' ? unreadNow(mailbox, source) : list.length,
    isHidden: folder.hidden ?? false,
    ...(search
      ? {
          isSupported: true,
          includeNestedFolders: false,
          sourceFolderIds: [folderId(mailbox, search.of)],
          filterQuery: search.filter,
        }
      : {}),
  };
}

async function listFolders(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  { number }: Folder,
  beside: Beside,
): Promise<Response> {
  const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count', '$filter', '$expand']);
  const withHidden = new URL(c.req.url).searchParams.get('includeHiddenFolders') === 'true';
  const filter = readFolderFilter(query.filter);
  const children = mailbox.folders
    .filter((folder) => folder.parent === number && number !== folder.number)
    .filter((folder) => withHidden || !folder.hidden)
    .map((folder) => wireFolder(mailbox, folder))
    .filter((folder) => !filter || fits(filter, (path) => folder[path as keyof MailFolder]));
  const { items, count, next } = cut(context, c.req.url, children, query);
  const value: object[] = [];
  for (const folder of items)
    value.push({
      ...selected(folder, query.select, 'mailFolder', ['id']),
      ...(await beside(c, folder, query.expand)),
    });
  const name = `users('${mailbox.owner.oid}')/mailFolders${chosen(query.select)}`;
  return answer(collection(context, name, value, { count, next }));
}
