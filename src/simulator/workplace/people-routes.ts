/** The people that somebody works with, the nearest first. */
import { company } from '#simulator/seed/company.ts';
import { needs, needsMailbox, opens } from '#simulator/graph-access.ts';
import type { GraphApp } from '#simulator/graph-answer.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { listRoute } from './list-route.ts';

export function peopleRoutes(app: GraphApp, context: TenantContext): void {
  listRoute(app, context, {
    path: '/me/people',
    type: 'person',
    guards: [needs(context, opens.people, 'outlook'), needsMailbox],
    rows: (c) => peopleNear(context, c.get('facts').person),
  });
}

function peopleNear({ people }: TenantContext, person: Person): object[] {
  return people
    .filter(({ oid, tenantId }) => oid !== person.oid && tenantId === person.tenantId)
    .map((other, at) => ({
      id: other.oid,
      displayName: other.displayName,
      jobTitle: other.jobTitle,
      companyName: company.name,
      officeLocation: other.officeLocation,
      userPrincipalName: other.userPrincipalName,
      scoredEmailAddresses: [{ address: other.userPrincipalName, relevanceScore: 30 - at * 3 }],
      phones: other.businessPhones.map((number) => ({ type: 'business', number })),
      personType: { class: 'Person', subclass: 'OrganizationUser' },
    }));
}
