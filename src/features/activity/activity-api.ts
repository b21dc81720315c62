/** What the activity screen asks of the Management Activity API: subscriptions, content by day and page, records. */
import { createGate } from '#api/four-at-a-time.ts';
import { ask, readJson, type ApiRequest } from '#api/request.ts';
import type { Resource } from '#config/clouds.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import { cloud } from '#config/settings.ts';
import type * as wire from '#contract/activity.ts';
import { inOrder, toRecord, windowOf, type ContentType, type RecordRow } from './activity.ts';

function management(): Resource {
  const { management: resource, title } = cloud();
  if (!resource) throw new Error(`${title} has no Management API.`);
  return resource;
}

export function scopesFor(type?: ContentType): readonly string[] {
  return type === 'DLP.All'
    ? [...serviceScopes.activity, 'ActivityFeed.ReadDlp']
    : serviceScopes.activity;
}

function feed(tenant: string, path: string, request: Partial<ApiRequest>) {
  return ask(management(), '/api/v1.0', {
    path: `/${tenant}/activity/feed/${path}`,
    scopes: serviceScopes.activity,
    ...request,
    // Without it all callers of a tenant share one quota.
    query: { ...request.query, PublisherIdentifier: tenant },
  });
}

/** @throws {ApiError | AuthError | NetworkError} */
export async function listSubscriptions(
  tenant: string,
  signal: AbortSignal,
): Promise<readonly wire.Subscription[]> {
  return readJson(await feed(tenant, 'subscriptions/list', { signal }));
}

/** @throws {ApiError | AuthError | NetworkError} */
export async function subscribe(
  tenant: string,
  type: ContentType,
  change: 'start' | 'stop',
): Promise<void> {
  await feed(tenant, `subscriptions/${change}`, {
    method: 'POST',
    query: { contentType: type },
    scopes: scopesFor(type),
  });
}

export interface ContentPage {
  readonly blobs: number;
  readonly records: readonly RecordRow[];
  readonly next: string | undefined;
}

/** The service allows many; a browser opens six connections to a host. */
const gate = createGate(4);

/**
 * One page of a day's content with the records in it.
 * @throws {ApiError | AuthError | NetworkError}
 */
export async function readContent(
  tenant: string,
  { type, daysAgo }: { readonly type: ContentType; readonly daysAgo: number },
  next: string | undefined,
  signal: AbortSignal,
): Promise<ContentPage> {
  const scopes = scopesFor(type);
  const page = await (next === undefined
    ? feed(tenant, 'subscriptions/content', {
        query: { contentType: type, ...windowOf(daysAgo, Date.now()) },
        scopes,
        signal,
      })
    : ask(management(), '', { path: next, scopes, signal }));
  const rows = readJson<wire.ContentRow[]>(page);
  const blobs = await Promise.all(
    rows.map(({ contentUri }) =>
      gate.run(async () =>
        readJson<wire.AuditRecord[]>(
          await ask(management(), '', {
            path: contentUri,
            query: { PublisherIdentifier: tenant },
            scopes,
            signal,
          }),
        ),
      ),
    ),
  );
  return {
    blobs: rows.length,
    records: inOrder(blobs.flat().map(toRecord)),
    next: page.headers['nextpageuri'],
  };
}
