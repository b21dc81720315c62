/** What the simulated directory remembers, by name: browser sessions, consents, what was issued and what was used. */
import { rowFor } from '#simulator/ahead.ts';
import type { TenantStore } from '#simulator/tenant-context.ts';
import {
  type SessionAccount,
  type Consents,
  type KnownGrant,
  type Issued,
  type ApprovalRequest,
  type Who,
  type Revocation,
} from './state-rows.ts';

export type TenantState = ReturnType<typeof createState>;

/** The tenant is a toy, its memory is not: older rows make room. */
const rowsKept = 60;

/** @param everybody consents that an administrator has given for all people (`AllPrincipals`) */
export function createState(store: TenantStore, everybody: Consents) {
  const consentsOf = async () =>
    (await store.read<Readonly<Record<string, Consents>>>('consents')) ?? {};
  const add = async (who: string, added: Consents): Promise<void> => {
    await store.update<Record<string, Consents>>('consents', (all) => ({
      ...all,
      [who]: together(all?.[who] ?? {}, added),
    }));
  };
  const revocations = async (request?: Request) =>
    (await rowFor<Readonly<Record<string, Revocation>>>(store, request, 'revocations')) ?? {};
  return {
    accounts: async (session: string): Promise<readonly SessionAccount[]> =>
      (await store.read<Record<string, SessionAccount[]>>('sessions'))?.[session] ?? [],
    async setAccounts(session: string, accounts: readonly SessionAccount[]): Promise<void> {
      await store.update<Record<string, readonly SessionAccount[]>>('sessions', (all) => {
        const others = Object.entries(all ?? {}).filter(([each]) => each !== session);
        const mine = accounts.length > 0 ? [[session, accounts] as const] : [];
        return Object.fromEntries([...others, ...mine].slice(-rowsKept));
      });
    },
    sessions: async (): Promise<readonly (readonly SessionAccount[])[]> =>
      Object.values((await store.read<Record<string, SessionAccount[]>>('sessions')) ?? {}),
    async consents(client: string, { oid, tenantId }: Who): Promise<Consents> {
      const all = await consentsOf();
      return together(
        everybody,
        all[`${client} everybody ${tenantId}`] ?? {},
        all[`${client} ${oid}`] ?? {},
      );
    },
    addConsents: (client: string, oid: string, added: Consents) => add(`${client} ${oid}`, added),
    addConsentsForEverybody: (client: string, tenantId: string, added: Consents) =>
      add(`${client} everybody ${tenantId}`, added),
    async grants(): Promise<readonly KnownGrant[]> {
      return Object.entries(await consentsOf()).map(([who, consents]) => {
        const [clientId = '', principal = '', tenantId] = who.split(' ');
        return {
          clientId,
          principal: tenantId === undefined ? principal : undefined,
          tenantId,
          consents,
        };
      });
    },
    /** One grant anew: what is not named any more is taken back. */
    async setConsents(
      client: string,
      who: { oid?: string | undefined; tenantId: string },
      resource: string,
      scopes: readonly string[],
    ): Promise<void> {
      const name = `${client} ${who.oid ?? `everybody ${who.tenantId}`}`;
      await store.update<Record<string, Consents>>('consents', (all) => {
        const { [resource]: _, ...others } = all?.[name] ?? {};
        return { ...all, [name]: scopes.length > 0 ? { ...others, [resource]: scopes } : others };
      });
    },
    /** @returns false when there was no such grant */
    async takeBack(clientId: string, who: { oid?: string; tenantId?: string }): Promise<boolean> {
      const name = `${clientId} ${who.oid ?? `everybody ${who.tenantId ?? ''}`}`;
      let found = false;
      await store.update<Record<string, Consents>>('consents', (all) => {
        const { [name]: gone, ...others } = all ?? {};
        found = gone !== undefined;
        return others;
      });
      return found;
    },
    /** @returns false when that code was used before */
    async useCode(id: string, expiresAt: number, now: number): Promise<boolean> {
      let unused = true;
      await store.update<Record<string, number>>('used codes', (used) => {
        unused = !Object.hasOwn(used ?? {}, id);
        // An expired code is refused for its age, so it need not be remembered.
        const live = Object.entries(used ?? {}).filter(([, end]) => end > now);
        return Object.fromEntries([...live, [id, expiresAt]]);
      });
      return unused;
    },
    revocations,
    revocation: async (oid: string): Promise<Revocation> =>
      (await revocations())[oid] ?? notRevoked,
    /** What was issued to the person until now is no longer taken; with the refresh tokens go the browsers' sessions. */
    async revoke(
      oid: string,
      now: number,
      { refreshTokens, byPassword }: Pick<Revocation, 'byPassword'> & { refreshTokens: boolean },
    ) {
      await store.update<Record<string, Revocation>>('revocations', (all) => {
        const before = all?.[oid] ?? notRevoked;
        const count = before.count + 1;
        const made = {
          count,
          refreshTokens: refreshTokens ? count : before.refreshTokens,
          byPassword: refreshTokens ? byPassword === true : before.byPassword === true,
          at: now,
        };
        return { ...all, [oid]: made };
      });
      // As in Entra, where browsers are signed out with it: their cookies are older than what is taken from now on.
      if (refreshTokens)
        await store.update<Record<string, readonly SessionAccount[]>>('sessions', (all) =>
          Object.fromEntries(
            Object.entries(all ?? {}).map(([session, accounts]) => [
              session,
              accounts.filter((account) => account.oid !== oid),
            ]),
          ),
        );
    },
    issued: async (): Promise<readonly Issued[]> => (await store.read<Issued[]>('issued')) ?? [],
    async remember(rows: readonly Issued[]): Promise<void> {
      await store.update<readonly Issued[]>('issued', (all) =>
        [...(all ?? []), ...rows].slice(-rowsKept),
      );
    },
    async markUsed(id: string): Promise<void> {
      await store.update<readonly Issued[]>('issued', (all) =>
        all?.map((row) => (row.id === id ? { ...row, used: true } : row)),
      );
    },
    approvalRequests: async (): Promise<readonly ApprovalRequest[]> =>
      (await store.read<ApprovalRequest[]>('approval requests')) ?? [],
    async askForApproval(request: ApprovalRequest): Promise<void> {
      await store.update<readonly ApprovalRequest[]>('approval requests', (all) =>
        [...(all ?? []), request].slice(-rowsKept),
      );
    },
    async closeApprovalRequest(id: string): Promise<ApprovalRequest | undefined> {
      let closed: ApprovalRequest | undefined;
      await store.update<readonly ApprovalRequest[]>('approval requests', (all) => {
        closed = all?.find((each) => each.id === id);
        return all?.filter((each) => each.id !== id);
      });
      return closed;
    },
    /** Counts equal requests of the last minutes. */
    async countEqual(fingerprint: string, now: number, window: number): Promise<number> {
      let count = 0;
      await store.update<Record<string, number[]>>('equal requests', (all) => {
        const since = (times: readonly number[]) => times.filter((time) => time > now - window);
        const times = [...since(all?.[fingerprint] ?? []), now];
        count = times.length;
        const others = Object.entries(all ?? {})
          .filter(([each, seen]) => each !== fingerprint && since(seen).length > 0)
          .slice(-rowsKept);
        return Object.fromEntries([...others, [fingerprint, times]]);
      });
      return count;
    },
  };
}

export const notRevoked: Revocation = { count: 0, refreshTokens: 0, at: 0 };

function together(...all: readonly Consents[]): Consents {
  const merged: Record<string, readonly string[]> = {};
  for (const [resource, scopes] of all.flatMap((each) => Object.entries(each)))
    merged[resource] = [...new Set([...(merged[resource] ?? []), ...scopes])];
  return merged;
}
