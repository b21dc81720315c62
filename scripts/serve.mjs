// Serves the built app as a static host would: shipped headers, compression, and index.html for the app's own paths.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headersFor } from './policy.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
};
const compressible = /\.(html|js|css|json|map|svg|webmanifest)$/;

/** Compressed bodies by encoding and file, kept while the file stays as it is. */
const compressed = new Map();

function compress(path, encoding) {
  const key = `${encoding} ${path} ${statSync(path).mtimeMs}`;
  const known = compressed.get(key);
  if (known) return known;
  const content = readFileSync(path);
  const body =
    encoding === 'br'
      ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(content);
  compressed.set(key, body);
  return body;
}

/** @returns the file below `root` that a URL path names, or `undefined`: nothing outside is ever named. */
function fileAt(root, path) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const file = normalize(join(root, decoded));
  if (!file.startsWith(root + sep)) return undefined;
  // What a host keeps to itself: its header files and the build's manifest.
  if (/^[._]|\/[._]|staticwebapp\.config/.test(file.slice(root.length + 1))) return undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function encodingFor(request, file) {
  const accepted = request.headers['accept-encoding'] ?? '';
  if (!compressible.test(file)) return undefined;
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function answer(options, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const pathname = request.url.split(/[?#]/)[0];
  if (!pathname.startsWith(options.base)) {
    response.writeHead(302, { location: options.base }).end();
    return;
  }
  const path = pathname.slice(options.base.length);
  const override = path === 'config.json' && options.config;
  const wanted = override ? options.config : fileAt(options.root, path || 'index.html');
  // A missing script must be a 404: index.html in its place would be a puzzling syntax error.
  if (!wanted && (path.startsWith('assets/') || /\.[a-z0-9]{2,5}$/i.test(path))) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  const file = wanted ?? join(options.root, 'index.html');
  const name = override ? path : file.slice(options.root.length + 1).replaceAll(sep, '/');
  const encoding = encodingFor(request, file);
  response.writeHead(200, {
    ...headersFor(name),
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    Vary: 'Accept-Encoding',
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  });
  if (request.method === 'HEAD') response.end();
  else if (encoding) response.end(compress(file, encoding));
  else createReadStream(file).pipe(response);
}

function listen(server, port, host) {
  return new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      listening(server.address().port);
    });
  });
}

/**
 * @param {{ root?: string, port?: number, host?: string, base?: string, config?: string, nextFreePort?: boolean }} wish
 * @returns the address, and how to stop
 */
export async function serve(wish = {}) {
  const base = `/${wish.base ?? ''}/`.replace(/\/+/g, '/');
  const root = resolve(wish.root ?? fileURLToPath(new URL('../dist', import.meta.url)));
  if (!existsSync(join(root, 'index.html'))) throw new Error(`${root} holds no built app.`);
  const options = { root, base, config: wish.config && resolve(wish.config) };
  const host = wish.host ?? 'localhost';
  const server = createServer((request, response) => answer(options, request, response));
  let port = wish.port ?? 5173;
  for (;;) {
    try {
      port = await listen(server, port, host);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || !wish.nextFreePort) throw error;
      console.log(`Port ${port} is taken, trying ${port + 1}.`);
      port += 1;
    }
  }
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      server.closeAllConnections();
    });
  return { url: `http://${host}:${port}${base}`, port, stop };
}

/** Before it begins to serve, which takes a while. */
const parent = process.ppid;

export function stopOnSignals(stop) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
  if (process.env['npm_lifecycle_event'] !== undefined) stopWithParent(stop);
}

/**
 * Between npm and this process stands a shell that passes no signal on: whoever ends `npm run` would leave this running.
 * Without npm it may well outlive who started it.
 */
function stopWithParent(stop) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void stop().then(() => process.exit(0));
  }, 300);
  watch.unref();
}

const usage = `Serves dist with the shipped headers.
  --port <n>       default 5173; 0 takes a free one
  --host <name>    default localhost
  --base <path>    the path the app was built for (vite build --base)
  --root <folder>  default dist
  --config <file>  answers config.json from this file`;

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5173' },
      host: { type: 'string' },
      base: { type: 'string' },
      root: { type: 'string' },
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const { url, stop } = await serve({ ...values, port: Number(values.port) });
  stopOnSignals(stop);
  console.log(`Serving ${url}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
