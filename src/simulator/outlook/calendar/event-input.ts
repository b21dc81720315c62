/** What a client writes of an event, checked as the service checks it. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { escape, htmlPage } from '#simulator/seed/letter.ts';
import { type Members } from '#simulator/outlook/mailbox/edits.ts';
import { placeOf } from '#simulator/outlook/mailbox/item-id.ts';
import { type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { type Entry } from './event.ts';
import { entryAt } from './event-list.ts';

export const utc = { zoneName: 'UTC', zone: 'UTC' };

export function entryCalled(mailbox: OpenMailbox, id: string): Entry {
  const { folder: calendar, index, part } = placeOf(mailbox, 'event', id);
  return entryAt(mailbox, { calendar, index, part });
}

export function invalid(
  code = 'ErrorPropertyValidationFailure',
  message = 'At least one property failed validation.',
): GraphRefusal {
  return new GraphRefusal(400, code, message);
}

/** Outlook keeps HTML, whatever it was given. */
export function bodyOf(given: unknown): object {
  const { contentType = 'text', content = '' } = given as Record<string, string>;
  const isHtml = contentType.toLowerCase() === 'html';
  return {
    contentType: 'html',
    content: isHtml ? content : htmlPage(escape(content).replaceAll(/\r?\n/g, '<br>')),
  };
}

export function attendeesOf(given: unknown): object[] {
  return (given as Record<string, unknown>[]).map(({ emailAddress, type = 'required' }) => {
    const { address, name = address } = (emailAddress ?? {}) as Record<string, unknown>;
    if (typeof address !== 'string' || !/^\S+@\S+$/.test(address)) throw invalid();
    return {
      type,
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name, address },
    };
  });
}

export function placeOfEvent({ location, locations }: Members): Members {
  const list = (locations ?? (location ? [location] : undefined)) as Members[] | undefined;
  if (!list) return {};
  const full = list.map((each): Members => ({
    locationType: 'default',
    ...(each['displayName'] ? { uniqueId: each['displayName'], uniqueIdType: 'private' } : {}),
    ...each,
  }));
  return { location: { ...full[0], displayName: full[0]?.['displayName'] ?? '' }, locations: full };
}
