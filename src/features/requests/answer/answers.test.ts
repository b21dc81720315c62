import { expect, test } from 'vitest';
import { compareAnswers } from './compare-answers.ts';
import { createGate, isOutlook, throughGate } from '#api/four-at-a-time.ts';
import { dateInWords, remarkOn, titleOf } from './json-remarks.ts';
import { hasNextLink } from './has-next-link.ts';
import { tableOf } from './table-rows.ts';

test('four are under way at a time and the others wait for their turn', async () => {
  const gate = createGate(4);
  const releases: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const all = Array.from({ length: 11 }, (_, at) =>
    gate.run(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((done) => releases.push(done));
      running -= 1;
      if (at === 2) throw new Error('refused');
    }),
  );
  const settled = Promise.allSettled(all);
  for (let turn = 0; turn < 40; turn += 1) {
    releases.shift()?.();
    await Promise.resolve();
    await new Promise((next) => setTimeout(next));
  }
  expect((await settled).filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(most).toBe(4);
});

test('a mailbox is asked four things at a time, and everything else as it comes', async () => {
  const underWay = async (url: string) => {
    let running = 0;
    let finish = () => undefined as void;
    const end = new Promise<void>((done) => (finish = done));
    const all = Array.from({ length: 9 }, () =>
      throughGate(url, async () => {
        running += 1;
        await end;
      }),
    );
    await new Promise((next) => setTimeout(next));
    const seen = running;
    finish();
    await Promise.all(all);
    return seen;
  };
  expect(await underWay('https://graph.microsoft.com/v1.0/me/messages')).toBe(4);
  expect(await underWay('https://graph.microsoft.com/v1.0/me')).toBe(9);
});

test('what goes to a mailbox is known by its path', () => {
  const at = (path: string) => isOutlook(`https://graph.microsoft.com/v1.0${path}`);
  expect(['/me/messages', '/users/x/events', '/me/calendarView?a=b'].map(at)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['/me', '/me/drive/root/children', '/sites'].map(at)).toEqual([false, false, false]);
});

test('things of two lists belong together by their id', () => {
  const before = { value: [{ id: 'a', n: 1 }, { id: 'b' }], same: { x: 1 } };
  const after = { value: [{ id: 'b' }, { id: 'a', n: 2 }, { id: 'c' }], same: { x: 1 } };
  expect(compareAnswers(before, after)).toEqual([
    { place: '/value/[a]/n', kind: 'changed', before: '1', after: '2' },
    { place: '/value/[c]', kind: 'added', before: '', after: '{"id":"c"}' },
  ]);
  expect(compareAnswers(after, after)).toEqual([]);
  expect(compareAnswers([1], { a: 1 })).toMatchObject([{ place: '/', kind: 'changed' }]);
});

test('an answer goes on only at a link of its own', () => {
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const link = { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/me/messages?$skip=1' };
  expect(hasNextLink(bytes({ value: [], ...link }))).toBe(true);
  expect(hasNextLink(bytes({ ...link, value: ['x'.repeat(2_000_000)] }))).toBe(true);
  expect(hasNextLink(bytes({ responses: [{ id: '1', body: { value: [], ...link } }] }))).toBe(
    false,
  );
  expect(hasNextLink(bytes({ value: [link] }))).toBe(false);
  expect(hasNextLink(bytes(null))).toBe(false);
  expect(hasNextLink(new TextEncoder().encode('{'))).toBe(false);
});

test('a collection is a table of what its things have', () => {
  const from = { emailAddress: { address: 'a@example.com' } };
  const table = tableOf({
    value: [
      { '@odata.etag': 'x', id: 1, from },
      { id: 2, more: null, start: { dateTime: '2026-11-20T10:00:00.0000000', timeZone: 'UTC' } },
    ],
  });
  expect(table).toEqual({
    columns: ['from', 'more', 'start', 'id'],
    rows: [
      ['a@example.com', '', '', '1'],
      ['', 'null', '2026-11-20T10:00 UTC', '2'],
    ],
    total: 2,
  });
  expect(tableOf({ value: [] })).toBeUndefined();
  expect(tableOf({ responses: [{ id: '1', status: 404, body: { error: {} } }] })).toMatchObject({
    columns: ['status', 'body', 'id'],
    rows: [['404', '{"error":{}}', '1']],
  });
  expect(tableOf([1])).toBeUndefined();
});

test('links can be followed, and ids and dates are told', () => {
  const followed: string[] = [];
  const open = { follow: (url: string) => followed.push(url), download: () => undefined };
  remarkOn('@odata.nextLink', '"https://x/"', open)?.action?.onPress();
  expect(followed).toEqual(['https://x/']);
  expect(remarkOn('receivedDateTime', '"2026-11-20T10:00:00Z"', open)?.note).toContain('2026');
  expect(remarkOn('id', '"AAMkAD"', open)?.note).toContain('Exchange');
  expect(remarkOn('resourceAppId', '"00000003-0000-0000-c000-000000000000"', open)?.note).toBe(
    'Microsoft Graph',
  );
  expect(remarkOn('subject', '"hello"', open)).toBeUndefined();
  expect(dateInWords('2026-11-20T10:00 UTC')).toBeUndefined();
  expect(remarkOn(0, '"x"', open)).toBeUndefined();
  // A calendar's time means nothing without the zone beside it.
  expect(remarkOn('dateTime', '"2026-11-20T10:00:00.0000000"', open)?.note).toContain('timeZone');
});

test('a thing of a collection can be asked for by its id, and nothing inside it can', () => {
  const asked: string[] = [];
  const open = {
    follow: () => undefined,
    download: () => undefined,
    item: (id: string) => asked.push(id),
  };
  remarkOn('id', '"AAMk"', open, '/value/3/id')?.action?.onPress();
  remarkOn('id', '"b"', open, '/value/[0-499]/7/id')?.action?.onPress();
  expect(asked).toEqual(['AAMk', 'b']);
  expect(remarkOn('id', '"x"', open, '/value/3/sender/id')?.action).toBeUndefined();
  expect(remarkOn('id', '"x"', open, '/id')?.action).toBeUndefined();
});

test('a closed thing is called what its owner would call it', () => {
  expect(titleOf('{"@odata.etag":"x","id":"1","subject":"A \\"quoted\\" one"')).toBe(
    'A "quoted" one',
  );
  expect(titleOf('{"id":"1","name":"","displayName":"Adele"}')).toBe('Adele');
  const file =
    '{"createdBy":{"user":{"displayName":"Adele"}},"tags":[{"name":"x"}],"eTag":"}{","name":"Plan.pdf","cut":{"a';
  expect(titleOf(file)).toBe('Plan.pdf');
  expect(titleOf('{"id":"1","subject":"cut off before its e')).toBeUndefined();
});
