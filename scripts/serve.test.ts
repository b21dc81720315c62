import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from './serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const root = join(folder, 'dist');
let served: Served;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(root, '.vite'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(root, 'mail-frame.html'), '<!doctype html><title>frame</title>');
  writeFileSync(join(root, 'assets/main-1a2b3c.js'), 'export const answer = 42;');
  writeFileSync(join(root, 'config.json'), '{"cloud":"simulated"}');
  writeFileSync(join(root, '.vite/manifest.json'), '{}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'other.json'), '{"cloud":"global"}');
  served = await serve({ root, port: 0 });
});

afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true });
});

/** Written by hand, because `fetch` tidies a path before it sends it. */
function rawGet(path: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(served.port, 'localhost', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => done(text));
    socket.on('error', failed);
  });
}

test('every path of the app is answered with the app', async () => {
  const answer = await fetch(`${served.url}mail/inbox/AAMk=`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<title>app');
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('a script that is not there is not answered with the app', async () => {
  expect((await fetch(`${served.url}assets/gone-000000.js`)).status).toBe(404);
  expect((await fetch(`${served.url}favicon.ico`)).status).toBe(404);
});

test('a hashed file is compressed and kept for ever', async () => {
  const answer = await fetch(`${served.url}assets/main-1a2b3c.js`, {
    headers: { 'accept-encoding': 'br' },
  });
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(await answer.text()).toBe('export const answer = 42;');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/%00',
  '/%',
])('nothing outside the folder is ever served (%s)', async (path) => {
  expect(await rawGet(path)).not.toContain('secret\r\n');
  expect(await rawGet(path)).not.toMatch(/\r\n\r\nsecret/);
});

test('the build’s own files are not served', async () => {
  expect((await fetch(`${served.url}.vite/manifest.json`)).status).toBe(404);
});

test('a framed document gets the headers of a frame', async () => {
  const answer = await fetch(`${served.url}mail-frame.html`);
  expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
});

test('another config.json can be served without building again', async () => {
  const other = await serve({ root, port: 0, config: join(folder, 'other.json') });
  expect(await (await fetch(`${other.url}config.json`)).json()).toEqual({ cloud: 'global' });
  await other.stop();
});

test('below a base path the app is served there and the root leads to it', async () => {
  const other = await serve({ root, port: 0, base: '/tools/grantscope' });
  expect(other.url).toMatch(/\/tools\/grantscope\/$/);
  expect(await (await fetch(`${other.url}mail`)).text()).toContain('<title>app');
  const answer = await fetch(new URL('/', other.url), { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe('/tools/grantscope/');
  await other.stop();
});

test('a taken port is an error, or leads to the next when that is wished for', async () => {
  await expect(serve({ root, port: served.port })).rejects.toThrow('EADDRINUSE');
  const next = await serve({ root, port: served.port, nextFreePort: true });
  expect(next.port).toBeGreaterThan(served.port);
  await next.stop();
});
