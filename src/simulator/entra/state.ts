/** What the simulated directory remembers, by name: browser sessions, consents, and which codes were used. */
import type { TenantStore } from '#simulator/tenant-context.ts';

/** One person signed in at one browser. */
export interface SessionAccount {
  readonly oid: string;
  /** The `sid` claim: names this sign-in, not the browser. */
  readonly sid: string;
  /** Milliseconds since 1970. */
  readonly signedInAt: number;
}

/** Consented scope names per resource. */
export type Consents = Readonly<Record<string, readonly string[]>>;

interface Who {
  readonly oid: string;
  readonly tenantId: string;
}

export interface TenantState {
  accounts(session: string): Promise<readonly SessionAccount[]>;
  setAccounts(session: string, accounts: readonly SessionAccount[]): Promise<void>;
  consents(client: string, person: Who): Promise<Consents>;
  addConsents(client: string, oid: string, added: Consents): Promise<void>;
  addConsentsForEverybody(client: string, tenantId: string, added: Consents): Promise<void>;
  /** @returns false when that code was used before */
  useCode(id: string, expiresAt: number, now: number): Promise<boolean>;
  revocation(oid: string): Promise<Revocation>;
  /** What was issued to the person until now is no longer taken. */
  revoke(oid: string, now: number, options: { readonly refreshTokens: boolean }): Promise<void>;
}

/** Counted, not timed: a token issued in the same millisecond as a revocation is on one side of it. */
export interface Revocation {
  readonly count: number;
  /** `count` of the last one that reached the refresh tokens too. */
  readonly refreshTokens: number;
  /** Of the last one; milliseconds since 1970. */
  readonly at: number;
}

/** @param everybody consents that an administrator has given for all people (`AllPrincipals`) */
export function createState(store: TenantStore, everybody: Consents): TenantState {
  const exclusively = createQueue();
  const revocation = async (oid: string): Promise<Revocation> =>
    (await store.read<Revocation>(`revocation ${oid}`)) ?? { count: 0, refreshTokens: 0, at: 0 };
  const add = (key: string, added: Consents) =>
    exclusively(async () =>
      store.write(key, together((await store.read<Consents>(key)) ?? {}, added)),
    );
  return {
    accounts: async (session) => (await store.read<SessionAccount[]>(`session ${session}`)) ?? [],
    setAccounts: (session, accounts) =>
      store.write(`session ${session}`, accounts.length > 0 ? accounts : undefined),
    consents: async (client, { oid, tenantId }) =>
      together(
        everybody,
        (await store.read<Consents>(`consents ${client} everybody ${tenantId}`)) ?? {},
        (await store.read<Consents>(`consents ${client} ${oid}`)) ?? {},
      ),
    addConsents: (client, oid, added) => add(`consents ${client} ${oid}`, added),
    addConsentsForEverybody: (client, tenantId, added) =>
      add(`consents ${client} everybody ${tenantId}`, added),
    useCode: (id, expiresAt, now) =>
      exclusively(async () => {
        const used = (await store.read<Record<string, number>>('used codes')) ?? {};
        if (id in used) return false;
        // An expired code is refused for its age, so it need not be remembered.
        const live = Object.entries(used).filter(([, end]) => end > now);
        await store.write('used codes', Object.fromEntries([...live, [id, expiresAt]]));
        return true;
      }),
    revocation,
    revoke: (oid, now, { refreshTokens }) =>
      exclusively(async () => {
        const before = await revocation(oid);
        const count = before.count + 1;
        const made: Revocation = {
          count,
          refreshTokens: refreshTokens ? count : before.refreshTokens,
          at: now,
        };
        await store.write(`revocation ${oid}`, made);
      }),
  };
}

function together(...all: readonly Consents[]): Consents {
  const merged: Record<string, readonly string[]> = {};
  for (const [resource, scopes] of all.flatMap((each) => Object.entries(each)))
    merged[resource] = [...new Set([...(merged[resource] ?? []), ...scopes])];
  return merged;
}

/** Two requests at once must not both find a code unused: read-then-write runs one at a time. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
