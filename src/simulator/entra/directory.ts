/** What the simulated Entra is asked about: its tenants, its people, the registered application and their consents. */
import { EntraRefusal } from './errors.ts';
import type { TenantKeys } from './keys.ts';
import { identityScopes, type AskedScope, type KnownResource } from './scopes.ts';
import type { Sealer } from './seal.ts';
import type { Consents, TenantState } from './state.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';

export interface ClientRegistration {
  readonly clientId: string;
  readonly displayName: string;
  /** All of the type *single-page application*. */
  readonly redirectUris: readonly string[];
}

export interface EntraContext extends Omit<
  TenantContext,
  'store' | 'checkToken' | 'checkAppToken' | 'directory'
> {
  readonly client: ClientRegistration;
  readonly resources: readonly KnownResource[];
  readonly state: TenantState;
  readonly sealer: Sealer;
  readonly keys: TenantKeys;
}

/** The tenant that every personal account belongs to. */
export const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** What the tenant segment of a path means. */
export interface Authority {
  /** As it stands in the path. */
  readonly segment: string;
  /** `undefined` where accounts of any tenant may come. */
  readonly tenantId: string | undefined;
  readonly admits: (person: Person) => boolean;
}

/** @throws {EntraRefusal} 90002 when no such tenant exists */
export function findAuthority(segment: string, people: readonly Person[]): Authority {
  const name = segment.toLowerCase();
  if (name === 'common') return { segment, tenantId: undefined, admits: () => true };
  if (name === 'organizations')
    return { segment, tenantId: undefined, admits: (person) => person.tenantId !== consumerTenant };
  const tenantId =
    name === 'consumers' || name === consumerTenant
      ? consumerTenant
      : people.find((person) => person.tenantId === name || domainOf(person) === name)?.tenantId;
  if (!tenantId)
    throw new EntraRefusal(
      90002,
      `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    );
  return { segment, tenantId, admits: (person) => person.tenantId === tenantId };
}

function domainOf(person: Person): string {
  return person.userPrincipalName.slice(person.userPrincipalName.indexOf('@') + 1).toLowerCase();
}

/** @throws {EntraRefusal} 900144 or 700016 */
export function checkClient(context: EntraContext, clientId: string | null, where: string): void {
  if (!clientId) throw missing('client_id');
  if (clientId.toLowerCase() !== context.client.clientId)
    throw new EntraRefusal(
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${where}'. You may have sent your authentication request to the wrong tenant.`,
    );
}

export function missing(parameter: string): EntraRefusal {
  return new EntraRefusal(
    900144,
    `The request body must contain the following parameter: '${parameter}'.`,
  );
}

/** Exact, but for the port of `http://localhost`, which Entra ignores so that any development server may be used. */
export function isRegistered(context: EntraContext, uri: string): boolean {
  return context.client.redirectUris.some((known) => withoutPort(known) === withoutPort(uri));
}

function withoutPort(uri: string): string {
  return uri.replace(/^(http:\/\/localhost)(:\d+)?(?=\/|$)/, '$1');
}

/** Which of these scopes the person has not consented to yet, per resource; `.default` stands for the registered ones. */
export function unconsented(asked: readonly AskedScope[], consents: Consents): AskedScope[] {
  return asked
    .flatMap((scope) => {
      if (scope.name !== '.default') return [scope];
      const already = namedConsents(consents, scope.resource);
      const wanted = already.length > 0 ? [] : scope.resource.registered;
      return wanted.map((name) => ({ ...scope, name }));
    })
    .filter(({ resource, name }) => !consents[resource.identifier]?.includes(name));
}

/** What was consented for a resource, apart from the scopes of OpenID Connect. */
export function namedConsents(consents: Consents, resource: KnownResource): readonly string[] {
  return (consents[resource.identifier] ?? []).filter((name) => !identityScopes.includes(name));
}
