/** What a portal and an administrator would do, told to the simulated tenant; and the feed, read as the application. */
import { vault } from '#auth/vault.ts';
import type { Resource } from '#config/clouds.ts';

export type AskTenant = (request: Request) => Promise<Response>;

export interface Application {
  readonly clientId: string;
  readonly displayName: string;
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  readonly certificates: readonly { readonly x5t: string }[];
}

const control = 'https://control.simulated.invalid/control/';

async function tell<T>(ask: AskTenant, what: string, body: object): Promise<T> {
  const answer = await ask(
    new Request(control + what, { method: 'POST', body: JSON.stringify(body) }),
  );
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

export const register = (ask: AskTenant): Promise<Application> =>
  tell(ask, 'applications', { displayName: 'Night watch', audience: 'AzureADMyOrg' });

/** Her Accept, as the directory keeps it. */
export const agree = (
  ask: AskTenant,
  clientId: string,
  title: string,
  roles: readonly string[] = ['ActivityFeed.Read'],
): Promise<Application> => tell(ask, 'applications', { clientId, roles: { [title]: roles } });

export async function certify(
  ask: AskTenant,
  clientId: string,
  certificate: string,
): Promise<Application | undefined> {
  await tell(ask, 'certificates', { clientId, certificate });
  return findApplication(ask, clientId);
}

export async function findApplication(
  ask: AskTenant,
  clientId: string,
): Promise<Application | undefined> {
  const answer = await ask(new Request(`${control}applications`));
  const all = (await answer.json()) as readonly Application[];
  return all.find((each) => each.clientId === clientId.toLowerCase());
}

export interface ToldToken {
  readonly status: number;
  /** Without the token itself. */
  readonly answer: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>> | undefined;
}

export async function askForToken(
  tenant: string,
  clientId: string,
  assertion: string,
  resource: Resource,
): Promise<ToldToken> {
  const { status, body } = await vault().sendApart({
    kind: 'prove',
    ...{ tenant, clientId, assertion, resource },
  });
  const { claims, ...answer } = read(body) as Record<string, unknown>;
  return { status, answer, claims: claims as ToldToken['claims'] };
}

export interface FeedAnswer {
  readonly status: number;
  readonly url: string;
  readonly body: unknown;
  /** Where a list goes on (the header NextPageUri). */
  readonly next: string | undefined;
}

/** @param address of a blob, or what stands behind `feed/` */
export async function askFeed(
  resource: Resource,
  tenant: string,
  address: string,
  method: 'GET' | 'POST' = 'GET',
): Promise<FeedAnswer> {
  const url = feedUrl(resource, tenant, address);
  const request = { resource, scopes: [], method, url } as const;
  const { status, headers, body } = await vault().sendApart({ kind: 'as-application', request });
  return { status, url, body: read(body), next: headers['nextpageuri'] };
}

export function feedUrl({ origin }: Resource, tenant: string, address: string): string {
  return address.startsWith('https://')
    ? address
    : `${origin}/api/v1.0/${tenant}/activity/feed/${address}`;
}

function read(body: ArrayBuffer): unknown {
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
