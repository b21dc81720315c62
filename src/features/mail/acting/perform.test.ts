import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { installVault, type AuthorizedRequest, type Vault } from '#auth/vault.ts';
import { cloud } from '#config/settings.ts';
import { toSummary } from '#features/mail/mailbox.ts';
import type { Act } from './act.ts';
import { pendingOf } from './pending.ts';
import { perform } from './perform.ts';
import { refusal, report } from './reports.ts';

const archive: Act = { kind: 'move', to: 'archive', words: 'archived' };
const [first, second] = ['first', 'second'].map((id) =>
  toSummary({ id, parentFolderId: 'inbox-id' }),
) as [ReturnType<typeof toSummary>, ReturnType<typeof toSummary>];

/** What the service says to each. */
let statuses: readonly number[];
let backs: number;
const onBack = () => (backs += 1);

beforeEach(() => {
  backs = 0;
  report.set(undefined);
  refusal.set(undefined);
  const json = (status: number) => ({ error: { code: `Status${status}`, message: '' } });
  installVault({
    session: {
      get: () => ({
        kind: 'signed-in',
        grants: [{ resource: cloud().graph.identifier, covers: ['mail.readwrite'] }],
      }),
    },
    send: ({ url }: AuthorizedRequest) => {
      const isBatch = url.endsWith('/$batch');
      const responses = statuses.map((status, id) => ({ id: `${id}`, status, body: json(status) }));
      return Promise.resolve({
        status: isBatch ? 200 : statuses[0],
        headers: {},
        body: new TextEncoder().encode(JSON.stringify(isBatch ? { responses } : json(403))).buffer,
      });
    },
  } as unknown as Vault);
});

test('what the service refuses is as it was, and open again', async () => {
  statuses = [403];
  const queries = new QueryClient();
  await perform(queries, archive, [first], { onBack });
  expect(refusal.get()).toMatchObject({ left: 1, all: 1 });
  expect(pendingOf(queries)).toEqual({});
  expect(backs).toBe(1);
});

test('where some of it was done, nothing that is open changes', async () => {
  statuses = [201, 403];
  await perform(new QueryClient(), archive, [first, second], { onBack });
  expect(refusal.get()).toMatchObject({ left: 1, all: 2 });
  expect(backs).toBe(0);
});

test('where what else it concerns cannot be found, it is open again, too', async () => {
  const others = () => Promise.reject(new Error('not found'));
  await perform(new QueryClient(), archive, [first], { others, onBack });
  expect(refusal.get()).toMatchObject({ left: 1, all: 1 });
  expect(backs).toBe(1);
});
