import { expect, test } from 'vitest';
import { authorizeUrl } from '#simulator/browser.test-kit.ts';
import { steeredTenant } from '#simulator/steered.test-kit.ts';
import { own } from './provoke.test-kit.ts';

/** What a page is told where `asked` is asked for and `registered` is registered. */
async function back(registered: string, asked: string, responseMode = 'fragment') {
  const { tenant, tell } = await steeredTenant();
  await tell('applications', { clientId: own, redirectUris: [{ uri: registered, type: 'spa' }] });
  const url = await authorizeUrl({
    client_id: own,
    redirect_uri: asked,
    prompt: 'none',
    response_mode: responseMode,
  });
  const answer = await tenant.fetch(new Request(url));
  return answer.headers.get('location')?.split(/(?<=[?#])/)[0] ?? 'refused';
}

test.each([
  ['http://localhost/app', 'http://localhost:5173/app'],
  ['https://localhost/app', 'https://localhost:5173/app'],
  ['http://127.0.0.1:3000/app', 'http://127.0.0.1:5173/app'],
])('the port of this machine does not count: %s is %s', async (registered, asked) => {
  expect(await back(registered, asked)).toBe(`${asked}#`);
});

test.each([
  ['http://localhost:5173', 'http://localhost:5173/'],
  ['https://app.example/', 'https://app.example'],
  ['https://app.example', 'https://app.example'],
])('without a path an address is one with a slash: %s is %s', async (registered, asked) => {
  const withPath = asked.replace(/\/?$/, '/');
  expect(await back(registered, asked)).toBe(`${withPath}#`);
  expect(await back(registered, asked, 'query')).toBe(`${withPath}?`);
});

test.each([
  ['https://app.example/a', 'https://app.example/a/'],
  ['https://app.example/a', 'https://app.example/A'],
  ['https://app.example:8443', 'https://app.example'],
  ['http://localhost/app', 'https://localhost/app'],
  ['http://localhost', 'http://localhost.example'],
])('anything else has to be exact: %s is not %s', async (registered, asked) => {
  expect(await back(registered, asked)).toBe('refused');
});
