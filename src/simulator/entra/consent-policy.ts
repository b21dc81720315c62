/** Who may say yes to what: the tenant's policy for ordinary people, and what is for administrators in every tenant. */
import type { UserConsent } from '#simulator/steering.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { isRecommended, lowImpact } from './scope-lists.ts';
import type { AskedScope } from './scopes.ts';

export function mayConsent(
  policy: UserConsent,
  person: Person,
  { resource, name }: AskedScope,
): boolean {
  // Who belongs to no organization has nobody to ask.
  if (person.isAdministrator || person.isPersonal) return true;
  if (resource.scopes[name]?.admin) return false;
  switch (policy) {
    case 'legacy':
      return true;
    case 'recommended':
      return isRecommended(resource.title, name);
    case 'low':
      return resource.title === 'Microsoft Graph' && lowImpact.includes(name);
    case 'none':
      return false;
  }
}
