/** For tests: Graph and Discovery of a tenant whose tokens are what the test says they are. */
import { people } from '#simulator/seed/people.ts';
import { discoveryRoutes } from '#simulator/legacy/discovery.ts';
import { createMemoryStore } from '#simulator/memory-store.ts';
import type {
  AppTokenFacts,
  Person,
  TenantContext,
  TenantStore,
  TokenFacts,
} from '#simulator/tenant-context.ts';
import { graphRoutes } from './graph-routes.ts';
import { checkShape } from './graph-shape.ts';

export const graphHost = 'https://graph.microsoft.com';
export const discoveryHost = 'https://api.office.com';

type Refusal = 'missing' | 'expired' | 'invalid';

export interface Setting {
  readonly person?: Person;
  readonly scopes?: readonly string[];
  readonly refusal?: Refusal;
  readonly seed?: number;
  readonly now?: number | (() => number);
  readonly store?: TenantStore;
  /** Of a token without a person. */
  readonly roles?: readonly string[];
}

export const everyScope = [
  'User.Read',
  'Mail.Read',
  'Contacts.Read',
  'People.Read',
  'Calendars.Read',
  'Files.Read',
  'Sites.Read.All',
  'Notes.Read',
  'Team.ReadBasic.All',
  'Tasks.Read',
  'ServiceHealth.Read.All',
];

/** Found by what the test is about, so that a new colleague in the directory breaks no test. */
export function personWho(fits: (person: Person) => boolean): Person {
  const found = people.find(fits);
  if (!found) throw new Error('The directory has nobody like that.');
  return found;
}

export const adele = personWho(({ givenName }) => givenName === 'Adele');
export const withoutMailbox = personWho(
  ({ servicePlans }) => servicePlans.length > 0 && !servicePlans.includes('EXCHANGE_S_ENTERPRISE'),
);
export const administrator = personWho(({ isAdministrator }) => isAdministrator);

export function testContext(setting: Setting = {}): TenantContext {
  const { person = adele, scopes = everyScope, refusal, seed = 7 } = setting;
  const now = setting.now ?? Date.UTC(2026, 10, 20, 14, 30);
  return {
    hosts: {
      login: 'https://login.microsoftonline.com',
      signInPages: 'https://login.microsoftonline.com',
      graph: graphHost,
      discovery: discoveryHost,
      exchange: 'https://outlook.office365.com',
      management: 'https://manage.office.com',
      sharePointSuffix: 'sharepoint.com',
      ownApi: 'https://api.northlight.example',
    },
    now: typeof now === 'number' ? () => now : now,
    seed,
    people,
    store: setting.store ?? createMemoryStore(),
    checkToken: async (_request, resource): Promise<TokenFacts | { refusal: Refusal }> =>
      refusal || setting.roles ? { refusal: refusal ?? 'invalid' } : { person, scopes, resource },
    checkAppToken: async (_request, resource): Promise<AppTokenFacts | { refusal: Refusal }> =>
      setting.roles
        ? { appId: 'app', tenantId: person.tenantId, roles: setting.roles, resource }
        : { refusal: refusal ?? 'invalid' },
  };
}

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Takes a path below `/v1.0`, or a whole URL as a next link is. */
export function graphAs(setting: Setting = {}): Ask {
  const app = graphRoutes(testContext(setting));
  return async (path, init) => {
    const url = path.startsWith('https:') ? path : `${graphHost}/v1.0${path}`;
    const request = new Request(url, init);
    const response = await app.fetch(request);
    await checkShape(request, response, init?.body);
    return response;
  };
}

export function discoveryAs(setting: Setting = {}): Ask {
  const app = discoveryRoutes(testContext(setting));
  return async (path, init) => app.fetch(new Request(`${discoveryHost}/discovery${path}`, init));
}

export async function json<T>(response: Response | Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}
