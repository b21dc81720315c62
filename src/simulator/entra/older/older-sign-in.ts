/**
 * The authorize endpoint without `v2.0`: it is told a resource instead of scopes, and what is agreed to is what the
 * registration lists. From here on such a request is one of today's.
 */
import { listed } from '#simulator/entra/asked-consents.ts';
import { findAuthority, findClient, type EntraContext } from '#simulator/entra/directory.ts';
import { findResource, type KnownResource } from '#simulator/entra/resources.ts';

/**
 * @param parameters of the older request
 * @returns those of a request that means the same
 * @throws {EntraRefusal} for an application that the directory does not know
 */
export function asToday(
  context: EntraContext,
  segment: string,
  parameters: URLSearchParams,
): URLSearchParams {
  const client = findClient(context, parameters.get('client_id'), findAuthority(segment));
  const named = parameters.get('resource') ?? '';
  const today = new URLSearchParams(parameters);
  today.delete('resource');
  const resource = findResource(named, context.resources);
  const scopesOf = (each: KnownResource, spelling = each.identifier) =>
    listed(client, each).map((name) => `${spelling}/${name}`);
  const others = client.requires ? context.resources.filter((each) => each !== resource) : [];
  const own = resource ? scopesOf(resource, named) : [];
  const scopes =
    named !== '' && own.length === 0
      ? // What this resource is refused for is found out where today's requests are.
        [`${named}/.default`]
      : [...own, ...others.flatMap((each) => scopesOf(each))];
  // Without any resource, a registration that lists nothing of its own signs somebody in, and no more.
  today.set('scope', ['openid', 'profile', 'offline_access', ...scopes].join(' '));
  if (parameters.get('prompt') === 'admin_consent') {
    today.set('prompt', 'consent');
    // No parameter that a client sends has a blank in its name.
    today.set('admin consent', '1');
  }
  return today;
}
