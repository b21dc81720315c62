import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

const mail = 'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages';

/** Requests that are answered by hand. */
function counter() {
  const ends: (() => void)[] = [];
  let now = 0;
  let most = 0;
  const send = async (name: number) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise<void>((end) => ends.push(end));
    now -= 1;
    return name;
  };
  return { ends, send, most: () => most, now: () => now };
}

test('no more than four are under way at once, and all are answered in order', async () => {
  const { ends, send, most } = counter();
  const answers = [1, 2, 3, 4, 5, 6, 7].map((name) => inTurn(mail, () => send(name)));
  for (let at = 0; at < 7; at += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(at);
    ends[at]?.();
  }
  expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most()).toBe(4);
});

test('a failure gives its turn back', async () => {
  const failing = Array.from({ length: 9 }, () =>
    inTurn(mail, () => Promise.reject(new Error('no'))).catch(() => 'failed'),
  );
  expect(await Promise.all(failing)).toEqual(Array.from({ length: 9 }, () => 'failed'));
  expect(await inTurn(mail, () => Promise.resolve('fine'))).toBe('fine');
});

test('what is not of the mailbox waits for nobody', async () => {
  const { ends, send, now } = counter();
  const all = [1, 2, 3, 4, 5, 6].map((name) =>
    inTurn('https://graph.microsoft.com/v1.0/me/drive/root', () => send(name)),
  );
  await expect.poll(now).toBe(6);
  for (const end of ends) end();
  await Promise.all(all);
});
