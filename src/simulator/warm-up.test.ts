import { expect, test } from 'vitest';
import { hosts } from '#simulator/browser.test-kit.ts';
import { warmUp } from './warm-up.ts';

test('pages are asked for one at a time, each after whoever asked for it has had a pause', async () => {
  const order: string[] = [];
  const asked: string[] = [];
  await warmUp(hosts, {
    pause: async () => void order.push('pause'),
    answered: (url, status) => {
      order.push('page');
      asked.push(`${status} ${new URL(url).pathname}`);
    },
  });
  expect(order.length).toBeGreaterThan(4);
  expect(order.every((what, at) => what === (at % 2 === 0 ? 'pause' : 'page'))).toBe(true);
  expect(new Set(asked)).toEqual(
    new Set(['200 /v1.0/me/messages', '200 /v1.0/me/mailFolders/inbox/messages']),
  );
});
