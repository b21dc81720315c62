/** Messages marked, moved, copied and deleted. */
import { needs, needsMailbox, opens } from '#simulator/graph/graph-access.ts';
import {
  answer,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { madeHere } from '#simulator/seed/mailbox.ts';
import { textOf } from '#simulator/graph/odata-fits.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { timeOf, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import {
  changeItem,
  makeItem,
  moveItem,
  removeItem,
} from '#simulator/outlook/mailbox/item-changes.ts';
import { folderOf, isReadNow, keyOf } from '#simulator/outlook/mailbox/item-state.ts';
import { readPlace } from '#simulator/outlook/mailbox/item-id.ts';
import {
  afresh,
  changeMailbox,
  folderNamed,
  openMailbox,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import { preferences } from '#simulator/outlook/preferences.ts';
import { checkMatch } from '#simulator/outlook/write-routes.ts';
import { jsonBody, resourceBody } from '#simulator/graph/graph-body.ts';
import { contextName, messageAnswer } from './message-answer.ts';
import { messagePlace } from './message-place.ts';
import { messageAt, messageId } from './message.ts';
import { envelope } from './dressing.ts';
import { readWritten } from './written-message.ts';

export function messageChanges(app: GraphApp, context: TenantContext): void {
  const writers = [needs(context, opens.mailWrite, 'outlook'), needsMailbox] as const;
  for (const start of ['/v1.0/me/messages', '/v1.0/me/mailFolders/:folder/messages']) {
    const path = `${start}/:message`;
    app.patch(path, ...writers, (c) => patchMessage(c, context));
    app.post(`${path}/move`, ...writers, (c) => relocate(c, context, 'move'));
    app.post(`${path}/copy`, ...writers, (c) => relocate(c, context, 'copy'));
    app.delete(path, ...writers, (c) => deleteMessage(c, context, false));
    app.post(`${path}/permanentDelete`, ...writers, (c) => deleteMessage(c, context, true));
  }
  const readers = [needs(context, opens.mailEnvelopes, 'outlook'), needsMailbox] as const;
  app.post('/v1.0/me/translateExchangeIds', ...readers, (c) => translateIds(c, context));
}

export async function changedAnswer(
  c: GraphContext,
  context: TenantContext,
  mailbox: OpenMailbox,
  place: MessagePlace,
  status: number,
): Promise<Response> {
  const preferred = preferences(c);
  const shown = await messageAnswer(context, afresh(mailbox), place, {}, preferred, c.get('facts'));
  const name = `${contextName(mailbox, 'messages', {})}/$entity`;
  return answer({ '@odata.context': metadata(context, name), ...shown }, preferred.headers, status);
}

/** What of a message may be changed once it is no draft any more. */
const onReceived =
  'isRead flag categories importance inferenceClassification isDeliveryReceiptRequested isReadReceiptRequested'.split(
    ' ',
  );

async function patchMessage(c: GraphContext, context: TenantContext): Promise<Response> {
  const { fields } = readWritten(await resourceBody(c));
  return changeMailbox(context, c.get('facts').person, (mailbox) => {
    const place = messagePlace(mailbox, c.req.param('message') ?? '');
    const { isDraft, '@odata.etag': etag } = messageAt(mailbox, place, envelope);
    checkMatch(c, etag);
    const refused = Object.keys(fields).find((name) => !isDraft && !onReceived.includes(name));
    if (refused) {
      throw new GraphRefusal(
        400,
        'ErrorInvalidPropertySet',
        `The property '${refused}' can be changed only while the message is a draft.`,
      );
    }
    changeItem(mailbox, place, { fields: { ...fields, ...completed(fields.flag, mailbox.now) } });
    return changedAnswer(c, context, mailbox, place, 200);
  });
}

/** A task that is done was done at some time. */
function completed(flag: ReturnType<typeof readWritten>['fields']['flag'], now: number): object {
  if (flag?.flagStatus !== 'complete' || flag.completedDateTime) return {};
  const day = `${new Date(now).toISOString().slice(0, 10)}T00:00:00.0000000`;
  return { flag: { ...flag, completedDateTime: { dateTime: day, timeZone: 'UTC' } } };
}

async function relocate(
  c: GraphContext,
  context: TenantContext,
  how: 'move' | 'copy',
): Promise<Response> {
  const { destinationId } = await jsonBody(c);
  return changeMailbox(context, c.get('facts').person, (mailbox) => {
    const place = messagePlace(mailbox, c.req.param('message') ?? '');
    const target = folderNamed(mailbox, textOf(destinationId ?? ''));
    if (target.search) {
      throw new GraphRefusal(400, 'ErrorMoveCopyFailed', 'The move or copy operation failed.');
    }
    if (how === 'move') {
      // Where it lies already, it stays as it is.
      if (folderOf(mailbox, place) !== target.number) moveItem(mailbox, place, target.number);
      return changedAnswer(c, context, mailbox, place, 201);
    }
    return changedAnswer(c, context, mailbox, copyTo(mailbox, place, target.number), 201);
  });
}

function copyTo(mailbox: OpenMailbox, place: MessagePlace, folder: number): MessagePlace {
  const { changes } = mailbox;
  const change = changes.items[keyOf(place)];
  const original = place.folder.number === madeHere ? changes.made[place.index] : undefined;
  const { isDraft = false } = messageAt(mailbox, place, envelope);
  const attachments = [...(original?.attachments ?? []), ...(change?.attachments ?? [])];
  return makeItem(mailbox, {
    folder,
    receivedAt: timeOf(mailbox, place),
    isDraft,
    conversation: original?.conversation ?? conversationOf(mailbox, place),
    copyOf: original?.copyOf ?? keyOf(place),
    fields: { ...original?.fields, ...change?.fields, isRead: isReadNow(mailbox, place) },
    ...(attachments.length > 0 ? { attachments } : {}),
  });
}

export function conversationOf(
  mailbox: OpenMailbox,
  place: MessagePlace,
): readonly [number, number] {
  const { conversationId = '' } = messageAt(mailbox, place, envelope);
  const found = readPlace(mailbox, 'conversation', `AAMk${conversationId.slice(4)}`);
  return found ? [found.folder, found.index] : [madeHere, place.index];
}

/** First into the deleted items, from there to where only an administrator finds it. */
function deleteMessage(
  c: GraphContext,
  context: TenantContext,
  permanently: boolean,
): Promise<Response> {
  return changeMailbox(context, c.get('facts').person, (mailbox) => {
    const place = messagePlace(mailbox, c.req.param('message') ?? '');
    const bin = folderNamed(mailbox, 'deleteditems').number;
    const beyond = folderNamed(mailbox, 'recoverableitemsdeletions').number;
    const now = folderOf(mailbox, place);
    if (permanently || now === beyond) removeItem(mailbox, place);
    else moveItem(mailbox, place, now === bin ? beyond : bin);
    return new Response(null, { status: 204 });
  });
}

async function translateIds(c: GraphContext, context: TenantContext): Promise<Response> {
  const { inputIds, targetIdType } = await jsonBody(c);
  if (!Array.isArray(inputIds) || inputIds.length > 1000) {
    throw new GraphRefusal(400, 'ErrorInvalidArgument', 'At most 1000 ids can be translated.');
  }
  const mailbox = await openMailbox(context, c.get('facts').person);
  const lasting = /immutable/i.test(String(targetIdType));
  const value = inputIds.map((sourceId: unknown) => {
    const place = messagePlace(mailbox, String(sourceId));
    return { sourceId, targetId: messageId(mailbox, place, lasting) };
  });
  const name = 'Collection(microsoft.graph.convertIdResult)';
  return answer({ '@odata.context': metadata(context, name), value });
}
