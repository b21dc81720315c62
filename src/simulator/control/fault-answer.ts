/** What a service says when somebody told it to fail with a status and no words: its own form of error, as its clients parse it. */
import { EntraRefusal, type RefusalCode } from '#simulator/entra/errors.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import { refusalPage } from '#simulator/entra/pages/steps.ts';
import { refusalResponse, traceOf } from '#simulator/entra/refusal-answer.ts';
import { denied, type Family } from '#simulator/graph/graph-access.ts';
import { familyOf } from '#simulator/permissions/permission-check.ts';
import type { TenantHosts } from '#simulator/tenant-context.ts';

interface World {
  readonly hosts: TenantHosts;
  readonly now: () => number;
  readonly nextId: () => string;
}

export function faultAnswer(request: Request, status: number, world: World): Promise<Response> {
  return Promise.resolve(formOf(request, world)(request, status, world));
}

type Form = (request: Request, status: number, world: World) => Response | Promise<Response>;

function formOf(request: Request, { hosts }: World): Form {
  const { origin, pathname } = new URL(request.url);
  if (origin === hosts.graph) return graphError;
  if (origin === hosts.discovery || origin === hosts.exchange) return olderError;
  if (origin === hosts.management) return activityError;
  if (origin === hosts.ownApi) return problem;
  if (origin.endsWith(`.${hosts.sharePointSuffix}`))
    // The files of OneDrive answer in the newer form; `_api/web` is older.
    return /\/_api\/v\d/.test(pathname) ? olderError : sharePointError;
  return entraError;
}

/** Each workload behind Graph has its own names for what everybody means by a number. */
const names: Partial<Record<Family, Readonly<Record<number, string>>>> = {
  outlook: {
    404: 'ErrorItemNotFound',
    409: 'ErrorItemSave',
    412: 'ErrorIrresolvableConflict',
    500: 'ErrorInternalServerError',
  },
  files: {
    404: 'itemNotFound',
    409: 'nameAlreadyExists',
    412: 'resourceModified',
    423: 'resourceLocked',
    500: 'generalException',
    503: 'serviceNotAvailable',
    507: 'quotaLimitReached',
  },
  directory: { 400: 'Request_BadRequest', 404: 'Request_ResourceNotFound' },
};

const usualNames: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'InvalidAuthenticationToken',
  404: 'ResourceNotFound',
  409: 'Conflict',
  410: 'Gone',
  412: 'PreconditionFailed',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  501: 'NotImplemented',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
  507: 'InsufficientStorage',
  509: 'BandwidthLimitExceeded',
};

const asTold = 'The service failed as it was told to.';

function graphError(request: Request, status: number, { hosts, now, nextId }: World): Response {
  const family = familyOf(new URL(request.url).pathname.replace(/^\/(v1\.0|beta)/, ''));
  const requestId = nextId();
  const clientRequestId = request.headers.get('client-request-id') ?? requestId;
  const { code, message } =
    status === 403
      ? denied(family)
      : {
          code: names[family]?.[status] ?? usualNames[status] ?? 'UnknownError',
          message: asTold,
        };
  const error = {
    code,
    message,
    innerError: {
      date: new Date(now()).toISOString().slice(0, 19),
      'request-id': requestId,
      'client-request-id': clientRequestId,
    },
  };
  const headers = { 'request-id': requestId, 'client-request-id': clientRequestId };
  const challenge = `Bearer realm="", authorization_uri="${hosts.login}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`;
  return Response.json(
    { error },
    {
      status,
      headers: { ...headers, ...(status === 401 ? { 'www-authenticate': challenge } : {}) },
    },
  );
}

function olderError(request: Request, status: number, { nextId }: World): Response {
  const requestId = nextId();
  const code =
    status === 403 ? 'ErrorAccessDenied' : (usualNames[status] ?? 'ErrorInternalServerError');
  return Response.json(
    { error: { code, message: asTold } },
    {
      status,
      headers: {
        'request-id': requestId,
        'client-request-id': request.headers.get('client-request-id') ?? requestId,
      },
    },
  );
}

/** Machinery before the API refuses a token; everything else has an AF number. */
function activityError(_: Request, status: number): Response {
  if (status === 401)
    return Response.json(
      { Message: 'Authorization has been denied for this request.' },
      { status },
    );
  const codes: Record<number, string> = { 400: 'AF20001', 403: 'AF10001', 429: 'AF429' };
  return Response.json(
    { error: { code: codes[status] ?? 'AF50000', message: asTold } },
    { status },
  );
}

function sharePointError(_: Request, status: number, { nextId }: World): Response {
  const codes: Record<number, string> = {
    401: '-2147024891, System.UnauthorizedAccessException',
    403: '-2147024891, System.UnauthorizedAccessException',
    404: '-1, Microsoft.SharePoint.Client.ResourceNotFoundException',
  };
  const code = codes[status] ?? '-1, Microsoft.SharePoint.Client.ServerException';
  return Response.json(
    { 'odata.error': { code, message: { lang: 'en-US', value: asTold } } },
    { status, headers: { SPRequestGuid: nextId() } },
  );
}

/** Problem details for HTTP APIs (RFC 9457). */
function problem(_: Request, status: number): Response {
  return Response.json(
    { type: 'about:blank', status, detail: asTold },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}

/** Programs get the error of RFC 6749 with Entra's additions, people a page; below 500 the request is to blame. */
function entraError(request: Request, status: number, world: World): Response | Promise<Response> {
  const numbers: Record<number, RefusalCode> = { 401: 7000215, 403: 53003, 429: 90055, 500: 50000 };
  const number = numbers[status] ?? (status >= 500 ? 90033 : 90023);
  const refusal = new EntraRefusal(number, asTold, { status });
  const trace = traceOf(request, world);
  const isForPrograms = /\/(token|devicecode|keys|instance|openid-configuration)$/;
  if (isForPrograms.test(new URL(request.url).pathname))
    return refusalResponse(refusal, trace, world.hosts.login);
  const facts = [
    ['Error Code', String(number)],
    ['Request Id', trace.traceId],
    ['Correlation Id', trace.correlationId],
    ['Timestamp', trace.timestamp],
  ] as const;
  return pageResponse({ ...refusalPage(number, refusal.message, facts), status });
}
