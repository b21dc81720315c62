import { expect, test } from 'vitest';
import { graphAs, json, testContext } from '#simulator/graph/graph-test-client.ts';
import { graphRoutes } from '#simulator/graph/graph-routes.ts';
import { exchangeRoutes } from '#simulator/legacy/exchange-routes.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';

const size = 3_000_000;

async function draft(scopes = ['Mail.ReadWrite']) {
  let ahead = 0;
  const start = Date.UTC(2026, 10, 20, 14, 30);
  const setting = { scopes, store: createMemoryStore(), now: () => start + ahead };
  const ask = graphAs(setting);
  const post = (path: string, body: object) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { id } = await json<{ id: string }>(post('/me/messages', { subject: 'With a film' }));
  const open = (item: object) =>
    post(`/me/messages/${id}/attachments/createUploadSession`, { AttachmentItem: item });
  const exchange = exchangeRoutes(testContext(setting), graphRoutes);
  const piece = async (url: string, init?: RequestInit) => exchange.fetch(new Request(url, init));
  const put = (url: string, range: string, bytes: number) =>
    piece(url, {
      method: 'PUT',
      headers: { 'content-range': `bytes ${range}` },
      body: new Uint8Array(bytes).fill(7),
    });
  return { ask, id, open, piece, put, wait: (hours: number) => (ahead += hours * 3_600_000) };
}

const film = { attachmentType: 'file', name: 'film.mp4', size, contentType: 'video/mp4' };

test('an attachment of three megabytes travels in pieces to Exchange, and is on the draft', async () => {
  const { ask, id, open, piece, put } = await draft();
  const opened = await open(film);
  expect(opened.status).toBe(201);
  const session = await json<{ uploadUrl: string; nextExpectedRanges: string[] }>(opened);
  expect(session).toMatchObject({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.uploadSession',
    expirationDateTime: '2026-11-21T14:30:00.000Z',
    nextExpectedRanges: ['0-'],
  });
  const url = session.uploadUrl;
  expect(url).toMatch(
    /^https:\/\/outlook\.office365\.com\/api\/v2\.0\/Users\('[^']+'\)\/Messages\('/,
  );
  const first = await put(url, `0-1999999/${size}`, 2_000_000);
  // Exchange answers in its own names, which is what Microsoft's client looks for.
  const more = { ExpirationDateTime: expect.any(String), NextExpectedRanges: ['2000000'] };
  expect([first.status, await first.json()]).toMatchObject([200, more]);
  expect(await json(piece(url))).toMatchObject(more);
  expect((await put(url, `2000001-2999999/${size}`, 999_999)).status).toBe(400);
  const last = await put(url, `2000000-2999999/${size}`, 1_000_000);
  expect([last.status, await last.text()]).toEqual([201, '']);
  const attachment = /\/Attachments\('([^']+)'\)$/.exec(last.headers.get('location') ?? '')?.[1];
  expect(await json(ask(`/me/messages/${id}/attachments/${attachment}`))).toMatchObject({
    name: 'film.mp4',
    contentType: 'video/mp4',
    size,
  });
  expect(await json(ask(`/me/messages/${id}`))).toMatchObject({ hasAttachments: true });
  expect((await piece(url)).status).toBe(404);
});

test('what is too small for a session, too large for the mailbox, no file or not allowed is refused', async () => {
  const { open } = await draft();
  const refusal = async (item: object) => {
    const answer = await open(item);
    const { error } = await json<{ error: { code: string } }>(answer);
    return [answer.status, error.code];
  };
  expect(await refusal({ ...film, size: 5000 })).toEqual([
    400,
    'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
  ]);
  expect(await refusal({ ...film, size: 40_000_000 })).toEqual([413, 'ErrorMessageSizeExceeded']);
  expect(await refusal({ ...film, attachmentType: 'item' })).toEqual([400, 'ErrorInvalidRequest']);
  const reader = graphAs({ scopes: ['Mail.Read'] });
  const asked = await reader('/me/messages/x/attachments/createUploadSession', { method: 'POST' });
  expect(asked.status).toBe(403);
});

test('a session is given up, ends after a day, and is not known by a changed address', async () => {
  const { open, piece, put, wait } = await draft();
  const opened = async () => (await json<{ uploadUrl: string }>(open(film))).uploadUrl;
  const given = await opened();
  expect((await piece(given, { method: 'DELETE' })).status).toBe(204);
  expect((await piece(given)).status).toBe(404);
  const late = await opened();
  expect((await piece(`${late}x`)).status).toBe(404);
  wait(25);
  expect((await put(late, `0-1999999/${size}`, 2_000_000)).status).toBe(404);
});
