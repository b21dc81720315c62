/** Mail of the signed-in person: folders, lists of messages, one message (Graph mailFolder and message resources). */
import type { MailFolder, Message } from '#contract/graph.ts';
import {
  folders,
  mailboxOf,
  rootFolder,
  sizeOf,
  unreadIn,
  type Folder,
  type Mailbox,
} from '#simulator/seed/mailbox.ts';
import { denied, holds, needs, needsMailbox, opens } from './graph-access.ts';
import {
  answer,
  collection,
  metadata,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from './graph-answer.ts';
import { itemId, placeOf } from './graph-item-id.ts';
import { findMessages } from './graph-message-query.ts';
import { messageAt, type BodyType, type MessagePlace } from './graph-message.ts';
import { cut, nextLink, readQuery, selected } from './graph-query.ts';
import type { TenantContext, TokenFacts } from './tenant-context.ts';

export function mailRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.mailEnvelopes, 'outlook'), needsMailbox] as const;
  const mailbox = (c: GraphContext) => mailboxHere(c, context);
  app.get('/v1.0/me/mailFolders', ...guards, (c) =>
    listFolders(c, context, mailbox(c), rootFolder),
  );
  app.get('/v1.0/me/mailFolders/:folder', ...guards, (c) => {
    const found = folderNamed(mailbox(c), c.req.param('folder'));
    const { select } = readQuery(c.req.url, ['$select']);
    const name = `users('${mailbox(c).owner.oid}')/mailFolders/$entity`;
    return answer({
      '@odata.context': metadata(context, name),
      ...selected(wireFolder(mailbox(c), found), select, 'mailFolder', ['id']),
    });
  });
  app.get('/v1.0/me/mailFolders/:folder/childFolders', ...guards, (c) => {
    const found = folderNamed(mailbox(c), c.req.param('folder'));
    return listFolders(c, context, mailbox(c), found.number);
  });
  app.get('/v1.0/me/mailFolders/:folder/messages', ...guards, (c) =>
    listMessages(c, context, mailbox(c), [folderNamed(mailbox(c), c.req.param('folder'))]),
  );
  app.get('/v1.0/me/messages', ...guards, (c) => listMessages(c, context, mailbox(c), folders));
  app.get('/v1.0/me/mailFolders/:folder/messages/:message', ...guards, (c) => {
    const place = messagePlace(mailbox(c), c.req.param('message'));
    if (place.folder !== folderNamed(mailbox(c), c.req.param('folder'))) throw nothingHere();
    return oneMessage(c, context, mailbox(c), place);
  });
  app.get('/v1.0/me/messages/:message', ...guards, (c) =>
    oneMessage(c, context, mailbox(c), messagePlace(mailbox(c), c.req.param('message'))),
  );
}

export function mailboxHere(c: GraphContext, context: TenantContext): Mailbox {
  return mailboxOf(c.get('facts').person, context.seed, context.now());
}

const root: Folder = {
  number: rootFolder,
  name: 'Top of Information Store',
  wellKnown: 'msgfolderroot',
  parent: rootFolder,
  habit: 'work',
  share: 0,
  pace: 60,
};

/** By id or by well-known name. */
function folderNamed(mailbox: Mailbox, name: string): Folder {
  const all = [root, ...folders];
  const known = all.find(({ wellKnown }) => wellKnown === name.toLowerCase());
  if (known) return known;
  const { folder } = placeOf(mailbox, 'folder', name);
  const found = all.find(({ number }) => number === folder);
  if (!found) throw nothingHere();
  return found;
}

export function messagePlace(mailbox: Mailbox, id: string): MessagePlace {
  const place = placeOf(mailbox, 'message', id);
  const folder = folders.find(({ number }) => number === place.folder);
  if (!folder || place.index >= sizeOf(mailbox, folder)) throw nothingHere();
  return { folder, index: place.index };
}

function wireFolder(mailbox: Mailbox, folder: Folder): MailFolder {
  return {
    id: itemId(mailbox, { kind: 'folder', folder: folder.number, index: 0 }),
    displayName: folder.name,
    parentFolderId: itemId(mailbox, { kind: 'folder', folder: folder.parent, index: 0 }),
    childFolderCount: folders.filter(({ parent, hidden }) => parent === folder.number && !hidden)
      .length,
    unreadItemCount: unreadIn(mailbox, folder),
    totalItemCount: sizeOf(mailbox, folder),
    isHidden: folder.hidden ?? false,
  };
}

function listFolders(
  c: GraphContext,
  context: TenantContext,
  mailbox: Mailbox,
  parent: number,
): Response {
  const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count']);
  const withHidden = new URL(c.req.url).searchParams.get('includeHiddenFolders') === 'true';
  const children = folders.filter(
    (folder) => folder.parent === parent && (withHidden || !folder.hidden),
  );
  const { items, count, next } = cut(context, c.req.url, children, query);
  const value = items.map((folder) =>
    selected(wireFolder(mailbox, folder), query.select, 'mailFolder', ['id']),
  );
  const name = `users('${mailbox.owner.oid}')/mailFolders`;
  return answer(collection(context, name, value, { count, next }));
}

function listMessages(
  c: GraphContext,
  context: TenantContext,
  mailbox: Mailbox,
  where: readonly Folder[],
): Response {
  const query = readQuery(c.req.url, ['$top', '$skip', '$select', '$count', '$orderby', '$filter']);
  const { bodyType, headers } = preferences(c);
  const { places, count, more } = findMessages(mailbox, where, query);
  const value = places.map((place) =>
    visible(messageAt(mailbox, place, bodyType), query.select, c.get('facts')),
  );
  const shown = query.select ? `(${query.select.join(',')})` : '';
  const name = `users('${mailbox.owner.oid}')/messages${shown}`;
  const next = more ? nextLink(context, c.req.url, query.skip + query.top) : undefined;
  return answer(collection(context, name, value, { count, next }), headers);
}

function oneMessage(
  c: GraphContext,
  context: TenantContext,
  mailbox: Mailbox,
  place: MessagePlace,
): Response {
  const { select } = readQuery(c.req.url, ['$select']);
  const { bodyType, headers } = preferences(c);
  const message = messageAt(mailbox, place, bodyType);
  const shown = select ? `(${select.join(',')})` : '';
  return answer(
    {
      '@odata.context': metadata(context, `users('${mailbox.owner.oid}')/messages${shown}/$entity`),
      ...visible(message, select, c.get('facts')),
    },
    headers,
  );
}

/** `Mail.ReadBasic` shows the envelope only. */
function visible(
  message: Message,
  select: readonly string[] | undefined,
  facts: TokenFacts,
): Partial<Message> {
  if (holds(facts, opens.mail)) return selected(message, select, 'message', ['id']);
  if (select?.some((name) => name === 'body' || name === 'bodyPreview')) throw denied('outlook');
  const { body: _, bodyPreview: __, ...envelope } = message;
  return selected(envelope, select, 'message', ['id']);
}

/** Preferences that are honoured are named in the answer. */
function preferences(c: GraphContext): {
  bodyType: BodyType | undefined;
  headers: Record<string, string>;
} {
  const prefer = c.req.header('prefer') ?? '';
  const bodyType = /outlook\.body-content-type\s*=\s*"?(text|html)\b/i
    .exec(prefer)?.[1]
    ?.toLowerCase() as BodyType | undefined;
  const applied = [
    ...(bodyType ? [`outlook.body-content-type="${bodyType}"`] : []),
    // The ids of this tenant never change, so every one of them is immutable.
    ...(/IdType\s*=\s*"?ImmutableId/i.test(prefer) ? ['IdType="ImmutableId"'] : []),
  ];
  return {
    bodyType,
    headers: applied.length > 0 ? { 'preference-applied': applied.join(', ') } : {},
  };
}
