/** One visit of a browser at a page of Entra: its session, its form, and where a refusal is told. */
import {
  readReturnAddress,
  readSignInRequest,
  redirectBack,
  type SignInRequest,
} from '#simulator/entra/authorize/request.ts';
import { checkNoResource, type EntraContext } from './directory.ts';
import { EntraRefusal } from './errors.ts';
import { describeRefusal, errorUri, traceOf, type Trace } from './refusal-answer.ts';
import { pageResponse } from '#simulator/entra/pages/frame.ts';
import { refusalPage } from '#simulator/entra/pages/steps.ts';
import { sessionHeader } from '#simulator/session-header.ts';

/** A browser on one of the pages. */
export interface Visit {
  readonly session: string;
  /** With those that the browser was given when it came for the first time twice at once: their forms are its own. */
  readonly sessions: readonly string[];
  readonly form: URLSearchParams;
  readonly trace: Trace;
}

/** Answers a refusal with a page of Entra's own, and gives the browser a session if it has none. */
export async function onPage(
  context: EntraContext,
  request: Request,
  answer: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  const sent = request.headers.get(sessionHeader);
  const sessions = sent?.split(' ') ?? [];
  const visit: Visit = {
    session: sessions[0] ?? crypto.randomUUID(),
    sessions,
    form: new URLSearchParams(request.method === 'POST' ? await request.text() : ''),
    trace: traceOf(request, context),
  };
  const response = await answer(visit).catch((error: unknown) => {
    if (error instanceof EntraRefusal) return showRefusal(error, visit.trace);
    throw error;
  });
  if (!sent) response.headers.set(sessionHeader, visit.session);
  return response;
}

/**
 * Sends refusals to the application as soon as it is certain that the address is the application's; but what the person
 * in front of the page has to know, and the application would only ask again about, stays on a page.
 */
export async function forApplication(
  context: EntraContext,
  segment: string,
  parameters: URLSearchParams,
  { trace }: Visit,
  answer: (request: SignInRequest) => Promise<Response>,
): Promise<Response> {
  const { authority, address } = readReturnAddress(context, segment, parameters);
  checkNoResource(parameters);
  try {
    return await answer(await readSignInRequest(context, authority, address, parameters));
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    if (error.kind.page && parameters.get('prompt') !== 'none') throw error;
    return redirectBack(address, {
      error: error.kind.error,
      error_subcode: [65004, 90094, 90095].includes(error.code) ? 'cancel' : undefined,
      error_description: describeRefusal(error, trace),
      error_uri: errorUri(error, context.hosts.login),
      claims: error.claims,
    });
  }
}

function showRefusal(refusal: EntraRefusal, trace: Trace): Promise<Response> {
  return pageResponse(
    refusalPage(refusal.code, refusal.message, [
      ['Error Code', String(refusal.code)],
      ['Request Id', trace.traceId],
      ['Correlation Id', trace.correlationId],
      ['Timestamp', trace.timestamp],
    ]),
  );
}
