/** A series as Graph keeps it: the master with its rule, the days left out, and those that are otherwise than planned. */
import { graphCollection } from '#api/whole-collection.ts';
import { graph } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type * as wire from '#contract/calendar.ts';
import { dayOf, isDay } from '#lib/days.ts';
import { eventDetails, inUtc } from '#features/calendar/calendar-api.ts';
import { toDetails } from '#features/calendar/events/event-details.ts';
import type { Series } from './series-file.ts';

const headers = { prefer: `${inUtc}, outlook.body-content-type="text"` };
/** Milliseconds. The service expands five years at once. */
const [before, after] = [365 * 86_400_000, 4 * 365 * 86_400_000];

/**
 * What was changed is looked for among a year that has been and four that come.
 * @returns `undefined` where the series has no times
 * @throws {ApiError | AuthError}
 */
export async function readSeries(
  id: string,
  now: Date,
  signal: AbortSignal,
): Promise<Series | undefined> {
  const path = `/me/events/${encodeURIComponent(id)}`;
  const [series, instances] = await Promise.all([
    graph<wire.Event>({
      path,
      query: { $select: `${eventDetails},lastModifiedDateTime,cancelledOccurrences` },
      scopes: scopes.calendar,
      headers,
      signal,
    }),
    graphCollection<wire.Event>({
      path: `${path}/instances`,
      query: {
        startDateTime: new Date(now.getTime() - before).toISOString(),
        endDateTime: new Date(now.getTime() + after).toISOString(),
        $top: 250,
        $select: `${eventDetails},lastModifiedDateTime,originalStart`,
      },
      scopes: scopes.calendar,
      headers,
      signal,
    }),
  ]);
  return toSeries(series, instances);
}

export function toSeries(series: wire.Event, instances: readonly wire.Event[]): Series | undefined {
  const master = toDetails(series, '');
  return master && { master, cancelled: cancelledDays(series), changed: changedOf(instances) };
}

/** `OID.{series}.{day}` (Graph event, cancelledOccurrences). */
function cancelledDays({ cancelledOccurrences }: wire.Event): string[] {
  return (cancelledOccurrences ?? []).map((id) => id?.slice(-10) ?? '').filter(isDay);
}

function changedOf(instances: readonly wire.Event[]): Series['changed'] {
  return instances.flatMap((each) => {
    const event = each.type === 'exception' ? toDetails(each, '') : undefined;
    const planned = Date.parse(each.originalStart ?? '');
    if (!event || dayOf(planned) === '') return [];
    return [{ event, plannedAt: planned }];
  });
}
