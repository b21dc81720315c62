/** What is asked for against what a registration lists and what has been consented to, resource by resource. */
import { tenantNamed } from '#simulator/seed/tenants.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { EntraRefusal } from './errors.ts';
import type { Registration } from './registrations.ts';
import { isKnownIn, type KnownResource } from './resources.ts';
import { identityScopes, isIdentityScope, type AskedScope } from './scopes.ts';
import { scopeCalled } from './seldom-scopes.ts';
import type { Consents } from './state-rows.ts';

/**
 * What the registration and the person's tenant say to the resources that are asked for.
 * @throws {EntraRefusal} 500011 where another's is asked for; 650052 where the tenant does without it; for `.default`,
 *   which means what is registered, 650056, 650057 or 65005 when that is nothing, nothing of this resource, or what the
 *   resource does not have
 */
export async function checkResources(
  client: Registration,
  asked: readonly AskedScope[],
  { tenantId }: Pick<Person, 'tenantId'>,
): Promise<void> {
  for (const { resource, name, prefix } of asked) {
    if (!isKnownIn(resource, tenantId))
      throw new EntraRefusal(
        500011,
        `The resource principal named ${prefix} was not found in the tenant named ${tenantNamed(tenantId)}.`,
      );
    if (resource.notIn?.includes(tenantId))
      throw new EntraRefusal(
        650052,
        `The app needs access to a service ("${resource.identifier}") that your organization "${tenantNamed(tenantId)}" has not subscribed to or enabled. Contact your IT Admin to review the configuration of your service subscriptions.`,
      );
    if (name !== '.default' || !client.requires) continue;
    const titles = Object.keys(client.requires);
    if (titles.length === 0)
      throw new EntraRefusal(
        650056,
        `Misconfigured application. The client has not listed any permissions for '${resource.title}' in the requested permissions in the client's application registration. Client app ID: ${client.clientId}.`,
      );
    const names = client.requires[resource.title];
    if (!names)
      throw new EntraRefusal(
        650057,
        `Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: ${client.clientId}(${client.displayName}). Resource value from request: ${prefix}. List of valid resources from app registration: ${titles.join(', ')}.`,
      );
    for (const each of names)
      if ((await scopeCalled(resource, each)) === undefined)
        throw new EntraRefusal(
          65005,
          `Misconfigured application. The app's required resource access list names '${each}', which '${resource.title}' does not have.`,
        );
  }
}

/** What the registration lists for a resource. */
export function listed(client: Registration, resource: KnownResource): readonly string[] {
  return client.requires ? (client.requires[resource.title] ?? []) : resource.registered;
}

/**
 * Whoever agreed to `User.Read`, or whose administrator did, is not asked for `openid` and its like any more
 * (MicrosoftDocs/azure-docs#101648); they count as agreed to.
 */
export function withImplied(consents: Consents, asked: readonly AskedScope[]): Consents {
  const [first, ...others] = asked.filter(isIdentityScope);
  const given = consents[first?.resource.identifier ?? ''];
  if (!first || !given?.includes('User.Read')) return consents;
  const names = [...given, first.name, ...others.map(({ name }) => name)];
  return { ...consents, [first.resource.identifier]: [...new Set(names)] };
}

/** Which of these scopes are not consented to yet, per resource; `.default` stands for the registered ones. */
export function unconsented(
  client: Registration,
  asked: readonly AskedScope[],
  consents: Consents,
): AskedScope[] {
  return asked
    .flatMap((scope) => {
      if (scope.name !== '.default') return [scope];
      const already = namedConsents(consents, scope.resource);
      const wanted = already.length > 0 ? [] : listed(client, scope.resource);
      return wanted.map((name) => ({ ...scope, name }));
    })
    .filter(({ resource, name }) => !consents[resource.identifier]?.includes(name));
}

/** What agreeing to these means, by resource. */
export function asConsents(client: Registration, scopes: readonly AskedScope[]): Consents {
  const consents: Record<string, string[]> = {};
  for (const { resource, name } of scopes) {
    const names = name === '.default' ? listed(client, resource) : [name];
    (consents[resource.identifier] ??= []).push(...names);
  }
  return consents;
}

/** What was consented for a resource, apart from the scopes of OpenID Connect. */
export function namedConsents(consents: Consents, resource: KnownResource): readonly string[] {
  return (consents[resource.identifier] ?? []).filter((name) => !identityScopes.includes(name));
}
