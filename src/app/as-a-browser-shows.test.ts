import { expect, test } from 'vitest';
import { asABrowserShows } from './as-a-browser-shows.ts';

const namesOf = (headers: Record<string, string>) =>
  [...asABrowserShows(new Response('', { headers })).headers.keys()].filter(
    (name) => name !== 'content-type',
  );

test('what a service does not expose is taken out, its list of what it exposes as well', () => {
  expect(
    namesOf({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Request-Id',
      'cache-control': 'no-store',
      date: 'Thu, 26 Nov 2026 12:00:00 GMT',
      etag: '"1"',
      'request-id': '2',
      'x-ms-ags-diagnostic': '{}',
    }),
  ).toEqual(['cache-control', 'etag', 'request-id']);
});

test('a service that exposes nothing shows what is always shown', () => {
  expect(namesOf({ 'access-control-allow-origin': '*', etag: '"1"', expires: '0' })).toEqual([
    'expires',
  ]);
});

test('an API that is for no page keeps its headers: a program on a server reads them all', () => {
  expect(namesOf({ nextpageuri: 'https://manage.office.com/' })).toEqual(['nextpageuri']);
});
