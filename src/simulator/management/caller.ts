/** Who asks the Management API: a person or an application, of the tenant that the address names, with the permission. */
import { consumerTenant } from '#simulator/seed/tenants.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { ActivityRefusal, unauthorized, type ContentType } from './refusal.ts';

export interface Caller {
  readonly tenantId: string;
  /** Scopes of a person's token, roles of an application's. */
  readonly permissions: readonly string[];
  /** A person without such a role sees nothing, whatever the token says. */
  readonly maySee: boolean;
}

export async function callerOf(
  context: TenantContext,
  request: Request,
): Promise<Caller | Response> {
  const resource = context.hosts.management;
  const person = await context.checkToken(request, resource);
  if (!('refusal' in person))
    return {
      tenantId: person.person.tenantId,
      permissions: person.scopes,
      maySee: person.person.isAdministrator,
    };
  const app = await context.checkAppToken(request, resource);
  if (!('refusal' in app)) return { tenantId: app.tenantId, permissions: app.roles, maySee: true };
  return unauthorized(`${context.hosts.login}/common/oauth2/authorize`);
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws {ActivityRefusal} AF20013, AF20010, AF20012 */
export function checkTenant(caller: Caller, named: string): void {
  if (!guid.test(named))
    throw new ActivityRefusal(
      'AF20013',
      `The tenant ID passed in the URL (${named}) is not a valid GUID.`,
    );
  if (named.toLowerCase() !== caller.tenantId)
    throw new ActivityRefusal(
      'AF20010',
      `The tenant ID passed in the URL (${named}) does not match the tenant ID passed in the access token (${caller.tenantId}).`,
    );
  if (caller.tenantId === consumerTenant)
    throw new ActivityRefusal(
      'AF20012',
      `The specified tenant ID (${named}) is incorrectly configured in the system.`,
    );
}

/** @throws {ActivityRefusal} AF10001 */
export function checkPermission(caller: Caller, type?: ContentType): void {
  const wanted = ['ActivityFeed.Read', ...(type === 'DLP.All' ? ['ActivityFeed.ReadDlp'] : [])];
  if (caller.maySee && wanted.every((name) => caller.permissions.includes(name))) return;
  throw new ActivityRefusal(
    'AF10001',
    `The permission set (${caller.permissions.join(' ')}) sent in the request does not include the expected permission.`,
    401,
  );
}

const perMinute = 2000;

/** Requests of the last minute, per tenant and publisher: without an identifier all share one quota. */
export function createQuota(now: () => number): (tenantId: string, url: URL) => void {
  const counts = new Map<string, { minute: number; count: number }>();
  return (tenantId, url) => {
    const publisher =
      url.searchParams.get('PublisherIdentifier') ?? '00000000-0000-0000-0000-000000000000';
    const minute = Math.floor(now() / 60_000);
    const key = `${tenantId} ${publisher}`;
    const last = counts.get(key);
    const count = last?.minute === minute ? last.count + 1 : 1;
    counts.set(key, { minute, count });
    if (count > perMinute)
      throw new ActivityRefusal(
        'AF429',
        `Too many requests. Method=${url.pathname.split('/').at(-1)}, PublisherId=${publisher}`,
        429,
      );
  };
}
