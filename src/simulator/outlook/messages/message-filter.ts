/** `$filter` and `$orderby` on messages, as far as Exchange goes: which properties, and how they depend on each other. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { parseFilter, pathsOf, type Filter } from '#simulator/graph/odata-filter.ts';
import { fits, memberOf } from '#simulator/graph/odata-fits.ts';
import { badRequest, type Query } from '#simulator/graph/graph-query.ts';
import { madeHere } from '#simulator/seed/mailbox.ts';
import { timeOf, type MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { isReadNow } from '#simulator/outlook/mailbox/item-state.ts';
import { moment } from '#simulator/outlook/wire.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { addressHash, maybeFrom } from '#simulator/outlook/search/sender-index.ts';
import { only } from './dressing.ts';
import { checkTypes } from './filter-types.ts';
import { messageAt } from './message.ts';

export type Test = (place: MessagePlace) => boolean;

const filterable = new Set(
  'isRead isDraft hasAttachments importance receivedDateTime sentDateTime createdDateTime lastModifiedDateTime subject bodyPreview body/content from/emailAddress/address from/emailAddress/name sender/emailAddress/address sender/emailAddress/name toRecipients/emailAddress/address toRecipients/emailAddress/name ccRecipients/emailAddress/address ccRecipients/emailAddress/name conversationId categories flag/flagStatus internetMessageId inferenceClassification parentFolderId isReadReceiptRequested'.split(
    ' ',
  ),
);

/** Nobody has any here, so that a filter by them finds nothing. */
const extended = /^(single|multi)ValueExtendedProperties(\/|$)/i;

const sortable = new Set(
  'receivedDateTime sentDateTime createdDateTime lastModifiedDateTime subject importance isRead hasAttachments from/emailAddress/name from/emailAddress/address sender/emailAddress/name sender/emailAddress/address'.split(
    ' ',
  ),
);

export function notUnderstood(): GraphRefusal {
  return new GraphRefusal(
    400,
    'ErrorInvalidUrlQueryFilter',
    'The query filter contains one or more invalid nodes.',
  );
}

/** @throws {GraphRefusal} for what is no filter, and for properties that the service cannot filter by. */
export function readFilter(text: string): Filter {
  const filter = parseFilter(text);
  for (const path of pathsOf(filter)) {
    if (filterable.has(path) || extended.test(path)) continue;
    throw /^[a-z]+(\/[a-z]+)*$/i.test(path) && looksLikeMember(path)
      ? notUnderstood()
      : badRequest(
          `Could not find a property named '${path.split('/')[0]}' on type 'Microsoft.OutlookServices.Message'.`,
        );
  }
  checkTypes(filter);
  return filter;
}

const others =
  'id changeKey body uniqueBody toRecipients ccRecipients bccRecipients replyTo from sender flag webLink conversationIndex attachments internetMessageHeaders isDeliveryReceiptRequested emailAddress'.split(
    ' ',
  );

function looksLikeMember(path: string): boolean {
  return others.includes(path.split('/')[0] ?? '');
}

export function testOf(mailbox: OpenMailbox, filter: Filter): Test {
  const needed = only(pathsOf(filter));
  const sender = senderOf(filter);
  const wanted = sender === undefined ? 0 : addressHash(sender);
  return (place) => {
    const isBorn = place.folder.number !== madeHere;
    if (sender !== undefined && isBorn && !maybeFrom(mailbox, place, wanted)) return false;
    let message: object | undefined;
    // The unread, and those of a week, are asked for often: neither needs the letter.
    return fits(filter, (path) => {
      if (path === 'isRead') return isReadNow(mailbox, place);
      if (path === 'receivedDateTime') return moment(timeOf(mailbox, place));
      message ??= messageAt(mailbox, place, needed);
      return memberOf(message, path);
    });
  };
}

/**
 * What is ordered by must also be filtered by, in the same order and before anything else.
 * @throws {GraphRefusal} InefficientFilter otherwise
 */
export function checkOrder({ orderBy }: Query, filter: Filter | undefined): void {
  for (const { property } of orderBy) {
    if (!sortable.has(property)) {
      throw badRequest(`The property '${property}' does not support ordering here.`);
    }
  }
  if (!filter || orderBy.length === 0) return;
  const first = [...new Set(pathsOf(filter))].slice(0, orderBy.length);
  if (orderBy.some(({ property }, at) => first[at] !== property)) {
    throw new GraphRefusal(
      400,
      'InefficientFilter',
      'The restriction or sort order is too complex for this operation.',
    );
  }
}

/** The bounds that a filter sets to the time of receipt when nothing else can widen them. */
export function boundsOf(filter: Filter | undefined): { after: number; before: number } {
  const bounds = { after: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY };
  const visit = (part: Filter): void => {
    if (part.kind === 'and') {
      visit(part.left);
      visit(part.right);
    }
    if (part.kind !== 'compare' || part.left.kind !== 'path' || part.right.kind !== 'value') return;
    if (part.left.path !== 'receivedDateTime') return;
    const time = Date.parse(String(part.right.value));
    if (Number.isNaN(time)) throw notUnderstood();
    if (['ge', 'gt', 'eq'].includes(part.operator)) bounds.after = Math.max(bounds.after, time);
    if (['le', 'lt', 'eq'].includes(part.operator)) bounds.before = Math.min(bounds.before, time);
  };
  if (filter) visit(filter);
  return bounds;
}

/** The conversation that a filter is confined to, if it is. */
export function conversationOf(filter: Filter | undefined): string | undefined {
  return confinedTo(filter, 'conversationId');
}

/** The sender's address that a filter is confined to, if it is. */
export function senderOf(filter: Filter | undefined): string | undefined {
  return confinedTo(filter, 'from/emailAddress/address');
}

function confinedTo(filter: Filter | undefined, path: string): string | undefined {
  if (!filter) return undefined;
  if (filter.kind === 'and') return confinedTo(filter.left, path) ?? confinedTo(filter.right, path);
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return undefined;
  const { left, right } = filter;
  return left.kind === 'path' && left.path === path && right.kind === 'value'
    ? String(right.value)
    : undefined;
}
