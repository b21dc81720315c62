import { expect, test, vi } from 'vitest';
import type { Collection, Message } from '#contract/graph.ts';
import { adele, graphAs, json } from '#simulator/graph/graph-test-client.ts';
import { folded, hasWord, parseSearch } from './search-query.ts';

// Whole mailboxes are read here, on machines that have other things to do.
vi.setConfig({ testTimeout: 30_000 });

const ask = graphAs({ person: { ...adele, mailboxSize: 400 } });

async function found(search: string, rest = ''): Promise<Message[]> {
  const path = `/me/messages?$search=${encodeURIComponent(search)}&$top=250${rest}`;
  const { value } = await json<Collection<Message>>(ask(path));
  return value;
}

const textOf = ({ subject, from, body }: Message) =>
  folded(`${subject} ${from?.emailAddress?.name} ${from?.emailAddress?.address} ${body?.content}`);

test('a bare word is looked for in subject, sender and body, newest first', async () => {
  const messages = await found('"spectrometer"');
  expect(messages.length).toBeGreaterThan(3);
  expect(messages.every((each) => textOf(each).includes('spectrometer'))).toBe(true);
  const times = messages.map(({ receivedDateTime = '' }) => receivedDateTime);
  expect(times).toEqual(times.toSorted().reverse());
});

test('properties narrow a search down, words beside each other must all be there', async () => {
  const from = await found('"from:northlight"');
  expect(from.length).toBeGreaterThan(0);
  expect(
    from.every(({ from: who }) =>
      /northlight/i.test(`${who?.emailAddress?.name} ${who?.emailAddress?.address}`),
    ),
  ).toBe(true);
  const files = await found('"from:northlight hasAttachments:true"');
  expect(files.length).toBeGreaterThan(0);
  expect(files.length).toBeLessThan(from.length);
  expect(files.every(({ hasAttachments }) => hasAttachments)).toBe(true);
  const [subject] = await found('"subject:\\"torque wrench\\""');
  expect(subject?.subject).toMatch(/torque wrench/i);
  expect(await found('"subject:torque NOT subject:wrench"')).toEqual([]);
});

test('times of receipt bound a search', async () => {
  const since = await found('"received>=2026-11-19"');
  expect(since.length).toBeGreaterThan(10);
  expect(since.every(({ receivedDateTime = '' }) => receivedDateTime >= '2026-11-19')).toBe(true);
  const day = await found('"received:2026-11-19"');
  expect(day.every(({ receivedDateTime = '' }) => receivedDateTime.startsWith('2026-11-19'))).toBe(
    true,
  );
  expect(day.length).toBeLessThan(since.length);
});

test('scripts without spaces are searched as well, accents and letter case do not matter', async () => {
  expect((await found('"検査成績書"')).length).toBeGreaterThan(0);
  expect((await found('"REUNION"')).length).toBeGreaterThan(0);
});

test('a search is handed out page by page', async () => {
  const ids: string[] = [];
  let next: string | undefined = '/me/messages?$search="invoice"&$top=4&$select=id';
  while (next) {
    const page: Collection<Message> = await json<Collection<Message>>(ask(next));
    ids.push(...page.value.map(({ id }) => id));
    next = page['@odata.nextLink'];
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual((await found('"invoice"')).map(({ id }) => id));
});

test('queries are read as KQL reads them', () => {
  expect(parseSearch('"a b OR c"')).toMatchObject({
    kind: 'or',
    parts: [{ kind: 'and' }, { value: 'c' }],
  });
  expect(parseSearch('"from:(ann OR bob) -subject:x"')).toMatchObject({
    kind: 'and',
    parts: [{ kind: 'or', parts: [{ value: 'ann' }, { value: 'bob' }] }, { kind: 'not' }],
  });
  expect(parseSearch('"Re: plan"')).toMatchObject({ parts: [{ value: 'Re:' }, { value: 'plan' }] });
  expect(hasWord('the spectrum', 'spec')).toBe(true);
  expect(hasWord('the spectrum', 'rum')).toBe(false);
});
