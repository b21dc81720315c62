/** The world of the fixtures with another application in it: a page of foreign clients, and the example of the docs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { test as base } from './fixtures.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The block of JavaScript in the docs, exactly as printed. */
function printedExample(): string {
  const text = readFileSync(join(root, 'docs/simulator.md'), 'utf8');
  const block = /### MSAL\.js[\s\S]*?```js\n([\s\S]*?)```/.exec(text)?.[1];
  if (!block) throw new Error('docs/simulator.md has no example for MSAL.js.');
  return block;
}

const exampleFromDocs: Plugin = {
  name: 'example-from-docs',
  resolveId: (id) => (id === 'printed-example' ? join(root, 'e2e/printed-example.js') : null),
  load: (id) => (id.endsWith('/printed-example.js') ? printedExample() : null),
};

/** @param outDir where `page.js` and `example.js` are written */
async function bundle(outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [exampleFromDocs],
    build: {
      outDir,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: { page: join(root, 'e2e/foreign-page.ts'), example: 'printed-example' },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

/** Serves the example at `/` and the page of the clients everywhere else, without a policy of ours. */
async function serveFrom(folder: string) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const isScript = path.endsWith('.js');
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    const name = path === '/' ? 'example' : 'page';
    response.end(
      isScript
        ? readFileSync(join(folder, path))
        : `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/${name}.js"></script>`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, port: (server.address() as AddressInfo).port };
}

export const test = base.extend<object, { app: { readonly origin: string } }>({
  app: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'foreign-clients-'));
      await bundle(folder);
      const { server, port } = await serveFrom(folder);
      await use({ origin: `http://localhost:${port}` });
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});
