import { afterEach, expect, test, vi } from 'vitest';
import { clouds, type Resource } from '#config/clouds.ts';
import { send } from '#http/send.ts';
import { enterWorld } from './world.ts';

afterEach(() => vi.unstubAllGlobals());

test('a real world lets requests go to its own hosts and to the APIs that a person has added, and nowhere else', async () => {
  const fetched = vi.fn<typeof fetch>(async () => Response.json({}));
  vi.stubGlobal('fetch', fetched);
  const added: Resource[] = [];
  await enterWorld(clouds.global, () => added);
  const ask = (origin: string) => send(`${origin}/x`, {}, { cause: 'screen', stamp: 'header' });
  const own = { title: 'Own', identifier: 'api://1234', origin: 'https://api.example' };
  for (const origin of [
    'https://evil.example',
    'http://graph.microsoft.com',
    clouds.china.graph.origin,
    clouds.simulated.graph.origin,
    own.origin,
  ])
    await expect(ask(origin)).rejects.toMatchObject({ reason: 'forbidden-origin' });
  expect(fetched).not.toHaveBeenCalled();
  added.push(own);
  for (const origin of [clouds.global.login, clouds.global.graph.origin, own.origin])
    expect((await ask(origin)).status).toBe(200);
});
