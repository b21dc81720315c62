/** Audit records as they travel, and as the table shows them. */
import type * as wire from '#contract/activity.ts';

export const contentTypes = [
  'Audit.AzureActiveDirectory',
  'Audit.Exchange',
  'Audit.SharePoint',
  'Audit.General',
  'DLP.All',
] as const;
export type ContentType = (typeof contentTypes)[number];

/** What the screen opens on: content that is collected, where any is. */
export function firstShown(subscriptions: readonly wire.Subscription[]): ContentType {
  return contentTypes.find((type) => isCollected(subscriptions, type)) ?? contentTypes[0];
}

export function isCollected(subscriptions: readonly wire.Subscription[], type: ContentType) {
  return subscriptions.some(
    ({ contentType, status }) => contentType === type && status === 'enabled',
  );
}

export interface RecordRow {
  readonly id: string;
  readonly at: Date | undefined;
  readonly operation: string;
  readonly workload: string;
  readonly user: string;
  readonly object: string;
  readonly address: string;
  readonly result: string;
  readonly whole: wire.AuditRecord;
}

/** Its times are UTC and do not say so. */
export function toRecord(record: wire.AuditRecord, index: number): RecordRow {
  const { CreationTime: time } = record;
  const at = new Date(time ? (/Z$|[+-]\d\d:\d\d$/.test(time) ? time : `${time}Z`) : Number.NaN);
  return {
    id: record.Id ?? `without id ${index}`,
    at: Number.isNaN(at.getTime()) ? undefined : at,
    operation: record.Operation ?? 'Not said',
    workload: record.Workload ?? '',
    user: record.UserId ?? '',
    object: record.ObjectId ?? '',
    address: record.ClientIP ?? '',
    result: record.ResultStatus ?? '',
    whole: record,
  };
}

/** Records come out of order and some come twice, by design of the service: newest first, each once. */
export function inOrder(records: readonly RecordRow[]): RecordRow[] {
  const once = new Map(records.map((record) => [record.id, record]));
  return [...once.values()].toSorted(
    (one, other) => (other.at?.getTime() ?? 0) - (one.at?.getTime() ?? 0),
  );
}

export interface Filter {
  readonly text: string;
  readonly workload: string;
  readonly operation: string;
}

export function filtered(
  records: readonly RecordRow[],
  { text, workload, operation }: Filter,
): readonly RecordRow[] {
  const wanted = text.trim().toLowerCase();
  return records.filter(
    (record) =>
      (workload === '' || record.workload === workload) &&
      (operation === '' || record.operation === operation) &&
      (wanted === '' ||
        [record.user, record.object, record.address, record.operation, record.result].some((part) =>
          part.toLowerCase().includes(wanted),
        )),
  );
}

const day = 86_400_000;

/** Whole days before now at which a window ends. */
export const windows = [0, 1, 2, 3, 4, 5, 6] as const;

/** In hours: it begins and ends at this time of the day, so it holds parts of two days of the calendar. */
export function windowInWords(daysAgo: number): string {
  return daysAgo === 0 ? 'The last 24 hours' : `${daysAgo * 24} to ${(daysAgo + 1) * 24} hours ago`;
}

/**
 * One of the last seven days, which is what the service keeps and as much as it gives at once: 0 ends now.
 * Times without a zone, as the service wants them.
 */
export function windowOf(daysAgo: number, now: number): { startTime: string; endTime: string } {
  const text = (time: number) => new Date(time).toISOString().slice(0, 19);
  // The oldest window would begin a moment too early by the time it is read.
  const grace = daysAgo === 6 ? 5 * 60_000 : 0;
  return {
    startTime: text(now - (daysAgo + 1) * day + grace),
    endTime: text(now - daysAgo * day),
  };
}
