/** What the health screens ask of Graph: how the services are, what went wrong, what Microsoft announces. */
import { graphPage } from '#api/collection.ts';
import { graphCollection } from '#api/whole-collection.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import type * as wire from '#contract/health.ts';
import {
  toAnnouncement,
  toIssue,
  toServiceState,
  type Announcement,
  type Issue,
  type ServiceState,
} from './health.ts';

const base = '/admin/serviceAnnouncement';

/** @throws {ApiError | AuthError} */
export async function readServices(signal: AbortSignal): Promise<ServiceState[]> {
  const path = `${base}/healthOverviews`;
  const all = await graphCollection<wire.HealthOverview>({
    path,
    scopes: serviceScopes.health,
    signal,
  });
  return all.map(toServiceState);
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** @throws {ApiError | AuthError} */
export async function listIssues(
  next: string | undefined,
  signal: AbortSignal,
): Promise<Page<Issue>> {
  const { items, next: following } = await graphPage<wire.HealthIssue>({
    path: next ?? `${base}/issues`,
    scopes: serviceScopes.health,
    signal,
  });
  return { items: items.map(toIssue), next: following };
}

/** @throws {ApiError | AuthError} */
export async function listAnnouncements(
  next: string | undefined,
  signal: AbortSignal,
): Promise<Page<Announcement>> {
  // By the date that the rows show: left to itself the service goes by when a message first appeared.
  const first = { path: `${base}/messages`, query: { $orderby: 'lastModifiedDateTime desc' } };
  const { items, next: following } = await graphPage<wire.ServiceMessage>({
    ...(next === undefined ? first : { path: next }),
    // The way on does not carry it, so every page asks for it.
    headers: { prefer: 'odata.maxpagesize=50' },
    scopes: serviceScopes.announcements,
    signal,
  });
  return { items: items.map(toAnnouncement), next: following };
}
