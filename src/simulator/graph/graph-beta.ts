/** `/beta` of Graph: the same answers as `/v1.0`, whose members it all has, with its own name in every link. */
import type { MiddlewareHandler } from 'hono';
import type { TenantContext } from '#simulator/tenant-context.ts';
import type { GraphEnv } from './graph-answer.ts';

const beta = /^\/beta(?=\/|$)/i;

/** The path under which the routes know a request of either version. */
export function versionless(path: string): string {
  return path.replace(beta, '/v1.0');
}

export function betaLinks({ hosts }: TenantContext): MiddlewareHandler<GraphEnv> {
  const written = (text: string) => text.replaceAll(`${hosts.graph}/v1.0/`, `${hosts.graph}/beta/`);
  return async (c, next) => {
    await next();
    if (!beta.test(new URL(c.req.url).pathname)) return;
    const location = c.res.headers.get('location');
    if (location) c.res.headers.set('location', written(location));
    if (!c.res.headers.get('content-type')?.includes('json')) return;
    c.res = new Response(written(await c.res.text()), c.res);
  };
}
