/** What the simulated Entra is asked about: its tenants, its people and its applications. */
import { cloudOf, consumerTenant, tenants } from '#simulator/seed/tenants.ts';
import type { Policies, PersonChange, Steering } from '#simulator/steering.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { EntraRefusal, isGuid } from './errors.ts';
import type { TenantKeys } from './keys.ts';
import type { Registration } from './registrations.ts';
import type { KnownResource } from './resources.ts';
import type { Sealer } from './seal.ts';
import type { TenantState } from './state.ts';

export interface EntraContext extends Omit<
  TenantContext,
  'store' | 'checkToken' | 'checkAppToken' | 'directory'
> {
  /** Names of requests, for whoever looks after them. */
  readonly nextId: () => string;
  /** Everybody, of all tenants. */
  readonly people: readonly Person[];
  readonly applications: readonly Registration[];
  readonly policies: Policies;
  readonly expired: Steering['expired'];
  readonly changePerson: (oid: string, change: PersonChange) => Promise<void>;
  readonly resources: readonly KnownResource[];
  readonly state: TenantState;
  readonly sealer: Sealer;
  readonly keys: TenantKeys;
}

/** What the tenant segment of a path means. */
export interface Authority {
  /** As it stands in the path. */
  readonly segment: string;
  /** `undefined` where accounts of any tenant may come. */
  readonly tenantId: string | undefined;
  readonly admits: (person: Person) => boolean;
}

const hereCloud = 'microsoftonline.com';

/**
 * @throws {EntraRefusal} 900023 for a name that no tenant can have, 90002 when no such tenant exists, 90038 when it lives in
 *   another cloud
 * @param notFound the OAuth error of 90002: metadata and keys say another than everybody else
 */
export function findAuthority(segment: string, notFound = 'invalid_request'): Authority {
  const name = segment.toLowerCase();
  // A guest is one only where the path names the tenant; elsewhere the account is at home.
  if (name === 'common') return { segment, tenantId: undefined, admits: (person) => !person.home };
  if (name === 'organizations') {
    const admits = (person: Person) => !person.home && !person.isPersonal;
    return { segment, tenantId: undefined, admits };
  }
  const tenantId =
    name === 'consumers'
      ? consumerTenant
      : tenants.find((tenant) => tenant.tenantId === name || tenant.domains.includes(name))
          ?.tenantId;
  const cloud = cloudOf(name);
  if (cloud)
    throw new EntraRefusal(
      90038,
      `The specified tenant '${segment}' belongs to the National Cloud '${cloud}'. Current cloud instance '${hereCloud}' does not federate with it.`,
    );
  if (!tenantId && !isGuid(name) && !name.includes('.'))
    throw new EntraRefusal(
      900023,
      `Specified tenant identifier '${segment}' is neither a valid DNS name, nor a valid external domain.`,
    );
  if (!tenantId)
    throw new EntraRefusal(
      90002,
      `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
      { error: notFound },
    );
  return { segment, tenantId, admits: (person) => person.tenantId === tenantId };
}

/** @throws {EntraRefusal} 900144, 700016 or 7000112 */
export function findClient(
  context: EntraContext,
  clientId: string | null,
  authority: Authority,
): Registration {
  if (!clientId) throw missing('client_id');
  const client = context.applications.find((each) => each.clientId === clientId.toLowerCase());
  const isForeign =
    client?.audience === 'AzureADMyOrg' &&
    authority.tenantId !== undefined &&
    authority.tenantId !== client.tenantId &&
    authority.tenantId !== consumerTenant;
  if (!client || isForeign)
    throw new EntraRefusal(
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${authority.segment}'. You may have sent your authentication request to the wrong tenant.`,
    );
  if (client.disabled)
    throw new EntraRefusal(
      7000112,
      `Application '${client.clientId}'(${client.displayName}) is disabled.`,
    );
  return client;
}

/** @throws {EntraRefusal} 50194, 9002331 or 9002332: the path stands for more, or for others, than the application is for */
export function checkAudience(client: Registration, { segment, tenantId }: Authority): void {
  const named = `Application '${client.clientId}'(${client.displayName})`;
  if (client.audience === 'PersonalMicrosoftAccount' && tenantId !== consumerTenant)
    throw new EntraRefusal(
      9002331,
      `${named} is configured for use by Microsoft Account users only. Please use the /consumers endpoint to serve this request.`,
    );
  if (client.audience.startsWith('AzureADM') && tenantId === consumerTenant)
    throw new EntraRefusal(
      9002332,
      `${named} is configured for use by Azure Active Directory users only. Please do not use the /consumers endpoint to serve this request.`,
    );
  if (client.audience === 'AzureADMyOrg' && tenantId === undefined)
    throw new EntraRefusal(
      50194,
      `${named} is not configured as a multi-tenant application. Usage of the /${segment} endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
    );
}

export function mayUse(client: Registration, person: Person): boolean {
  if (client.audience === 'AzureADMyOrg') return person.tenantId === client.tenantId;
  if (client.audience === 'PersonalMicrosoftAccount') return person.isPersonal === true;
  return client.audience !== 'AzureADMultipleOrgs' || !person.isPersonal;
}

/** The object that an account has at this authority: a guest's own one where the path names the tenant. */
export function personOf(
  context: EntraContext,
  authority: Authority,
  account: string,
): Person | undefined {
  return context.people.find((person) => accountOf(person) === account && authority.admits(person));
}

/** Object id at home. */
export function accountOf(person: Person): string {
  return person.home?.oid ?? person.oid;
}

/** What a person types: a guest's name is the one at home. */
export function signInName(person: Person): string {
  return person.home?.signInName ?? person.userPrincipalName;
}

export function missing(parameter: string): EntraRefusal {
  return new EntraRefusal(
    900144,
    `The request body must contain the following parameter: '${parameter}'.`,
  );
}

/**
 * A client of the older endpoints, which went by resources, is told so at today's.
 * @throws {EntraRefusal} 901002
 */
export function checkNoResource(parameters: URLSearchParams): void {
  if (parameters.has('resource'))
    throw new EntraRefusal(901002, "The 'resource' request parameter is not supported.");
}
