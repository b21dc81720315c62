/** The Management Activity API as it travels; workloads add members of their own to a record. */

export interface Subscription {
  contentType?: string;
  status?: string;
  webhook?: { status?: string; address?: string } | null;
}

export interface ContentRow {
  contentType?: string;
  contentId: string;
  contentUri: string;
  contentCreated?: string;
  contentExpiration?: string;
}

export interface AuditRecord {
  Id?: string;
  CreationTime?: string;
  Operation?: string;
  Workload?: string;
  UserId?: string;
  ObjectId?: string;
  ClientIP?: string;
  ResultStatus?: string;
  RecordType?: number;
  [more: string]: unknown;
}
