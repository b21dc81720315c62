/** How much OData says about itself: `Accept: application/json;odata.metadata=none` asks for the resource alone. */
import type { GraphContext } from './graph-answer.ts';

/** What a client cannot do without at any level. */
const kept = new Set(['@odata.nextLink', '@odata.deltaLink', '@odata.count']);

export async function removeAnnotations(c: GraphContext): Promise<void> {
  const type = c.res.headers.get('content-type') ?? '';
  if (!type.includes('odata.metadata=minimal')) return;
  const bare = JSON.stringify(await c.res.json(), (_, value: unknown) => withoutOwn(value));
  c.res = new Response(bare, c.res);
  c.res.headers.set('content-type', type.replace('minimal', 'none'));
}

function withoutOwn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !name.startsWith('@odata.') || kept.has(name)),
  );
}
