/** The frame in which a client of the older metadata watches whether somebody is still signed in (OIDC session management 1.0, 3.2). */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { sessionHeader } from '#simulator/session-header.ts';

/** Answers each message `client_id session_state` by reading this page again: the cookie is not for scripts. */
const script = `addEventListener('message', async ({ data, origin, source }) => {
  const [client, state, more] = String(data).split(' ');
  let answer = 'error';
  if (client && state && more === undefined) {
    const page = await fetch(location.href, { cache: 'no-store' }).then((read) => read.text(), () => '');
    const known = /data-sessions="([^"]*)"/.exec(page);
    if (known) answer = known[1].split(' ').includes(state) ? 'unchanged' : 'changed';
  }
  source.postMessage(answer, origin);
});`;

export async function checkSession(context: EntraContext, request: Request): Promise<Response> {
  const [session = ''] = request.headers.get(sessionHeader)?.split(' ') ?? [];
  const states = (await context.state.accounts(session)).map(({ sid }) => sid);
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Session</title></head><body data-sessions="${states.join(' ')}"><script>${script}</script></body></html>`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store, no-cache',
      // It is there to be framed, by any application.
      'content-security-policy': `default-src 'none'; script-src 'sha256-${hash}'; connect-src 'self'; base-uri 'none'`,
      'x-content-type-options': 'nosniff',
    },
  });
}
