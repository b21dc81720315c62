import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { installVault, type AuthorizedRequest, type Vault } from '#auth/vault.ts';
import { cloud } from '#config/settings.ts';
import type { Message } from '#contract/graph.ts';
import { rowsOf } from '#features/mail/list/pages/message-rows.ts';
import { shownList } from '#features/mail/list/pages/shown-list.ts';
import { mailQueries } from '#features/mail/mail-queries.ts';
import { readSource } from '#features/mail/mail-source.ts';
import { toSummary, type MessageSummary } from '#features/mail/mailbox.ts';
import type { Act } from './act.ts';
import { alone, unloadedOthers, withFolded } from './conversation-scope.ts';
import { addPending } from './pending.ts';
import { perform } from './perform.ts';
import { refusal, report } from './reports.ts';

const inbox = readSource('inbox', new URLSearchParams(), 'me@home.example');
const archive: Act = { kind: 'move', to: 'archive', words: 'archived' };

/** Of one conversation, newest first: two that the list has loaded, one that it has not, and one that was sent. */
const [newest, folded, unloaded, sent] = [
  { id: 'newest', isRead: true },
  { id: 'folded', flag: { flagStatus: 'flagged' as const } },
  { id: 'unloaded' },
  { id: 'sent', parentFolderId: 'sent-id' },
].map((more, nth): Message => ({
  conversationId: "it's one",
  parentFolderId: 'inbox-id',
  receivedDateTime: `2026-11-2${5 - nth}T08:00:00Z`,
  isRead: false,
  ...more,
})) as [Message, Message, Message, Message];
const stranger: Message = { id: 'stranger', conversationId: 'two', parentFolderId: 'inbox-id' };

const asked: string[] = [];
let status = 200;
let queries: QueryClient;

function show(items: readonly Message[], total: number): MessageSummary[] {
  queries.setQueryData(mailQueries.page(inbox, 0).queryKey, {
    items: items.map(toSummary),
    next: undefined,
    count: undefined,
    shift: 0,
  });
  const made = rowsOf({
    pages: new Map([[0, items.map(toSummary)]]),
    sizeOf: () => 25,
    total: 0,
    now: new Date(),
    folded: true,
  });
  shownList.set({ rows: made.rows, loaded: items.length, total });
  return made.rows.flatMap((row) => (row?.kind === 'option' ? [row.item] : []));
}

beforeEach(() => {
  asked.length = 0;
  status = 200;
  report.set(undefined);
  refusal.set(undefined);
  queries = new QueryClient();
  installVault({
    session: {
      get: () => ({
        kind: 'signed-in',
        grants: [{ resource: cloud().graph.identifier, covers: ['mail.readwrite'] }],
      }),
    },
    send: ({ url, method, body }: AuthorizedRequest) => {
      asked.push(
        `${method ?? 'GET'} ${decodeURIComponent(url)} ${typeof body === 'string' ? body : ''}`,
      );
      const page = url.includes('skiptoken')
        ? { value: [sent, unloaded] }
        : {
            value: [folded, newest],
            '@odata.nextLink': 'https://graph.microsoft.com/v1.0/me/messages?$skiptoken=2',
          };
      const responses = [0, 1, 2, 3].map((id) => ({ id: String(id), status: 201, body: {} }));
      const json = url.endsWith('/$batch') ? { responses } : page;
      return Promise.resolve({
        status,
        headers: {},
        body: new TextEncoder().encode(JSON.stringify(json)).buffer,
      });
    },
  } as unknown as Vault);
});

const ids = (messages: readonly MessageSummary[]) => messages.map(({ id }) => id);

test('the row of a conversation means what is folded into it, in its folder, as each of them stands', () => {
  const [row] = show([newest, folded, sent, stranger], 4);
  expect(row).toMatchObject({ id: 'newest', isRead: false, isFlagged: true, together: 3 });
  const meant = withFolded(queries, inbox, [row!]);
  expect(ids(meant)).toEqual(['newest', 'folded']);
  expect(meant[0]).toMatchObject({ isRead: true, isFlagged: false });
  expect(alone(queries, inbox, [row!])).toMatchObject([{ id: 'newest', isRead: true }]);
});

test('what was put away already is not meant again', () => {
  const [row] = show([newest, folded], 2);
  addPending(queries, { folded: { gone: 'inbox-id' } });
  expect(ids(withFolded(queries, inbox, [row!]))).toEqual(['newest']);
});

test('those that the list has not loaded are looked for to the last page, in the same folder', async () => {
  const [row] = show([newest, folded, stranger], 4218);
  const others = unloadedOthers(inbox, archive, withFolded(queries, inbox, [row!]));
  expect(ids([...((await others?.(new AbortController().signal, () => undefined)) ?? [])])).toEqual(
    ['unloaded'],
  );
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain("conversationId eq 'it''s one'");
});

test('nobody is asked where all is loaded, for a search, for the newest alone, or where there is no way back', () => {
  const [row] = show([newest, folded], 2);
  expect(unloadedOthers(inbox, archive, [row!])).toBeUndefined();
  show([newest, folded], 4218);
  const search = { ...inbox, words: 'lens' };
  expect(unloadedOthers(search, archive, [row!])).toBeUndefined();
  for (const act of [
    { kind: 'flag', on: true },
    { kind: 'read', on: false },
    { kind: 'destroy' },
  ] satisfies Act[]) {
    expect(unloadedOthers(inbox, act, [row!])).toBeUndefined();
  }
  expect(unloadedOthers(inbox, { kind: 'flag', on: false }, [row!])).toBeDefined();
});

test('of a part of a folder only what belongs to the part is meant', async () => {
  const [row] = show([newest, folded], 4218);
  const flagged = { ...inbox, part: 'flagged' as const };
  const others = unloadedOthers(flagged, archive, [row!]);
  expect(ids([...((await others?.(new AbortController().signal, () => undefined)) ?? [])])).toEqual(
    ['folded'],
  );
});

test('all of a conversation is archived and counted, and all of it comes back', async () => {
  const [row] = show([newest, folded, stranger], 4218);
  const meant = withFolded(queries, inbox, [row!]);
  const done = perform(queries, archive, meant, { others: unloadedOthers(inbox, archive, meant) });
  await expect.poll(() => report.get()?.words).toBe('3 messages archived');
  const moves = asked.filter((each) => each.startsWith('POST'));
  expect(moves).toHaveLength(1);
  for (const id of ['newest', 'folded', 'unloaded']) expect(moves[0]).toContain(`/${id}/move`);
  report.get()?.undo?.();
  await done;
  await expect.poll(() => report.get()?.words).toBe('Taken back');
  const back = asked.filter((each) => each.startsWith('POST')).at(-1);
  expect(back?.match(/inbox-id/g)).toHaveLength(3);
});

test('where the others cannot be found, nothing is done and the reason is told', async () => {
  const [row] = show([newest, folded], 4218);
  status = 403;
  const meant = withFolded(queries, inbox, [row!]);
  await perform(queries, archive, meant, { others: unloadedOthers(inbox, archive, meant) });
  expect(refusal.get()).toMatchObject({ left: 2, all: 2, error: { status: 403 } });
  expect(asked.filter((each) => each.startsWith('POST'))).toEqual([]);
  expect(ids(withFolded(queries, inbox, [row!]))).toEqual(['newest', 'folded']);
});
