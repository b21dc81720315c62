/**
 * What somebody has told the tenant to be: its policies, its clock, its people's troubles, its network. One value in the
 * tenant's memory, so that the page, the worker and a server's control calls steer the same tenant.
 */
import type { Registration } from '#simulator/entra/registrations.ts';
import { company } from '#simulator/seed/company.ts';
import type { Difficulty, Person, TenantStore } from './tenant-context.ts';

/** What ordinary people may consent to by themselves; the names of Microsoft's built-in policies, shortened. */
export type UserConsent = 'legacy' | 'recommended' | 'low' | 'none';

/** One Conditional Access policy. */
export interface AccessRule {
  /** `everything`, the name of a scope (`Mail.Read`), or the identifier of a resource. */
  readonly when: string;
  readonly require:
    | 'mfa'
    | 'mfa-registration'
    | 'compliant-device'
    | 'joined-device'
    | 'approved-app'
    | 'terms-of-use'
    | 'block'
    | 'tenant-security'
    | 'security-defaults'
    | 'recent-sign-in';
  /** How old a sign-in (`recent-sign-in`) or a second factor (`mfa`) may be, in seconds. */
  readonly within?: number;
}

/** An address of an API that wants an authentication context in the token (`acrs`). */
export interface StepUp {
  /** Part of the URL without query. */
  readonly url: string;
  /** `c1` to `c99` */
  readonly context: string;
}

export interface Policies {
  readonly userConsent: UserConsent;
  /** People may ask an administrator on the page (`adminConsentRequestPolicy`). */
  readonly adminConsentRequests: boolean;
  readonly conditionalAccess: readonly AccessRule[];
  readonly stepUp: readonly StepUp[];
  /** Continuous access evaluation: long tokens and claims challenges for clients that announce `cp1`. */
  readonly continuousAccess: boolean;
  /** Seconds; 0 for Entra's own choice. */
  readonly accessTokenLifetime: number;
  /** Seconds, of a single-page application's refresh tokens. */
  readonly refreshTokenLifetime: number;
  /** Announces what Entra does not announce today: PKCE and the `iss` of RFC 9207. */
  readonly strictMetadata: boolean;
}

/** What shall happen to the next requests that fit. */
export interface Fault {
  /** Part of the URL without query: `login.microsoftonline.com`, `/me/messages`. */
  readonly url: string;
  readonly method?: string;
  /** How many requests; 1 when not said. */
  readonly times?: number;
  /** Answer with this instead of asking the tenant. */
  readonly status?: number;
  /** An AADSTS number: Entra refuses with it, in its own form. */
  readonly aadsts?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds to wait before anything else. */
  readonly delay?: number;
  /** Break the connection without an answer. */
  readonly drop?: boolean;
}

/** Milliseconds, on every request. */
export interface Network {
  readonly latency: number;
  readonly jitter: number;
  readonly offline: boolean;
}

export interface PersonChange {
  readonly difficulty?: Difficulty | 'none';
  readonly licensed?: boolean;
}

export interface Steering {
  /** Milliseconds that the tenant's clock is ahead. */
  readonly ahead: number;
  readonly policies: Policies;
  readonly network: Network;
  readonly faults: readonly Fault[];
  /** By object id. */
  readonly people: Readonly<Record<string, PersonChange>>;
  /** Added, or put in the place of a seeded one with that client id. */
  readonly applications: readonly Registration[];
  /** Counts how often the signing keys were rolled: who holds old ones must read them again. */
  readonly keyGeneration: number;
  /** Tokens issued until then count as past their end; milliseconds since 1970. */
  readonly expired: { readonly accessTokens: number; readonly refreshTokens: number };
  readonly seed?: number;
  /** Messages in each inbox that holds any. */
  readonly mailboxSize?: number;
}

export const defaultPolicies: Policies = {
  userConsent: 'legacy',
  adminConsentRequests: false,
  conditionalAccess: [],
  stepUp: [],
  continuousAccess: true,
  accessTokenLifetime: 0,
  refreshTokenLifetime: 24 * 60 * 60,
  strictMetadata: false,
};

export const defaultSteering: Steering = {
  ahead: 0,
  policies: defaultPolicies,
  network: { latency: 0, jitter: 0, offline: false },
  faults: [],
  people: {},
  applications: [],
  keyGeneration: 0,
  expired: { accessTokens: 0, refreshTokens: 0 },
};

const key = 'steering';

export async function readSteering(store: TenantStore): Promise<Steering> {
  return (await store.read<Steering>(key)) ?? defaultSteering;
}

export async function steer(
  store: TenantStore,
  change: (before: Steering) => Partial<Steering>,
): Promise<void> {
  await store.update<Steering>(key, (kept) => {
    const before = kept ?? defaultSteering;
    return { ...before, ...change(before) };
  });
}

/** The people as they are now, after what was changed about them. */
export function steeredPeople(people: readonly Person[], steering: Steering): readonly Person[] {
  return people.map((person) => {
    const change = steering.people[person.oid];
    if (!change && steering.mailboxSize === undefined) return person;
    const { difficulty: _, ...rest } = person;
    const difficulty = change?.difficulty ?? person.difficulty ?? 'none';
    return {
      ...rest,
      ...(difficulty === 'none' ? {} : { difficulty }),
      servicePlans: plansOf(person, change?.licensed),
      mailboxSize:
        person.mailboxSize > 0 ? (steering.mailboxSize ?? person.mailboxSize) : person.mailboxSize,
    };
  });
}

const fullLicence = [
  'EXCHANGE_S_ENTERPRISE',
  'SHAREPOINTENTERPRISE',
  'TEAMS1',
  'PROJECTWORKMANAGEMENT',
];

function plansOf(person: Person, licensed: boolean | undefined): readonly string[] {
  if (licensed === undefined) return person.servicePlans;
  if (!licensed) return [];
  return person.servicePlans.length > 0 || person.tenantId !== company.tenantId
    ? person.servicePlans
    : fullLicence;
}
