/** A host of somebody else's that notices everybody who knocks: the sender's server, as it would be out there. */
import { createServer } from 'node:https';
import { generate } from 'selfsigned';

export interface Tracker {
  /** Without a trailing slash; reached over TLS by a name that the browser is told to find here. */
  readonly origin: string;
  /** What was asked for since the last look, by path; `connection` where nothing was asked after the door was opened. */
  seen(): string[];
  stop(): Promise<void>;
}

export async function startTracker(): Promise<Tracker> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  let seen: string[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    seen.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' });
    response.end();
  });
  // Opening a connection ahead of need tells the sender as much as a request does.
  server.on('connection', () => seen.push('connection'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    origin: `https://localhost:${port}`,
    seen: () => {
      const all = seen;
      seen = [];
      return all;
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
