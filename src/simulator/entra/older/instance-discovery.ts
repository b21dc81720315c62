/** Which host names are one cloud, as libraries ask before they trust a foreign authority. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';

/** @throws {EntraRefusal} 50049 when `authorizationEndpoint` is nobody's here */
export function instanceDiscovery(
  { hosts }: EntraContext,
  authorizationEndpoint: string | undefined,
): object {
  const { host } = new URL(hosts.login);
  const aliases = [host, 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'];
  const asked = authorizationEndpoint ?? hosts.login;
  if (!URL.canParse(asked) || !aliases.includes(new URL(asked).host))
    throw new EntraRefusal(50049, 'Unknown or invalid instance.');
  return {
    tenant_discovery_endpoint: `${hosts.login}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: host,
        preferred_cache: host === 'login.microsoftonline.com' ? 'login.windows.net' : host,
        aliases,
      },
    ],
  };
}
