/** One message as a request wants to see it: selected members, body type, what the scope may see, attachments beside it. */
import type { Message } from '#contract/graph.ts';
import { denied, holds, opens } from '#simulator/graph/graph-access.ts';

import { badRequest, selected } from '#simulator/graph/graph-query.ts';
import type { TenantContext, TokenFacts } from '#simulator/tenant-context.ts';
import { attachmentsOf } from '#simulator/outlook/attachments/attachment.ts';
import { wireEvent } from '#simulator/outlook/calendar/event.ts';
import { invitationEntry } from '#simulator/outlook/calendar/invitation.ts';
import type { MessagePlace } from '#simulator/outlook/folders/folder-list.ts';
import { type Dressing, envelope, isOfTheBody } from './dressing.ts';
import { headersOf } from './message-headers.ts';
import { messageAt } from './message.ts';
import type { OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import type { Preferences } from '#simulator/outlook/preferences.ts';
import { uniqueBodyOf } from './unique-body.ts';

export interface Wanted {
  readonly select?: readonly string[] | undefined;
  readonly expand?: string | undefined;
}

/** Members that Graph sends only when they are named. */
const onRequest = {
  internetMessageHeaders: headersOf,
  uniqueBody: uniqueBodyOf,
} as const;

export async function messageAnswer(
  context: TenantContext,
  mailbox: OpenMailbox,
  place: MessagePlace,
  { select, expand }: Wanted,
  preferred: Preferences,
  facts: TokenFacts,
): Promise<Partial<Message>> {
  const readsBodies = holds(facts, opens.mail);
  const members = select?.map(withoutCast);
  if (!readsBodies && members?.some(isOfTheBody)) throw denied('outlook');
  const wants = wantedOf(select, readsBodies);
  const message: Message = messageAt(mailbox, place, { ...preferred, wants });
  for (const [name, make] of Object.entries(onRequest)) {
    if (members?.includes(name))
      Object.assign(message, { [name]: make(mailbox, place, preferred) });
  }
  const shown = selected(message, members, 'message', ['id']);
  if (expand === undefined) return shown;
  if (!readsBodies) throw denied('outlook');
  return { ...shown, ...(await expanded(context, mailbox, place, expand)) };
}

const wantedBy = new WeakMap<readonly string[], Dressing['wants']>();

/** Nothing is worked out that is left out again; one choice for all messages of a page. */
function wantedOf(select: readonly string[] | undefined, readsBodies: boolean): Dressing['wants'] {
  const members = select?.map(withoutCast);
  if (!select || !members || members.includes('*')) return readsBodies ? undefined : envelope.wants;
  let wants = wantedBy.get(select);
  if (!wants) {
    const named = new Set(['id', ...members.map((member) => member.toLowerCase())]);
    wantedBy.set(select, (wants = (member) => named.has(member.toLowerCase())));
  }
  return wants;
}

/** `microsoft.graph.eventMessage/startDateTime` asks for a member of the derived type. */
function withoutCast(name: string): string {
  return name.replace(/^microsoft\.graph\.\w+\//i, '');
}

async function expanded(
  context: TenantContext,
  mailbox: OpenMailbox,
  place: MessagePlace,
  expand: string,
): Promise<object> {
  const parts = expand.split(/,(?![^(]*\))/);
  if (parts.length > 1) {
    const all = await Promise.all(parts.map((part) => expanded(context, mailbox, place, part)));
    return Object.assign({}, ...all) as object;
  }
  const match = /^attachments(?:\(\$select=([\w.,/ ]+)\))?$/i.exec(expand.trim());
  if (match) {
    const select = match[1]?.split(',').map((name) => name.trim());
    return { attachments: await attachmentsOf(context, mailbox, place, select) };
  }
  if (/^microsoft\.graph\.eventMessage(Request)?\/event$/i.test(expand.trim())) {
    const entry = invitationEntry(mailbox, place.folder.number, place.index);
    return entry ? { event: wireEvent(mailbox, entry, { zoneName: 'UTC', zone: 'UTC' }) } : {};
  }
  if (/^(singleValue|multiValue)ExtendedProperties|^extensions/i.test(expand.trim())) return {};
  throw badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${expand}' on type 'microsoft.graph.message'.`,
  );
}

export function contextName(
  mailbox: OpenMailbox,
  path: string,
  { select, expand }: Wanted,
): string {
  const parts = [
    ...(select ?? []),
    ...(expand && /^attachments/i.test(expand) ? ['attachments()'] : []),
  ];
  return `users('${mailbox.owner.oid}')/${path}${parts.length > 0 ? `(${parts.join(',')})` : ''}`;
}
