/** Several requests in one (Graph JSON batching): order, dependencies, limits, and answers of every kind in one document. */
import type { TenantContext } from '#simulator/tenant-context.ts';
import { tokenFacts } from './graph-access.ts';
import { checkOrder, needed } from './batch-order.ts';
import { answer, type GraphApp, type GraphContext } from './graph-answer.ts';
import { badRequest } from './graph-query.ts';

interface Step {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

interface StepAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const mostSteps = 20;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const writing = /^(POST|PUT|PATCH)$/i;
/** Exchange runs this many of one batch side by side. */
const sideBySide = 4;

export async function answerBatch(
  app: GraphApp,
  context: TenantContext,
  c: GraphContext,
): Promise<Response> {
  await tokenFacts(context, c.req.raw);
  const steps = readSteps(await c.req.json<unknown>().catch(() => undefined));
  const inherited = new Headers();
  for (const name of ['authorization', 'client-request-id']) {
    const value = c.req.header(name);
    if (value !== undefined) inherited.set(name, value);
  }
  const run = async (step: Step) => {
    const request = requestOf(step, `${context.hosts.graph}/v1.0`, inherited);
    const ask = async () => app.fetch(request);
    return answerOf(step.id, await (context.meetFault?.(request, ask) ?? ask()));
  };
  return answer({ responses: await runAll(steps, run) });
}

/** @throws {GraphRefusal} for a batch that cannot be understood as a whole; what is wrong with one step is its own answer */
function readSteps(payload: unknown): Step[] {
  const given = (payload as { requests?: unknown } | null | undefined)?.requests;
  if (!Array.isArray(given) || given.length === 0)
    throw badRequest('Invalid batch payload format.');
  if (given.length > mostSteps) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${mostSteps}.`);
  }
  const seen = new Set<string>();
  for (const step of given as (Partial<Step> | null)[]) {
    const { id, method, url, body } = step ?? {};
    if (typeof id !== 'string' || id === '' || typeof method !== 'string' || !isWellFormed(step)) {
      throw badRequest('Invalid batch payload format.');
    }
    if (!methods.includes(method.toUpperCase()))
      throw badRequest(`Request id : ${id} has the unsupported HTTP method '${method}'.`);
    if (typeof url !== 'string' || /^[a-z]+:|^\/\//i.test(url)) {
      throw badRequest(`Invalid request URL of request id : ${id}. It must be relative.`);
    }
    if (/^\/?\$batch/i.test(url)) throw badRequest('A batch cannot hold another batch.');
    if ('atomicityGroup' in (step ?? {}))
      throw badRequest(`Request id : ${id} names an atomicityGroup, which is not supported.`);
    if (seen.has(id.toLowerCase())) throw badRequest(`Duplicate request id : ${id}.`);
    seen.add(id.toLowerCase());
    const typed = Object.keys(step?.headers ?? {}).some((name) => /^content-type$/i.test(name));
    // An action without parameters is written with an empty body, too.
    if ((body ?? undefined) !== undefined ? !typed : writing.test(method)) {
      throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
    }
  }
  const steps = given as Step[];
  checkOrder(steps);
  return steps;
}

function isWellFormed(step: object | null): boolean {
  const { headers, dependsOn } = (step ?? {}) as Readonly<Record<string, unknown>>;
  const isText = (each: unknown) => typeof each === 'string';
  const isTable = typeof headers === 'object' && !Array.isArray(headers);
  return (
    (headers == null || (isTable && Object.values(headers).every(isText))) &&
    (dependsOn == null || (Array.isArray(dependsOn) && dependsOn.every(isText)))
  );
}

async function runAll(
  steps: readonly Step[],
  run: (step: Step) => Promise<StepAnswer>,
): Promise<StepAnswer[]> {
  const started = new Map<string, Promise<StepAnswer>>();
  const places = Array.from({ length: sideBySide }, () => Promise.resolve());
  let turn = 0;
  const take = async (step: Step): Promise<StepAnswer> => {
    const earlier = await Promise.all(needed(step).map(async (id) => started.get(id)));
    if (earlier.some((each) => each === undefined || each.status >= 400)) return failed(step.id);
    const place = turn++ % sideBySide;
    const mine = (places[place] ?? Promise.resolve()).then(() => run(step));
    places[place] = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
  for (const step of steps) started.set(step.id.toLowerCase(), take(step));
  return Promise.all(started.values());
}

function failed(id: string): StepAnswer {
  const message = 'The request failed because a request it depends on failed.';
  return {
    id,
    status: 424,
    headers: { 'Content-Type': 'application/json' },
    body: { error: { code: 'FailedDependency', message } },
  };
}

function requestOf(
  { method, url, headers, body }: Step,
  base: string,
  inherited: Headers,
): Request {
  const all = new Headers(inherited);
  for (const [name, value] of Object.entries(headers ?? {})) {
    // The batch speaks for one person: a step cannot be somebody else's.
    if (!/^authorization$/i.test(name)) all.set(name, value);
  }
  const text =
    body == null || !writing.test(method)
      ? {}
      : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  return new Request(`${base}${url.startsWith('/') ? '' : '/'}${url}`, {
    method: method.toUpperCase(),
    headers: all,
    ...text,
  });
}

const passedOn = [
  'Cache-Control',
  'Content-Type',
  'ETag',
  'Location',
  'OData-Version',
  'Preference-Applied',
  'Retry-After',
  'WWW-Authenticate',
];

async function answerOf(id: string, response: Response): Promise<StepAnswer> {
  const headers = Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  const known = { id, status: response.status, headers };
  if (bytes.length === 0) return known;
  if (/json/.test(headers['Content-Type'] ?? '')) {
    return { ...known, body: JSON.parse(new TextDecoder().decode(bytes)) as unknown };
  }
  // What is no JSON travels as base64 text.
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { ...known, body: btoa(text) };
}
