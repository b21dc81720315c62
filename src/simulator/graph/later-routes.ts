/** A part of Graph that is loaded by the first request to it; the token, the headers and what becomes of a refusal stay the whole's. */
import { Router } from '#simulator/router/router.ts';
import { routedPath, type GraphApp, type GraphContext, type GraphEnv } from './graph-answer.ts';

const nothing = new Response(null, { status: 404 });

/** @param paths below `/v1.0`: where the part may have an answer; what it does not know is asked of the routes that follow */
export function laterRoutes(
  app: GraphApp,
  paths: readonly string[],
  load: () => Promise<(part: GraphApp) => void>,
): void {
  let loaded: Promise<GraphApp> | undefined;
  for (const path of paths)
    app.all(`/v1.0${path}`, async (c, next) => {
      const part = await (loaded ??= partOf(load));
      const found = await part.fetch(c.req.raw, { path: routedPath(c), asked: c });
      return found === nothing ? next() : found;
    });
}

async function partOf(load: () => Promise<(part: GraphApp) => void>): Promise<GraphApp> {
  const part = new Router<GraphEnv>();
  part.use('*', async (c, next) => {
    const { asked } = c.env as { readonly asked: GraphContext };
    for (const name of ['facts', 'requestId', 'isAdmitted'] as const) c.set(name, asked.get(name));
    await next();
  });
  part.notFound(() => nothing);
  part.onError((error) => {
    throw error;
  });
  (await load())(part);
  return part;
}
