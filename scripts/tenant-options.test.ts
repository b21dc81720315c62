import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';

const script = fileURLToPath(new URL('tenant.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tenant-options-'));
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'mine' }], {
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'control.simulated.invalid' }],
      },
    ],
  });
  writeFileSync(file('mine.pem'), made.cert);
  writeFileSync(file('mine.key'), made.private);
  writeFileSync(file('scenario.json'), JSON.stringify({ policies: { userConsent: 'low' } }));
  writeFileSync(file('broken.json'), '{ no JSON');
  writeFileSync(file('other.json'), JSON.stringify({ name: 'a package' }));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(file('other.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Ready {
  readonly port: number;
  readonly certificatePath: string;
}

function started(...options: string[]) {
  return untilReady(spawn(process.execPath, [script, '--port', '0', ...options]));
}

async function untilReady(child: ChildProcessWithoutNullStreams) {
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const facts = /^READY (.*)$/.exec(line)?.[1];
    if (facts) return { child, ready: JSON.parse(facts) as Ready };
  }
  throw new Error('The tenant did not start.');
}

/** Only the certificate that was handed over is trusted. */
function ask<T>({ port }: Ready, path: string, host = 'control.simulated.invalid'): Promise<T> {
  return new Promise((done, failed) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        servername: 'control.simulated.invalid',
        headers: { host },
        ca: readFileSync(file('mine.pem')),
        agent: false,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => done(JSON.parse(text) as T));
      },
    );
    outgoing.on('error', failed);
    outgoing.end();
  });
}

test('a certificate of one’s own, a scenario and a size of mailbox are taken, and a signal stops it cleanly', async () => {
  const options = ['--cert', file('mine.pem'), '--key', file('mine.key')];
  const { child, ready } = await started(
    ...options,
    ...['--scenario', file('scenario.json'), '--mailbox-size', '17'],
  );
  const scenario = await ask<{ policies: object }>(ready, '/control/scenario');
  expect(scenario.policies).toMatchObject({ userConsent: 'low', continuousAccess: true });
  const people = await ask<{ user: string; mailboxSize: number }[]>(ready, '/control/people');
  expect(people.find(({ user }) => user.startsWith('adele@'))?.mailboxSize).toBe(17);
  expect(people.find(({ user }) => user.startsWith('tomas@'))?.mailboxSize).toBe(0);
  expect(existsSync(ready.certificatePath)).toBe(true);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(existsSync(ready.certificatePath)).toBe(false);
}, 60_000);

test('whoever ends npm ends the tenant that it started, although the shell between passes no signal on', async () => {
  const command = `"${process.execPath}" "${script}" --port 0; :`;
  const env = { ...process.env, npm_lifecycle_event: 'tenant' };
  const { child, ready } = await untilReady(spawn('sh', ['-c', command], { env }));
  child.kill('SIGTERM');
  // The pipe is the shell's and the tenant's: it ends with the second of them.
  await once(child, 'close');
  expect(existsSync(ready.certificatePath)).toBe(false);
}, 60_000);

test('a host may have another name, with a port, and the clock stands where it was set', async () => {
  const { child, ready } = await started(
    ...['--cert', file('mine.pem'), '--key', file('mine.key')],
    ...['--clock', '2026-03-04T05:06:07Z', '--map', 'login=https://login.localhost:9999'],
  );
  const path = '/common/v2.0/.well-known/openid-configuration';
  const metadata = await ask<{ token_endpoint: string }>(ready, path, 'login.localhost:9999');
  expect(metadata.token_endpoint).toBe('https://login.localhost:9999/common/oauth2/v2.0/token');
  const { now } = await ask<{ now: string }>(ready, '/control/state');
  expect(now).toBe('2026-03-04T05:06:07.000Z');
  child.kill('SIGTERM');
  await once(child, 'exit');
}, 60_000);

test.concurrent.for<[options: string[], words: string]>([
  [['--port', '99999'], 'up to 65535'],
  [['--map', 'login=https://login.localhost/common'], 'https origins'],
  [['--map', 'graph=https://login.microsoftonline.com'], 'two services'],
  [['--map', 'sharePointSuffix=https://sharepoint.localhost'], 'a host name'],
  [['--app-origin', 'http://localhost:5173/app'], '--app-origin takes an origin'],
  [['--map', 'graph'], '--map takes <role>=<origin>'],
  [['--map', 'graph=http://graph.localhost'], '--map takes https origins'],
  [['--clock', 'noon'], '--clock takes a time like'],
  [['--app-origin', 'nonsense'], '--app-origin takes an origin like'],
  [['--cert', file('mine.pem')], '--cert and --key go together.'],
  [['--mailbox-size', 'many'], '--mailbox-size takes a whole number, not many.'],
  [['--nonsense'], 'There is no option --nonsense; --help lists those there are.\n'],
  [['--seed', '--clock'], '--seed wants a value; --help says which.\n'],
  [['--help=yes'], "'-h, --help' does not take an argument"],
  [['--cert', file('none.pem'), '--key', file('mine.key')], `--cert: ${file('none.pem')} cannot`],
  [['--cert', file('mine.pem'), '--key', folder], `--key: ${folder} cannot be read: that is a`],
  [['--cert', file('mine.key'), '--key', file('mine.key')], '(-----BEGIN CERTIFICATE-----).\n'],
  [['--cert', file('mine.pem'), '--key', file('mine.pem')], '(-----BEGIN PRIVATE KEY-----).\n'],
  [['--cert', file('mine.pem'), '--key', file('other.key')], 'is the key of another certificate'],
  [['--scenario', file('none.json')], 'none.json cannot be read: there is no such file.'],
  [['--scenario', file('broken.json')], 'broken.json cannot be used: It is no JSON text'],
  [['--scenario', file('other.json')], 'other.json cannot be used: A scenario has '],
])('%j is refused in words', { timeout: 60_000 }, async ([options, words], { expect }) => {
  const run = promisify(execFile)(process.execPath, [script, '--port', '0', ...options], {
    timeout: 40_000,
  });
  await expect(run).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
  const { stderr } = await run.catch((error: { stderr: string }) => error);
  expect(stderr).not.toMatch(/ENOENT|EISDIR|openssl|^\s+at /im);
});

test('the browser that the guide starts reaches every host of the example at its end', () => {
  const guide = readFileSync(new URL('../docs/simulator.md', import.meta.url), 'utf8');
  const mapped = Array.from(guide.matchAll(/MAP ([\w.]+):443/g), ([, host]) => host);
  const [, example = ''] = /### MSAL\.js against it[^]*?```js([^]*?)```/.exec(guide) ?? [];
  const asked = Array.from(example.matchAll(/https:\/\/([\w.]+)/g), ([, host]) => host);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((host) => !mapped.includes(host))).toEqual([]);
});
