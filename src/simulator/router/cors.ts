/** Lets pages of other origins ask and read (the Fetch standard's CORS protocol). */
import type { Step, Vars } from './router.ts';

interface Openness {
  /** What the answer to a preflight allows; without it, whatever was asked for. */
  readonly allowHeaders?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  /** Seconds. */
  readonly maxAge?: number;
}

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH'];

/** For every origin, as all of these services do. */
export function cors({
  allowHeaders,
  allowMethods = methods,
  exposeHeaders,
  maxAge,
}: Openness = {}): Step<Vars> {
  return async (c, next) => {
    const open = new Headers({ 'access-control-allow-origin': '*' });
    if (exposeHeaders) open.set('access-control-expose-headers', exposeHeaders.join(', '));
    if (c.req.method === 'OPTIONS') {
      const asked = allowHeaders?.join(',') ?? c.req.header('access-control-request-headers');
      open.set('access-control-allow-methods', allowMethods.join(','));
      if (asked) open.set('access-control-allow-headers', asked.replaceAll(/\s/g, ''));
      if (!allowHeaders && asked) open.set('vary', 'Access-Control-Request-Headers');
      if (maxAge !== undefined) open.set('access-control-max-age', String(maxAge));
      return new Response(null, { status: 204, headers: open });
    }
    await next();
    for (const [name, value] of open) c.res.headers.set(name, value);
    return undefined;
  };
}
