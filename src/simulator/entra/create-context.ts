/** What the simulated Entra works with: its directory as it was seeded, and as somebody has steered it since. */
import { requestIds } from '#simulator/request-ids.ts';
import { everybody } from '#simulator/seed/everybody.ts';
import { steer, steeredPeople, type Steering } from '#simulator/steering.ts';
import type { Clock, TenantHosts, TenantStore } from '#simulator/tenant-context.ts';
import type { EntraContext } from './directory.ts';
import { createKeys } from './keys.ts';
import { seededRegistrations, type Registration } from './registrations.ts';
import { knownResources } from './resources.ts';
import { createSealer } from './seal.ts';
import { createState } from './state.ts';
import type { Consents } from './state-rows.ts';

export interface EntraOptions {
  readonly hosts: TenantHosts;
  readonly store: TenantStore;
  /** Which invented mailboxes; the same seed and clock give the same answers. */
  readonly seed?: number;
  /**
   * What an administrator has agreed to for all people, scopes per resource. Unless told otherwise that is Discovery,
   * years ago; Graph is up to each person.
   */
  readonly forEverybody?: Consents;
  /** Redirect URIs registered for the application; the port of `http://localhost` does not matter. */
  readonly clientRedirects: readonly string[];
}

export function createEntraContext(
  options: EntraOptions,
  now: Clock,
  steering: () => Steering,
  reload: () => Promise<void>,
): EntraContext {
  const { hosts, store, seed = 4217 } = options;
  const seeded = seededRegistrations(options.clientRedirects);
  const seedNow = () => steering().seed ?? seed;
  return {
    nextId: requestIds(
      {
        now,
        get seed() {
          return seedNow();
        },
      },
      75,
    ),
    hosts,
    now,
    get seed() {
      return seedNow();
    },
    get people() {
      return steeredPeople(everybody, steering());
    },
    get applications() {
      return knownApplications(seeded, steering().applications);
    },
    get policies() {
      return steering().policies;
    },
    get expired() {
      return steering().expired;
    },
    async changePerson(oid, change) {
      await steer(store, (before) => ({
        people: { ...before.people, [oid]: { ...before.people[oid], ...change } },
      }));
      // The request that changed somebody goes on with who they are now.
      await reload();
    },
    resources: knownResources(hosts),
    keys: createKeys({ hosts, store, generation: () => steering().keyGeneration }),
    state: createState(store, options.forEverybody ?? discoveryForEverybody(hosts)),
    sealer: createSealer(store),
  };
}

function knownApplications(
  seeded: readonly Registration[],
  added: readonly Registration[],
): readonly Registration[] {
  const replaced = new Set(added.map(({ clientId }) => clientId));
  return [...seeded.filter(({ clientId }) => !replaced.has(clientId)), ...added];
}

function discoveryForEverybody(hosts: TenantHosts): Consents {
  return { [`${hosts.discovery}/discovery/`]: ['user_impersonation'] };
}
