// Between Node's HTTP and the tenant's Request and Response; the tenant's neutral session header is a cookie out here.
const sessionHeader = 'x-simulated-session';
const cookieName = 'simulated_session';

/** Beside it, for as long as a page may stay open: two first visits at once are each given a session, and one cookie keeps one. */
const visitName = 'simulated_visit_';
const visitLifetime = 600;

function toRequest(incoming, withPort) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name !== 'host' && name !== 'cookie' && value !== undefined)
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Only the cookie says who is calling: a script of another site could send the header.
  headers.delete(sessionHeader);
  const sessions = sessionsOf(incoming.headers.cookie ?? '');
  if (sessions) headers.set(sessionHeader, sessions);
  const named = incoming.headers.host ?? '';
  // Whatever port somebody came by, Microsoft's hosts have none.
  const host = withPort.has(named) ? named : named.replace(/:\d+$/, '');
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  return new Request(`https://${host}${incoming.url}`, {
    method: incoming.method,
    headers,
    ...(hasBody ? { body: incoming, duplex: 'half' } : {}),
  });
}

/** The session that the browser goes on with, and those of its first visits. */
function sessionsOf(cookie) {
  const parts = cookie.split('; ').map((part) => part.split('='));
  const [session] = parts.filter(([name]) => name === cookieName);
  const visits = parts.filter(([name]) => name.startsWith(visitName));
  return [...(session ? [session] : []), ...visits].map(([, value]) => value).join(' ');
}

async function send(response, outgoing) {
  const headers = Object.fromEntries(response.headers);
  const session = headers[sessionHeader];
  delete headers[sessionHeader];
  if (session !== undefined) {
    // SameSite=None, as Entra's own: the way back from another site must know the person.
    const manner = 'Path=/; Secure; HttpOnly; SameSite=None';
    headers['set-cookie'] = [
      `${cookieName}=${session}; ${manner}`,
      `${visitName}${session.slice(0, 8)}=${session}; Max-Age=${visitLifetime}; ${manner}`,
    ];
  }
  outgoing.writeHead(response.status, headers);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/**
 * A dropped connection is what the client sees when a test asked for one, or when the tenant itself failed.
 *
 * @param {ReadonlySet<string>} withPort hosts that are known by their port, too
 */
export async function answerOverHttp(tenant, incoming, outgoing, withPort = new Set()) {
  let request;
  try {
    request = toRequest(incoming, withPort);
  } catch {
    // TRACE, or an address that is none: there is no Request for them, and no server of Microsoft's takes them.
    outgoing.writeHead(incoming.method === 'TRACE' ? 405 : 400);
    outgoing.end();
    return;
  }
  try {
    await send(await tenant.fetch(request), outgoing);
  } catch (error) {
    if (error.name !== 'DroppedConnection') console.error(error);
    outgoing.destroy();
  }
}
