import { expect, test } from 'vitest';
import { tryPartsAgain, untilTriedAgain } from './lazy-part.tsx';

/** Something to fetch that is there, or not. */
function server() {
  const at = { reachable: true, asked: 0 };
  const part = untilTriedAgain(async () => {
    at.asked += 1;
    if (!at.reachable) throw new TypeError('Failed to fetch dynamically imported module');
    return 'the part';
  });
  return { at, part };
}

test('what has come is fetched once', async () => {
  const { at, part } = server();
  expect(part()).toBe(part());
  expect(await part()).toBe('the part');
  tryPartsAgain();
  expect(await part()).toBe('the part');
  expect(at.asked).toBe(1);
});

test('what did not come is not asked for at every drawing', async () => {
  const { at, part } = server();
  at.reachable = false;
  await expect(part()).rejects.toThrow('Failed to fetch');
  await expect(part()).rejects.toThrow('Failed to fetch');
  expect(at.asked).toBe(1);
});

test('another try asks again, as often as somebody tries, and for everything that is missing', async () => {
  const [one, other] = [server(), server()];
  for (const { at, part } of [one, other]) {
    at.reachable = false;
    await expect(part()).rejects.toThrow('Failed to fetch');
  }
  tryPartsAgain();
  await expect(one.part()).rejects.toThrow('Failed to fetch');
  expect(one.at.asked).toBe(2);

  tryPartsAgain();
  for (const { at, part } of [one, other]) {
    at.reachable = true;
    expect(await part()).toBe('the part');
  }
  expect(one.at.asked).toBe(3);
  expect(other.at.asked).toBe(2);
});
