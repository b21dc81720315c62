import { expect, test } from 'vitest';
import { proxied } from './management-proxy.ts';

test('a request for the Management API keeps its path and its query, and goes to the own host', () => {
  expect(
    proxied(
      'https://manage.office.com/api/v1.0/t/activity/feed/audit/a$b?x=1',
      '/m',
      'https://app.test',
    ),
  ).toBe('https://app.test/m/api/v1.0/t/activity/feed/audit/a$b?x=1');
});
