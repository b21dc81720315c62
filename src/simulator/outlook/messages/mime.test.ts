import { expect, test, vi } from 'vitest';
import type { Collection, FileAttachment, Message } from '#contract/graph.ts';
import { adele, graphAs, json } from '#simulator/graph/graph-test-client.ts';

// Whole mailboxes are read here, on machines that have other things to do.
vi.setConfig({ testTimeout: 30_000 });

const ask = graphAs({ person: { ...adele, mailboxSize: 900 } });
const inbox = '/me/mailFolders/inbox/messages';

interface Part {
  readonly headers: Map<string, string>;
  readonly parts: Part[];
  readonly body: string;
}

/** Enough of RFC 2045 and 2046 to take apart what was put together. */
function parse(text: string): Part {
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const body = text.slice(end + 4);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return { headers, parts: [], body };
  expect(body).toContain(`--${boundary}--`);
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return { headers, body: '', parts: parts.map((each) => parse(each.replace(/^\r\n/, ''))) };
}

function leaves(part: Part): Part[] {
  return part.parts.length > 0 ? part.parts.flatMap(leaves) : [part];
}

function textOf({ headers, body }: Part): string {
  expect(headers.get('content-transfer-encoding')).toBe('base64');
  return Buffer.from(body, 'base64').toString('utf8');
}

test('the MIME form holds the same words, pictures under their ids, and every file', async () => {
  const { value } = await json<Collection<Message>>(ask(`${inbox}?$top=160`));
  for (const message of value) {
    const response = await ask(`/me/messages/${message.id}/$value`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text.split('\r\n').every((line) => line.length < 998)).toBe(true);
    const mime = parse(text);
    expect(mime.headers.get('message-id')).toBe(message.internetMessageId);
    const all = leaves(mime);
    const wanted = all.find(({ headers }) =>
      headers
        .get('content-type')
        ?.startsWith(`text/${message.body?.contentType === 'html' ? 'html' : 'plain'}`),
    );
    expect(wanted && textOf(wanted)).toBe(message.body?.content);
    for (const [, id] of (message.body?.content ?? '').matchAll(/"cid:([^"]+)"/g)) {
      expect(all.some(({ headers }) => headers.get('content-id') === `<${id}>`)).toBe(true);
    }
  }
}, 30_000);

test('a letter inside a letter, and a link, are attached as what they are', async () => {
  const { value } = await json<Collection<Message>>(
    ask(`${inbox}?$top=160&$select=subject&$expand=attachments`),
  );
  const files = value.flatMap((message) =>
    (message as unknown as { attachments: FileAttachment[] }).attachments.map((file) => ({
      path: `/me/messages/${message.id}/attachments/${file.id}`,
      type: file['@odata.type'],
    })),
  );
  const item = files.find(({ type }) => type === '#microsoft.graph.itemAttachment')?.path ?? '';
  const plain = await json<Record<string, unknown>>(ask(item));
  expect(plain).not.toHaveProperty('item');
  const { item: inside } = await json<{ item: Message }>(
    ask(`${item}?$expand=microsoft.graph.itemattachment/item`),
  );
  expect(inside).toMatchObject({
    '@odata.type': '#microsoft.graph.message',
    id: '',
    subject: plain['name'],
  });
  const raw = await (await ask(`${item}/$value`)).text();
  const { headers, parts } = parse(raw);
  expect(parts.length).toBeGreaterThan(0);
  // However it is asked for, it is the same letter.
  expect(new Date(headers.get('date') ?? '')).toEqual(new Date(inside.sentDateTime ?? ''));
  expect(headers.get('message-id')).toBe(inside.internetMessageId);
  const around = await (await ask(`${item.replace(/\/attachments.*/, '')}/$value`)).text();
  expect(around).toContain(raw);
  const link = files.find(({ type }) => type === '#microsoft.graph.referenceAttachment')?.path;
  expect((await ask(`${link}/$value`)).status).toBe(405);
});

test('header lines and the unique body come only when they are asked for', async () => {
  const plain = await json<Collection<Message>>(ask(`${inbox}?$top=100`));
  expect(plain.value.some((each) => 'internetMessageHeaders' in each || 'uniqueBody' in each)).toBe(
    false,
  );
  const asked = await json<Collection<Message>>(
    ask('/me/messages?$top=400&$select=internetMessageHeaders,uniqueBody,body'),
  );
  const verdicts = new Set<string>();
  for (const { internetMessageHeaders = [], uniqueBody, body } of asked.value) {
    const names = internetMessageHeaders.map(({ name }) => name);
    // A draft has not travelled.
    expect(
      names.length === 0 || ['Received', 'From', 'Date'].every((each) => names.includes(each)),
    ).toBe(true);
    for (const { name, value } of internetMessageHeaders) {
      expect(value).not.toMatch(/[\r\n]/);
      if (name !== 'Authentication-Results') continue;
      for (const [found] of value.matchAll(/(spf|dkim|dmarc)=(pass|fail|none)/g))
        verdicts.add(found);
    }
    expect(uniqueBody?.content.length ?? 0).toBeLessThanOrEqual((body?.content.length ?? 0) + 20);
  }
  expect([...verdicts].sort()).toEqual(
    ['dkim', 'dmarc', 'spf'].flatMap((what) =>
      ['fail', 'none', 'pass'].map((how) => `${what}=${how}`),
    ),
  );
});

test('the folder of hostile letters tries many things and reaches nobody', async () => {
  const folders = await json<Collection<{ id: string; displayName: string }>>(
    ask("/me/mailFolders?$filter=displayName eq 'Hostile'"),
  );
  const { value } = await json<Collection<Message>>(
    ask(`/me/mailFolders/${folders.value[0]?.id}/messages?$top=100&$expand=attachments`),
  );
  expect(value.length).toBeGreaterThan(20);
  expect(new Set(value.map(({ subject }) => subject)).size).toBe(value.length);
  const text = JSON.stringify(value);
  for (const trick of [
    '<script',
    'onerror=',
    'javascript:',
    '@import',
    '<form',
    'xn--',
    '\u202e',
  ]) {
    expect(text).toContain(trick);
  }
  const hosts = [...text.matchAll(/https?:\/\/([^/"'?<>\s\\)]+)/g)].map(([, host = '']) => host);
  expect(hosts.filter((host) => !/(\.example|\.invalid|w3\.org)$/.test(host))).toEqual([]);
});
