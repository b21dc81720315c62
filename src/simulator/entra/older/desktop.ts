/** What the libraries of desktop applications ask of Entra besides tokens. */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { cloudNames } from '#simulator/entra/metadata.ts';

/** Whether passwords of that domain are Entra's to check, asked before one is sent; nobody here is federated. */
export function userRealm({ hosts, people }: EntraContext, name: string): Response {
  const domain = domainOf(name);
  const isKnown = people.some((person) => domainOf(person.userPrincipalName) === domain);
  return Response.json({
    ver: '1.0',
    account_type: isKnown ? 'Managed' : 'Unknown',
    ...(isKnown ? { domain_name: domain } : {}),
    cloud_instance_name: cloudNames(hosts).cloud_instance_name,
    cloud_audience_urn: 'urn:federation:MicrosoftOnline',
  });
}

function domainOf(name: string): string {
  return name.slice(name.lastIndexOf('@') + 1).toLowerCase();
}

/** Where an embedded browser is sent that has no address of its own: it reads the answer from the address and closes. */
export function emptyPage(): Response {
  return new Response('<!doctype html><html lang="en"><title>Signed in</title></html>', {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store, no-cache' },
  });
}
