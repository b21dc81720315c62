import { expect, test } from 'vitest';
import { Router } from './router.ts';

const ask = (router: Router, path: string, init?: RequestInit) =>
  Promise.resolve(router.fetch(new Request(`https://service.example${path}`, init)));
const textOf = async (router: Router, path: string) => (await ask(router, path)).text();

test('a path is found in any letter case, with or without a slash at its end; names keep theirs', async () => {
  const router = new Router();
  router.get('/me/:thing/$value', (c) => c.text(c.req.param('thing')));
  expect(await textOf(router, '/ME/AbC/$value/')).toBe('AbC');
  expect(await textOf(router, '/me/a%2Fb%20c/$value')).toBe('a/b c');
  expect(await textOf(router, '/me/50%25/$value')).toBe('50%');
  expect((await ask(router, '/me/a/b/$value')).status).toBe(404);
});

test('the first that answers has it, and steps stand before and after', async () => {
  const router = new Router();
  router.use('/a/*', async (c, next) => {
    await next();
    c.res.headers.set('seen', 'yes');
  });
  router.get('/a/:rest{.+}/end', (c) => c.text(c.req.param('rest')));
  router.get('/a/*', () => new Response('rest'));
  const both = await ask(router, '/a/b/c/end');
  expect([await both.text(), both.headers.get('seen')]).toEqual(['b/c', 'yes']);
  expect(await textOf(router, '/a')).toBe('rest');
  expect((await ask(router, '/ab')).status).toBe(404);
});

test('a dot in a path is a dot, and a pattern may have groups', async () => {
  const router = new Router();
  router.all('/:version{v1(\\.0)?}/x.y', (c) => c.text(c.req.param('version')));
  expect(await textOf(router, '/v1.0/x.y')).toBe('v1.0');
  expect((await ask(router, '/v1.0/xzy')).status).toBe(404);
  expect((await ask(router, '/v2/x.y')).status).toBe(404);
});

test('a service below a path keeps its failures, and steps before it still see the answer', async () => {
  const service = new Router();
  service.use('*', async (c, next) => {
    await next();
    c.res.headers.set('after', 'all');
  });
  service.get('/broken', () => {
    throw new Error('no');
  });
  service.get('/where', (c) => c.text(c.req.path));
  service.onError((error, c) => c.text(error.message, 418));
  const router = new Router();
  router.route('/service', service);
  const failed = await ask(router, '/service/broken');
  expect([failed.status, await failed.text(), failed.headers.get('after')]).toEqual([
    418,
    'no',
    'all',
  ]);
  expect(await textOf(router, '/service/where')).toBe('/service/where');
});

test('HEAD is GET unread, another method is another matter', async () => {
  const router = new Router();
  router.get('/a', () => new Response('text', { headers: { etag: '"1"' } }));
  const head = await ask(router, '/a', { method: 'HEAD' });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, '"1"', '']);
  expect((await ask(router, '/a', { method: 'POST' })).status).toBe(404);
});

test('a request can be answered for another address than its own', async () => {
  const router = new Router();
  router.get('/me/mail', (c) => c.text(`${c.req.path} ${new URL(c.req.url).pathname}`));
  router.get('/users/:user/*', (c) =>
    router.answerAs(c.req.path.replace(/^\/users\/\w+/, '/me'), c.req.raw),
  );
  expect(await textOf(router, '/users/ada/mail')).toBe('/me/mail /users/ada/mail');
});
