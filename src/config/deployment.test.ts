import { expect, test } from 'vitest';
import { parseDeployment, plainDeployment, readProxyPath, unreadDeployment } from './deployment.ts';

test('what a deployment does not set is as it comes, and a switch that is no clear yes is off', () => {
  expect(parseDeployment({ cloud: 'simulated' })).toEqual(plainDeployment);
  for (const off of [false, null, 0, 1, 'true', 'false', {}])
    expect(parseDeployment({ developerSessions: off, restoreOnReload: off })).toMatchObject({
      developerSessions: false,
      restoreOnReload: false,
    });
  expect(parseDeployment({ developerSessions: true, restoreOnReload: true })).toEqual(
    plainDeployment,
  );
});

test('what cannot be read allows nothing that it may have forbidden', () => {
  for (const json of [null, undefined, 7, 'text'])
    expect(parseDeployment(json)).toBe(unreadDeployment);
  expect(unreadDeployment).toMatchObject({ developerSessions: false, restoreOnReload: false });
});

test.each([
  [15, 15],
  [0.5, 1],
  [1440, 1440],
  [100_000, 1440],
  [0, undefined],
  [-5, undefined],
  [Number.NaN, undefined],
  ['15', undefined],
])('an idle limit of %j is %s minutes', (idleMinutes, minutes) => {
  expect(parseDeployment({ idleMinutes }).idleMinutes).toBe(minutes);
});

test('a path of the own host may stand for the Management API', () => {
  expect(parseDeployment({ cloud: 'simulated', managementProxy: '/api/manage/' })).toMatchObject({
    managementProxy: '/api/manage',
  });
  expect(parseDeployment({ cloud: 'simulated' }).managementProxy).toBeUndefined();
});

test('nothing that could lead a token to another host is taken for a path', () => {
  for (const path of [
    '//evil.example',
    'https://evil.example',
    '/a/../b',
    '/..',
    'a',
    '/',
    '',
    '/a?b',
    '/\\evil',
    7,
  ])
    expect(readProxyPath(path)).toBeUndefined();
});
