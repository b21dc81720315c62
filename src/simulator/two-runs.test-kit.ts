/** For tests: a day with a whole tenant, of which every answer that comes from the seed is kept, to be held against another. */
import { createMemoryStore } from './memory-store.ts';
import { createTenant, type Tenant } from './tenant.ts';
import { hosts, redeem, signIn, TestBrowser } from './browser.test-kit.ts';

const scope =
  'openid profile offline_access User.Read Mail.ReadWrite Files.ReadWrite Calendars.ReadWrite Contacts.ReadWrite';

type Step = readonly [method: string, url: string, body?: unknown];

const graph = `${hosts.graph}/v1.0`;

const steps: readonly Step[] = [
  ['GET', `${graph}/me`],
  ['GET', `${graph}/me/messages?$top=20`],
  ['POST', `${graph}/me/messages`, { subject: 'A draft' }],
  ['POST', `${graph}/me/drive/root:/new.bin:/createUploadSession`, {}],
  ['POST', `${graph}/me/drive/root:/other.bin:/createUploadSession`, {}],
  ['POST', `${graph}/me/events`, event('Twice the same')],
  ['GET', `${graph}/me/calendarView?startDateTime=2026-11-01&endDateTime=2026-12-01&$top=50`],
  ['POST', `${graph}/me/contacts`, { givenName: 'Nobody' }],
  ['GET', `${graph}/me/drive/root/delta`],
  ['GET', `${graph}/me/messages/nothing`],
  ['GET', `${graph}/users/$count`],
  ['GET', `${graph}/$metadata`],
  ['GET', `${hosts.discovery}/discovery/v1.0/me/allservices`],
  ['GET', `${hosts.discovery}/discovery/v2.0/me/services`],
  ['GET', `${hosts.exchange}/api/v1.0/me/messages`],
  ['GET', 'https://northlight-my.sharepoint.com/_api/v1.0/me/files'],
  ['GET', `${hosts.ownApi}/account/me`],
  ['GET', `${hosts.management}/api/v1.0/nowhere/activity/feed/subscriptions/list`],
  ['GET', `${hosts.login}/common/v2.0/.well-known/openid-configuration`],
  ['GET', `${hosts.login}/nowhere.example/v2.0/.well-known/openid-configuration`],
  ['POST', `${hosts.login}/common/oauth2/v2.0/token`, new URLSearchParams({ grant_type: 'magic' })],
];

function event(subject: string) {
  const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
  return { subject, start: at('2026-11-24T09:00:00'), end: at('2026-11-24T10:00:00') };
}

/** @returns one text for each step: status, headers and body */
export async function oneRun(seed: number, now: number): Promise<readonly string[]> {
  const tenant = createTenant({
    hosts,
    seed,
    now: () => now,
    store: createMemoryStore(),
    clientRedirects: ['http://localhost/auth/callback/global'],
    forEverybody: { [hosts.graph]: scope.split(' ') },
  });
  const { answer } = await signIn(new TestBrowser(tenant), { scope });
  const { body } = await redeem(tenant, answer.get('code'));
  const kept: string[] = [];
  for (const step of steps) kept.push(await taken(tenant, step, String(body['access_token'])));
  return kept;
}

async function taken(tenant: Tenant, [method, url, body]: Step, token: string): Promise<string> {
  const isForm = body instanceof URLSearchParams;
  const isJson = body !== undefined && !isForm;
  const response = await tenant.fetch(
    new Request(url, {
      method,
      headers: {
        // A token is for one resource; the others refuse it, which has to be the same twice, too.
        authorization: `Bearer ${token}`,
        ...(isJson ? { 'content-type': 'application/json' } : {}),
      },
      ...(isForm ? { body } : isJson ? { body: JSON.stringify(body) } : {}),
    }),
  );
  const text = await response.text();
  return `${method} ${url} ${response.status} ${JSON.stringify([...response.headers])} ${text}`;
}
