/** Who may say yes to what: the tenant's policy for ordinary people, and what is for administrators in every tenant. */
import type { UserConsent } from '#simulator/steering.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { isRecommended, lowImpact } from './scope-lists.ts';
import { isGraph } from './resources.ts';
import type { AskedScope } from './scopes.ts';
import { wordsOf } from './seldom-scopes.ts';

/**
 * Graph's permissions that open something for an account of one's own, by Microsoft's lists, told apart by as much of the
 * name as it takes among those known here. What is not for it is passed over: no page names it, and no token has it.
 */
const personal =
  /^([a-z.]|(User|Contacts|Tasks)\.Read(Write)?$|Mail(boxS|\.(?!Read(Write)?\.))|Calendars\.(?!ReadW.+\.)|Ap|Po|Pe|F|Si|N)/;

export const isFor = ({ isPersonal }: Pick<Person, 'isPersonal'>, asked: AskedScope): boolean =>
  !isPersonal ||
  (isGraph(asked.resource)
    ? (wordsOf(asked.resource, asked.name)?.isPersonal ?? personal.test(asked.name))
    : asked.resource.title !== 'Office 365 Management APIs');

export function mayConsent(
  policy: UserConsent,
  person: Person,
  { resource, name }: AskedScope,
): boolean {
  // Who belongs to no organization has nobody to ask.
  if (person.isAdministrator || person.isPersonal) return true;
  if (wordsOf(resource, name)?.admin) return false;
  switch (policy) {
    case 'legacy':
      return true;
    case 'recommended':
      return isRecommended(resource.title, name);
    case 'low':
      return isGraph(resource) && lowImpact.includes(name);
    case 'none':
      return false;
  }
}
