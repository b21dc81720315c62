/** What changed in a folder since a client last asked (Graph delta queries on messages and on mail folders). */
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { badRequest, readQuery, selected } from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { arrivedIn, outsideRoot, receivedAt, type Folder } from '#simulator/seed/mailbox.ts';
import { folderId, wireFolder } from '#simulator/outlook/folders/folder-routes.ts';
import { placeAt } from '#simulator/outlook/messages/made-message.ts';
import { messageAnswer } from '#simulator/outlook/messages/message-answer.ts';
import { messageId } from '#simulator/outlook/messages/message.ts';
import {
  folderNamed,
  openMailbox,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import { preferences, type Preferences } from '#simulator/outlook/preferences.ts';
import { changesSince, firstRound, oldestKnown } from './delta.ts';
import { checkAge, readToken, writeToken, type DeltaToken } from './delta-token.ts';

export function deltaRoutes(app: GraphApp, context: TenantContext): void {
  const guards = [needs(context, opens.mailEnvelopes, 'outlook'), needsMailbox] as const;
  app.get('/v1.0/me/mailFolders/delta', ...guards, (c) => folderDelta(c, context));
  for (const name of ['delta', 'delta()', 'microsoft.graph.delta()']) {
    app.get(`/v1.0/me/mailFolders/:folder/messages/${name}`, ...guards, (c) =>
      messageDelta(c, context),
    );
  }
}

function tokenIn(c: GraphContext, of: string): DeltaToken | undefined {
  const given = new URL(c.req.url).searchParams;
  const text = given.get('$skiptoken') ?? given.get('$deltatoken');
  return text === null ? undefined : readToken(text, of);
}

/** What the first request says, which every later link carries on. */
function begin(c: GraphContext, mailbox: OpenMailbox, of: string): DeltaToken {
  const query = readQuery(c.req.url, ['$select', '$top', '$expand', '$filter', '$orderby']);
  const { searchParams } = new URL(c.req.url);
  const since = /^receivedDateTime (?:ge|gt) (\S+)$/.exec(query.filter?.trim() ?? '')?.[1];
  if (query.filter !== undefined && (!since || Number.isNaN(Date.parse(since)))) {
    throw badRequest(`The query filter '${query.filter}' is not supported for change tracking.`);
  }
  const [order, ...others] = query.orderBy;
  if (order && (order.property !== 'receivedDateTime' || !order.descending || others.length > 0)) {
    throw badRequest('Change tracking lists messages newest first only.');
  }
  const changeType = searchParams.get('changeType');
  if (changeType !== null && !['created', 'updated', 'deleted'].includes(changeType)) {
    throw badRequest(`The change type '${changeType}' is not known.`);
  }
  return {
    of,
    serial: mailbox.changes.serial,
    at: mailbox.now,
    after: { time: Number.POSITIVE_INFINITY, item: '', handed: 0 },
    select: query.select,
    top: searchParams.has('$top') ? query.top : undefined,
    ...(changeType === null ? {} : { changeType }),
    ...(since === undefined ? {} : { since }),
  };
}

async function messageDelta(c: GraphContext, context: TenantContext): Promise<Response> {
  const mailbox = await openMailbox(context, c.get('facts').person);
  const folder = folderNamed(mailbox, c.req.param('folder') ?? '');
  const of = `messages ${mailbox.owner.oid} ${folder.number}`;
  const token = tokenIn(c, of) ?? begin(c, mailbox, of);
  checkAge(token, oldestKnown(mailbox), mailbox.now);
  const preferred = preferences(c);
  const size = preferred.pageSize ?? token.top ?? 10;
  const { rows, next } = token.after
    ? firstRound(mailbox, folder, token, size)
    : changesSince(mailbox, folder, token, size);
  const value = await Promise.all(
    rows.map(async ({ item, removed }) =>
      removed
        ? removedRow(mailbox, item, preferred)
        : present(c, context, mailbox, item, token, preferred),
    ),
  );
  const shown = token.select ? `(${token.select.join(',')})` : '';
  return deltaAnswer(c, context, next, value, `Collection(message)${shown}`, preferred);
}

function deltaAnswer(
  c: GraphContext,
  { hosts }: TenantContext,
  next: DeltaToken,
  value: unknown[],
  name: string,
  { headers }: Preferences,
): Response {
  const more = next.after !== undefined || next.until !== undefined;
  const { pathname } = new URL(c.req.url);
  const link = `${hosts.graph}${pathname}?${more ? '$skiptoken' : '$deltatoken'}=${writeToken(next)}`;
  return answer(
    {
      '@odata.context': metadata({ hosts } as TenantContext, name),
      [more ? '@odata.nextLink' : '@odata.deltaLink']: link,
      value,
    },
    headers,
  );
}

function removedRow(mailbox: OpenMailbox, item: string, { lastingIds }: Preferences): object {
  const place = placeAt(item);
  if (!place) return {};
  // The id it had in this folder, which a move has made another's since.
  const change = mailbox.changes.items[item];
  const moves = change?.gone ? change.moves : Math.max(0, (change?.moves ?? 1) - 1);
  const before = { ...mailbox.changes.items, [item]: { serial: 0, at: 0, moves: moves ?? 0 } };
  const then = { ...mailbox, changes: { ...mailbox.changes, items: before } };
  return {
    '@odata.type': '#microsoft.graph.message',
    id: messageId(then, place, lastingIds),
    '@removed': { reason: 'deleted' },
  };
}

async function present(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  item: string,
  { select }: DeltaToken,
  preferred: Preferences,
): Promise<object> {
  const place = placeAt(item);
  if (!place) return {};
  const shown = await messageAnswer(context, mailbox, place, { select }, preferred, c.get('facts'));
  return { '@odata.type': '#microsoft.graph.message', ...shown };
}

async function folderDelta(c: GraphContext, context: TenantContext): Promise<Response> {
  const mailbox = await openMailbox(context, c.get('facts').person);
  const of = `folders ${mailbox.owner.oid}`;
  const token = tokenIn(c, of) ?? begin(c, mailbox, of);
  checkAge(token, oldestKnown(mailbox), mailbox.now);
  const preferred = preferences(c);
  const known = mailbox.folders.filter(({ parent }) => parent !== outsideRoot);
  const rows: object[] = known
    .filter((folder) => token.after !== undefined || hasChanged(mailbox, folder, token))
    .map((folder) => selected(wireFolder(mailbox, folder), token.select, 'mailFolder', ['id']));
  if (!token.after) {
    for (const [number, change] of Object.entries(mailbox.changes.folders)) {
      if (!change.gone || change.serial <= token.serial) continue;
      rows.push({ id: folderId(mailbox, Number(number)), '@removed': { reason: 'deleted' } });
    }
  }
  const handed = token.after?.handed ?? token.until?.handed ?? 0;
  const end = handed + (preferred.pageSize ?? token.top ?? rows.length);
  const more = end < rows.length;
  const { after, until: _, ...rest } = token;
  const next: DeltaToken = more
    ? after
      ? { ...rest, after: { ...after, handed: end } }
      : { ...rest, until: { serial: 0, at: 0, handed: end } }
    : { ...rest, serial: mailbox.changes.serial, at: mailbox.now };
  const page = rows.slice(handed, end);
  return deltaAnswer(c, context, next, page, 'Collection(mailFolder)', preferred);
}

/** In name or place, or in what it holds. */
function hasChanged(mailbox: OpenMailbox, folder: Folder, { serial, at }: DeltaToken): boolean {
  const { folders, log } = mailbox.changes;
  if ((folders[folder.number]?.serial ?? 0) > serial) return true;
  if (log.some((entry) => entry.folder === folder.number && entry.serial > serial)) return true;
  const arrived = arrivedIn(mailbox, folder);
  return arrived > 0 && receivedAt(mailbox, folder, -arrived) > at;
}
