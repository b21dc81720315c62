import { expect, test } from 'vitest';
import { parseDeployment, readProxyPath } from './deployment.ts';

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
