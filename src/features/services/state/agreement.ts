/** Who has to agree to a permission before its service can be used. */
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import type { Cloud } from '#config/clouds.ts';
import type { ServiceRow } from '#features/services/catalogue/service-row.ts';

/** `flag`: the permission itself asks for an administrator; `policy`: Microsoft's default policy for tenants does. */
export type Agreement = 'person' | 'flag' | 'policy';

export const agreementInWords: Readonly<Record<Agreement, string>> = {
  person: 'You can agree to it yourself',
  flag: 'Only an administrator can agree to it: the permission itself says so',
  policy:
    'Its own flag lets people agree, but Microsoft’s default policy for tenants leaves it to administrators',
};

/** Whether Microsoft’s lists give the smallest request of a service to no personal account. */
export function isForOrganisations(
  { resource, tries }: Pick<ServiceRow, 'resource' | 'tries'>,
  cloud: Cloud,
  finder: Pick<PermissionFinder, 'needed'> | undefined,
): boolean {
  if (resource?.identifier !== cloud.graph.identifier || tries === undefined) return false;
  const needed = finder?.needed('GET', tries);
  return needed !== undefined && needed.personal.length === 0;
}

/** @param finder `undefined` until the lists have come: then nothing is claimed but what needs no list */
export function agreementOf(
  { resource, scopes }: ServiceRow,
  cloud: Cloud,
  finder: Pick<PermissionFinder, 'named'> | undefined,
): Agreement {
  if (resource?.identifier === cloud.management?.identifier) return 'flag';
  if (resource?.identifier !== cloud.graph.identifier) return 'person';
  const facts = scopes.map((scope) => finder?.named(scope));
  if (facts.some((fact) => fact?.admin.includes('work'))) return 'flag';
  return facts.some((fact) => fact?.policy) ? 'policy' : 'person';
}
