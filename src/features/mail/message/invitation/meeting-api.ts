/** What a letter about a meeting knows of it: the time, and what one has answered oneself. */
import { graph } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type { Event } from '#contract/calendar.ts';
import type { Message as WireMessage } from '#contract/graph.ts';
import { immutableIds } from '#features/mail/mail-api.ts';

/**
 * What a message about a meeting says of it; times in UTC. Apart from the message, because only a few are of this kind.
 * @throws {ApiError | AuthError}
 */
export async function getMeeting(id: string, signal: AbortSignal): Promise<WireMessage> {
  const members = ['meetingMessageType', 'startDateTime', 'endDateTime', 'isAllDay', 'location'];
  return graph<WireMessage>({
    path: `/me/messages/${encodeURIComponent(id)}`,
    query: { $select: members.map((name) => `microsoft.graph.eventMessage/${name}`).join(',') },
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
}

/**
 * What the reader has answered, in Graph's words (`accepted`, `notResponded`, ...), by the calendar entry that belongs to
 * an invitation; `null` where there is none (any more).
 * @throws {ApiError | AuthError}
 */
export async function getOwnAnswer(id: string, signal: AbortSignal): Promise<string | null> {
  const { event } = await graph<WireMessage & { event?: Event | null }>({
    path: `/me/messages/${encodeURIComponent(id)}`,
    query: { $select: 'id', $expand: 'microsoft.graph.eventMessage/event' },
    scopes: scopes.mail,
    headers: immutableIds,
    signal,
  });
  return event?.responseStatus?.response ?? null;
}
