/** Several requests in one (JSON batching of Graph): each is answered as if it had come alone. */
import { tokenFacts } from './graph-access.ts';
import { answer, base64, type GraphApp } from './graph-answer.ts';
import { badRequest } from './graph-query.ts';
import type { TenantContext } from './tenant-context.ts';

interface BatchRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const most = 20;

export function batchRoute(app: GraphApp, context: TenantContext): void {
  app.post('/v1.0/$batch', async (c) => {
    await tokenFacts(context, c.req.raw);
    const requests = await readRequests(c.req.raw);
    const answers = new Map<string, BatchAnswer>();
    // One after the other, so that whatever a request depends on has been answered before it.
    for (const request of requests) {
      const waitedFor = (request.dependsOn ?? []).map((id) => answers.get(id));
      answers.set(
        request.id,
        waitedFor.every((each) => each && each.status < 400)
          ? await one(app, context, c.req.raw, request)
          : failedDependency(request.id),
      );
    }
    return answer({ responses: [...answers.values()] });
  });
}

async function readRequests(request: Request): Promise<BatchRequest[]> {
  const body = (await request.json().catch(() => null)) as { requests?: unknown } | null;
  const requests = body?.requests;
  if (!Array.isArray(requests)) throw badRequest('Invalid batch payload format.');
  const list = requests as Partial<BatchRequest>[];
  if (list.length > most) {
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${most}.`);
  }
  const ids = new Set(list.map(({ id }) => String(id).toLowerCase()));
  if (ids.size !== list.length) throw badRequest('Request Id(s) must be unique.');
  for (const { id, method, url, body: inner, headers } of list) {
    const typed = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type');
    if (!id || !method || !url?.startsWith('/') || url.includes('$batch') || (inner && !typed)) {
      throw badRequest('Invalid batch payload format.');
    }
  }
  return list as BatchRequest[];
}

async function one(
  app: GraphApp,
  context: TenantContext,
  outer: Request,
  { id, method, url, headers, body }: BatchRequest,
): Promise<BatchAnswer> {
  const inner = new Request(`${context.hosts.graph}/v1.0${url}`, {
    method,
    headers: { authorization: outer.headers.get('authorization') ?? '', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await app.fetch(inner);
  const type = response.headers.get('content-type') ?? '';
  const kept = ['content-type', 'location', 'retry-after', 'preference-applied', 'etag'];
  return {
    id,
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => kept.includes(name))),
    body: type.includes('json') ? await response.json() : base64(await response.arrayBuffer()),
  };
}

function failedDependency(id: string): BatchAnswer {
  const error = {
    code: 'FailedDependency',
    message: 'The request depends on a request that failed.',
  };
  return { id, status: 424, headers: { 'content-type': 'application/json' }, body: { error } };
}
