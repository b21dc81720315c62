import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { paths } from '#config/paths.ts';
import * as policy from './policy.mjs';

function shipped(name: string): string {
  return readFileSync(new URL(`../public/${name}`, import.meta.url), 'utf8');
}

test('the header files in public are those of the policy (node scripts/headers.mjs writes them)', () => {
  expect(shipped('_headers')).toBe(policy.headersFile());
  expect(JSON.parse(shipped('staticwebapp.config.json'))).toEqual(policy.staticWebAppConfig());
});

const { simulated: _, ...realClouds } = clouds;

test('the page may reach every host of the real clouds that has a known name, and no other', () => {
  const hosts = Object.values(realClouds).flatMap(
    ({ login, graph, discovery, exchange, management }) => [
      login,
      ...[graph, discovery, exchange, management].flatMap((resource) => resource?.origin ?? []),
    ],
  );
  expect(new Set(policy.cloudHosts)).toEqual(new Set(hosts));
  const own = `; connect-src 'self' ${policy.cloudHosts.join(' ')};`;
  for (const place of ['header', 'meta'] as const)
    expect(policy.contentSecurityPolicy(place)).toContain(own);
});

test('no directive allows inline or evaluated code, inline style, a wildcard or a whole scheme of scripts', () => {
  const text = policy.contentSecurityPolicy('header');
  expect(text).not.toMatch(/unsafe-|\*/);
  expect(policy.contentSecurityPolicy('worker')).not.toMatch(
    /unsafe-| \*| https:\/\/\*\.[a-z]+[ ;]/,
  );
  expect(text).toMatch(/(^|; )default-src 'none'(;|$)/);
  expect(text).toMatch(/(^|; )script-src 'self'(;|$)/);
  expect(text).toMatch(/(^|; )style-src 'self'(;|$)/);
  expect(text).toMatch(/require-trusted-types-for 'script'/);
  expect(text).toMatch(/frame-ancestors 'none'/);
});

test('but for requests and pictures, which may be made here, everything is of the own origin or not at all', () => {
  for (const place of ['header', 'meta', 'worker'] as const) {
    const directives = policy
      .contentSecurityPolicy(place)
      .split('; ')
      .map((text) => text.split(' '))
      .filter(([name = '']) => name.endsWith('-src') || /-(uri|action|ancestors)$/.test(name));
    expect(directives.length).toBeGreaterThan(10);
    const strange = directives.filter(
      ([name, ...values]) =>
        name !== 'connect-src' &&
        values.some((value) => !["'none'", "'self'"].includes(value)) &&
        `${name} ${values.join(' ')}` !== "img-src 'self' blob: data:",
    );
    expect(strange).toEqual([]);
  }
});

test('strings become addresses of scripts by three policies alone, and HTML by none', () => {
  expect(policy.contentSecurityPolicy('header')).toMatch(
    /(^|; )trusted-types vault-worker pdf-worker download-worker(;|$)/,
  );
});

test('the policy in the page leaves out only what browsers ignore there', () => {
  expect(policy.contentSecurityPolicy('header')).toBe(
    `${policy.contentSecurityPolicy('meta')}; frame-ancestors 'none'`,
  );
});

test('every path of the product has its rule in the header file', () => {
  const rules = policy.appPaths.map((path) => new RegExp(`^${path.replace('*', '.+')}$`));
  const all = Object.values(paths).map((path) =>
    (typeof path === 'string' ? path : path('global' as never, 'x')).replace(/\?.*/, ''),
  );
  const forgotten = [...all, '/simulated/common/oauth2/v2.0/authorize'].filter(
    (path) => path !== paths.simulated && !rules.some((rule) => rule.test(path)),
  );
  expect(forgotten).toEqual([]);
});

test('the app may never be framed, and a framed document never gets the app’s policy', () => {
  expect(policy.headersFor('index.html')['Content-Security-Policy']).toContain(
    "frame-ancestors 'none'",
  );
  for (const frame of policy.frames) {
    expect(policy.headersFor(frame)['Content-Security-Policy']).toBe("frame-ancestors 'self'");
    expect(policy.appPaths.some((path) => path.replace('/*', '') === `/${frame}`)).toBe(false);
  }
});

test('the two frames of a letter are one document, but for where its pictures may come from', () => {
  expect(shipped('mail-frame-remote.html')).toBe(
    shipped('mail-frame.html').replace('img-src data: blob:;', 'img-src data: blob: https:;'),
  );
  expect(shipped('mail-frame.html')).not.toContain('https:');
});

test('the worker that holds the tokens may reach the tenants’ SharePoint, and else no more than its page', () => {
  const page = policy.contentSecurityPolicy('header');
  const worker = policy.headersFor('assets/vault-worker-1a2b3c4d.js')['Content-Security-Policy'];
  const sharePoint = Object.values(realClouds).map(
    ({ sharePointSuffix }) => ` https://*.${sharePointSuffix}`,
  );
  expect(sharePoint.reduce((text, host) => text.replace(host, ''), worker ?? '')).toBe(page);
  expect(worker).toContain("default-src 'none'");
});

test('only files with a hash in their name are kept for ever, and the page never', () => {
  expect(policy.headersFor('assets/index-1a2b3c4d.js')['Cache-Control']).toContain('immutable');
  expect(policy.headersFor('index.html')['Cache-Control']).toBe('no-store');
  expect(policy.headersFor('config.json')['Cache-Control']).toBe('no-cache');
});
