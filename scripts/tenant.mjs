// `npm run tenant`: the simulated Microsoft 365 over TLS at Microsoft's own host names, for any client of this machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Misuse, endWith, readNamed } from './misuse.mjs';
import { stopOnSignals } from './serve.mjs';
import { makeCertificate, readOwnCertificate } from './tenant-certificate.mjs';
import { answerOverHttp } from './tenant-exchange.mjs';
import { controlHost, hostsWith, originsOf } from './tenant-hosts.mjs';
import { explain, usage } from './tenant-words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** One redirect path per cloud, as the app registers them; the bare one is for other clients. */
const clouds = ['/global', '/us-gov-l4', '/us-gov-l5', '/china'];
const callbacks = [
  ...['', ...clouds].map((cloud) => `/auth/callback${cloud}`),
  ...clouds.map((cloud) => `/auth/admin-consent${cloud}`),
];

/**
 * @param {{ port?: number, seed?: number, appOrigins?: string[], cert?: string, key?: string, scenario?: string, mailboxSize?: number, map?: string[], clock?: number }} wish
 * @returns the port, the certificate, and how to stop
 */
export async function startTenant(wish = {}) {
  const hosts = hostsWith(wish.map);
  const own = wish.cert || wish.key ? readOwnCertificate(wish) : undefined;
  const scenario = wish.scenario && readNamed('--scenario', wish.scenario);
  // Only now, for it is most of the start: a wish that cannot be followed is refused before.
  const { createServer: createViteServer } = await import('vite');
  const source = await createViteServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const served = await serveTenant(source, { ...wish, hosts, own }, scenario);
    const stop = async () => {
      await served.stop();
      await source.close();
    };
    return { ...served, stop };
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** @param source reads the simulator, and goes on reading: some of its services are loaded when they are first asked */
async function serveTenant(source, { hosts, own, ...wish }, scenario) {
  const served = originsOf(hosts).map((origin) => new URL(origin));
  const names = [...new Set(served.map(({ hostname }) => hostname))];
  // Node 20 cannot read TypeScript by itself; Vite's runner can, with the imports that the app uses.
  const [module, certificate] = await Promise.all([
    source.ssrLoadModule(join(root, 'src/simulator/control/controlled-tenant.ts')),
    own ?? makeCertificate(names),
  ]);
  const origins = wish.appOrigins?.length ? wish.appOrigins : ['http://localhost'];
  const tenant = module.createControlledTenant({
    hosts,
    ...(wish.seed === undefined ? {} : { seed: wish.seed }),
    ...(wish.clock === undefined ? {} : { now: () => wish.clock }),
    clientRedirects: origins.flatMap((origin) => callbacks.map((path) => origin + path)),
  });
  const told = async (option, what, body) => {
    const call = new Request(`https://${controlHost}/control/${what}`, { method: 'POST', body });
    const answer = await tenant.fetch(call);
    if (!answer.ok) throw new Misuse(`${option} cannot be used: ${await answer.text()}`);
  };
  const { mailboxSize } = wish;
  if (wish.scenario) await told(`--scenario: ${wish.scenario}`, 'scenario', scenario);
  if (mailboxSize !== undefined)
    await told('--mailbox-size', 'world', JSON.stringify({ mailboxSize }));
  await tenant.warmUp();
  const withPort = new Set(served.filter(({ port }) => port !== '').map(({ host }) => host));
  const server = createServer(
    { key: certificate.key, cert: certificate.cert },
    (request, response) => void answerOverHttp(tenant, request, response, withPort),
  );
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(wish.port ?? 9443, '127.0.0.1', listening);
  });
  const folder = mkdtempSync(join(tmpdir(), 'simulated-tenant-'));
  const certificatePath = join(folder, 'certificate.pem');
  writeFileSync(certificatePath, certificate.cert);
  return {
    port: server.address().port,
    hosts,
    certificatePath,
    fingerprint: certificate.fingerprint,
    spki: certificate.spki,
    stop: () =>
      new Promise((stopped) => {
        rmSync(folder, { recursive: true, force: true });
        server.close(stopped);
        server.closeAllConnections();
      }),
  };
}

function originNamed(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new Misuse(`--app-origin takes an origin like http://localhost:5173, not ${text}.`);
  return url.origin;
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9443' },
      seed: { type: 'string' },
      clock: { type: 'string' },
      map: { type: 'string', multiple: true },
      'app-origin': { type: 'string', multiple: true },
      'mailbox-size': { type: 'string' },
      scenario: { type: 'string' },
      cert: { type: 'string' },
      key: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const { stop, ...facts } = await startTenant({
    port: portNamed(values.port),
    ...(values.seed === undefined ? {} : { seed: wholeNumber('--seed', values.seed) }),
    ...(values.clock === undefined ? {} : { clock: moment(values.clock) }),
    map: values.map,
    appOrigins: values['app-origin']?.map(originNamed),
    cert: values.cert,
    key: values.key,
    scenario: values.scenario,
    ...(values['mailbox-size'] === undefined
      ? {}
      : { mailboxSize: wholeNumber('--mailbox-size', values['mailbox-size']) }),
  });
  stopOnSignals(stop);
  console.log(explain(facts));
  const { hosts: _, ...ready } = facts;
  console.log(`READY ${JSON.stringify(ready)}`);
}

function wholeNumber(option, text) {
  if (!/^\d+$/.test(text)) throw new Misuse(`${option} takes a whole number, not ${text}.`);
  return Number(text);
}

function portNamed(text) {
  const port = wholeNumber('--port', text);
  if (port > 65_535) throw new Misuse(`--port takes a number up to 65535, not ${text}.`);
  return port;
}

function moment(text) {
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw new Misuse(`--clock takes a time like 2026-11-20T14:30:00Z, not ${text}.`);
  return time;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    if (error.code === 'EADDRINUSE')
      error.message = `Port ${error.port} is taken; choose another with --port, or 0 for a free one.`;
    endWith(error);
  });
}
