/** How a refusal is answered: as JSON to a program, with what a support desk would ask for. */
import type { TokenErrorResponse } from '#contract/entra.ts';
import type { Clock } from '#simulator/tenant-context.ts';
import { isGuid, type EntraRefusal } from './errors.ts';

/** Who asked and when: what a support desk would want to know. */
export interface Trace {
  readonly traceId: string;
  readonly correlationId: string;
  /** `2016-01-09 02:02:12Z` */
  readonly timestamp: string;
}

/** The correlation id is the caller's own, where it sent one (in the query, or as a header). */
export function traceOf(
  request: Request,
  { now, nextId }: { readonly now: Clock; readonly nextId: () => string },
): Trace {
  const sent =
    new URL(request.url).searchParams.get('client-request-id') ??
    request.headers.get('client-request-id') ??
    '';
  return {
    traceId: nextId(),
    correlationId: isGuid(sent) ? sent : nextId(),
    timestamp: `${new Date(now()).toISOString().slice(0, 19).replace('T', ' ')}Z`,
  };
}

export function describeRefusal(refusal: EntraRefusal, trace: Trace): string {
  return [
    `AADSTS${refusal.code}: ${refusal.message}`,
    `Trace ID: ${trace.traceId}`,
    `Correlation ID: ${trace.correlationId}`,
    `Timestamp: ${trace.timestamp}`,
  ].join('\r\n');
}

export function errorUri(refusal: EntraRefusal, login: string): string {
  return `${login}/error?code=${refusal.code}`;
}

/** A refusal as the token and metadata endpoints send it. */
export function refusalResponse(refusal: EntraRefusal, trace: Trace, login: string): Response {
  const body: TokenErrorResponse = {
    error: refusal.kind.error,
    error_description: describeRefusal(refusal, trace),
    error_codes: [refusal.code],
    timestamp: trace.timestamp,
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    error_uri: errorUri(refusal, login),
    ...(refusal.kind.suberror ? { suberror: refusal.kind.suberror } : {}),
    ...(refusal.claims ? { claims: refusal.claims } : {}),
  };
  return jsonResponse(body, trace, refusal.kind.status ?? 400);
}

/** Never cached: it may hold tokens (RFC 6749 section 5.1). */
export function jsonResponse(body: object, trace: Trace, status = 200): Response {
  return Response.json(body, {
    status,
    headers: {
      'cache-control': 'no-store, no-cache',
      pragma: 'no-cache',
      'x-ms-request-id': trace.traceId,
      'client-request-id': trace.correlationId,
    },
  });
}
