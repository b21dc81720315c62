/**
 * The Office 365 Management APIs: the activity feed as it is today, and ServiceComms as what is left of it.
 *
 * No answer carries a word about other origins, and no preflight is answered: a page of another origin cannot read this
 * API in the real world, so it cannot over TLS here. Inside the product the function is called without a network
 * between, and there it works.
 */
import { Router } from '#simulator/router/router.ts';
import { chosen } from '#simulator/legacy/service-switches.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { callerOf, checkPermission, checkTenant, createQuota, type Caller } from './caller.ts';
import { blobsBetween, contentRow, findBlob, pageOf, windowOf } from './content.ts';
import { recordsOf } from './records.ts';
import { ActivityRefusal, contentTypeOf, refusalAnswer } from './refusal.ts';
import { sensitiveTypes } from './sensitive-types.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';

interface Asked {
  readonly request: Request;
  readonly url: URL;
  readonly caller: Caller;
  /** As the address spells it, which comes back in the addresses of the answer. */
  readonly tenantId: string;
}

type Operation = (asked: Asked) => Promise<Response>;

export function managementRoutes(context: TenantContext): Router {
  const app = new Router();
  const operations = operationsOf(context, createSubscriptions(context));
  const charge = createQuota(context.now);
  app.all('/api/:version{v1(\\.0)?}/:tenant/activity/feed/:rest{.+}', async (c) => {
    const caller = await callerOf(context, c.req.raw);
    if (caller instanceof Response) return caller;
    const url = new URL(c.req.url);
    const tenantId = c.req.param('tenant');
    checkTenant(caller, tenantId);
    const mode = await chosen(context.store, 'activityFeed');
    if (mode === 'auditOff')
      throw new ActivityRefusal(
        'AF20011',
        `The specified tenant ID (${tenantId}) does not exist in the system.`,
      );
    if (mode === 'broken') throw new Error('Broken as told.');
    charge(tenantId, url);
    const rest = url.pathname.split('/activity/feed/')[1] ?? '';
    const name = rest.startsWith('audit/') ? 'GET audit' : `${c.req.method} ${rest.toLowerCase()}`;
    const operation = operations[name];
    if (!operation) return noSuchResource(c.req.url);
    return operation({ request: c.req.raw, url, caller, tenantId });
  });
  app.all('/api/:version{v1(\\.0)?}/:tenant/ServiceComms/*', () => retired());
  app.all('*', (c) => noSuchResource(c.req.url));
  app.onError((error) =>
    refusalAnswer(
      error instanceof ActivityRefusal
        ? error
        : new ActivityRefusal('AF50000', 'An internal error occurred. Retry the request.', 500),
    ),
  );
  return app;
}

function operationsOf(
  context: TenantContext,
  subscriptions: Subscriptions,
): Readonly<Record<string, Operation>> {
  return {
    'POST subscriptions/start': async ({ request, url, caller, tenantId }) => {
      const type = contentTypeOf(url.searchParams);
      checkPermission(caller, type);
      return Response.json(await subscriptions.start(tenantId, type, await request.text()));
    },
    'POST subscriptions/stop': async ({ url, caller, tenantId }) => {
      const type = contentTypeOf(url.searchParams);
      checkPermission(caller, type);
      await subscriptions.stop(tenantId, type);
      return new Response(null, { status: 200 });
    },
    'GET subscriptions/list': async ({ caller, tenantId }) => {
      checkPermission(caller);
      return Response.json(await subscriptions.list(tenantId));
    },
    'GET subscriptions/content': (asked) => content(context, subscriptions, asked),
    'GET subscriptions/notifications': (asked) => notifications(context, subscriptions, asked),
    'GET resources/dlpsensitivetypes': async ({ request, caller }) => {
      checkPermission(caller);
      return Response.json(sensitiveTypes(request.headers.get('accept-language')));
    },
    'GET audit': async ({ url, caller, tenantId }) => {
      const blob = findBlob(context, tenantId, idIn(url));
      checkPermission(caller, blob.type);
      return Response.json(recordsOf(context, tenantId, blob));
    },
  };
}

/** The dollar signs of an id may come as they are or encoded. */
function idIn(url: URL): string {
  const text = url.pathname.split('/audit/')[1] ?? '';
  return text.replaceAll(/%24/g, '$');
}

async function content(
  context: TenantContext,
  subscriptions: Subscriptions,
  { url, caller, tenantId }: Asked,
): Promise<Response> {
  const type = contentTypeOf(url.searchParams);
  checkPermission(caller, type);
  await subscriptions.running(tenantId, type);
  const blobs = blobsBetween(context, tenantId, type, windowOf(url.searchParams, context.now()));
  const page = pageOf(blobs, url.searchParams.get('nextPage'));
  const rows = page.blobs.map((blob) => contentRow(context, tenantId, blob));
  return Response.json(rows, { headers: nextPageHeader(context, url, page.nextPage) });
}

/** The way on is in a header; without times the window must stay the one it was. */
function nextPageHeader(
  context: TenantContext,
  url: URL,
  nextPage: string | undefined,
): Record<string, string> {
  if (nextPage === undefined) return {};
  const next = new URL(url.pathname + url.search, context.hosts.management);
  if (!next.searchParams.has('startTime')) {
    const { start, end } = windowOf(next.searchParams, context.now());
    next.searchParams.set('startTime', new Date(start).toISOString().slice(0, 19));
    next.searchParams.set('endTime', new Date(end).toISOString().slice(0, 19));
  }
  next.searchParams.set('nextPage', nextPage);
  return { NextPageUri: next.href };
}

async function notifications(
  context: TenantContext,
  subscriptions: Subscriptions,
  { url, caller, tenantId }: Asked,
): Promise<Response> {
  const type = contentTypeOf(url.searchParams);
  checkPermission(caller, type);
  const { webhook } = await subscriptions.running(tenantId, type);
  const window = windowOf(url.searchParams, context.now());
  const blobs = webhook ? blobsBetween(context, tenantId, type, window) : [];
  const page = pageOf(blobs, url.searchParams.get('nextPage'));
  const rows = page.blobs.map((blob) => ({
    ...contentRow(context, tenantId, blob),
    notificationSent: new Date(blob.created + 30_000).toISOString(),
    notificationStatus: blob.key % 12 === 0 ? 'failed' : 'success',
  }));
  return Response.json(rows, { headers: nextPageHeader(context, url, page.nextPage) });
}

function noSuchResource(url: string): Response {
  return Response.json(
    { Message: `No HTTP resource was found that matches the request URI '${url}'.` },
    { status: 404 },
  );
}

/** Its successor is part of Graph. */
function retired(): Response {
  return Response.json(
    {
      Message:
        'The Office 365 Service Communications API has been retired. Use admin/serviceAnnouncement of Microsoft Graph.',
    },
    { status: 410 },
  );
}
