/** How a `scope` parameter is read: to whose permissions its parts belong, and how the directory spells them. */
import { company } from '#simulator/seed/company.ts';
import { EntraRefusal } from './errors.ts';
import { findResource, graphAppId, type KnownResource } from './resources.ts';
import { scopeCalled } from './seldom-scopes.ts';

/** Scopes of OpenID Connect: they may accompany any resource, and live with Graph's. */
export const identityScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

/** One scope as asked for. */
export interface AskedScope {
  readonly resource: KnownResource;
  /** The resource as the caller spelled it; empty for a short name. It becomes the token's audience. */
  readonly prefix: string;
  /** In the directory's own spelling; `.default` stands for whatever is consented. */
  readonly name: string;
}

export const isIdentityScope = (scope: AskedScope): boolean => identityScopes.includes(scope.name);

/**
 * Reads a `scope` parameter.
 * @throws {EntraRefusal} 70011 malformed or mixed with `.default`, 500011 unknown resource, 650053 unknown scope
 */
export async function readScopes(text: string, directory: Directory): Promise<AskedScope[]> {
  const parts = text.split(' ').filter((part) => part !== '');
  const asked: AskedScope[] = [];
  for (const part of parts) asked.push(await readScope(part, directory));
  const named = asked.filter((scope) => !isIdentityScope(scope));
  if (named.length > 1 && named.some((scope) => scope.name === '.default'))
    throw new EntraRefusal(
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${text} is not valid. .default scope can't be combined with resource-specific scopes.`,
    );
  return asked;
}

interface Directory {
  readonly resources: readonly KnownResource[];
  readonly client: { readonly displayName: string };
}

/** Whether every part has the form of a scope, whatever it names (RFC 6749 section 3.3). */
export function isReadable(text: string): boolean {
  return text.split(' ').every((part) => /^[\x21\x23-\x5B\x5D-\x7E]*$/.test(part));
}

async function readScope(part: string, { resources, client }: Directory): Promise<AskedScope> {
  if (!isReadable(part))
    throw new EntraRefusal(
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${part} is not valid.`,
    );
  // The last slash divides: an identifier that ends in one gives `…//.default`.
  const slash = part.lastIndexOf('/');
  const prefix = slash < 0 ? '' : part.slice(0, slash);
  const name = part.slice(slash + 1);
  const resource = slash < 0 ? resources[0] : findResource(prefix, resources);
  if (!resource)
    throw new EntraRefusal(
      500011,
      `The resource principal named ${prefix} was not found in the tenant named ${company.name}.`,
    );
  if (name === '.default') return { resource, prefix, name };
  const known = await scopeCalled(resource, name);
  if (known === undefined)
    throw new EntraRefusal(
      650053,
      `The application '${client.displayName}' asked for scope '${name}' that doesn't exist on the resource '${prefix || graphAppId}'. Contact the app vendor.`,
    );
  return { resource, prefix, name: known };
}
