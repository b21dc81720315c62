/** Members of a person that Graph sends only when they are named in `$select`; what nobody has set comes as nothing. */
import { company } from '#simulator/seed/company.ts';
import { hashText } from '#simulator/seed/random.ts';
import { tenantNamed } from '#simulator/seed/tenants.ts';
import { graphTypes } from '#simulator/metadata/graph-types.ts';
import { hasMailbox } from '#simulator/graph/graph-access.ts';
import { licences } from './licences.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { user } from './user.ts';

/** Everything that the type has, so that a member without a value is nothing and not unknown. */
const unset: Readonly<Record<string, unknown>> = Object.fromEntries(
  ['directoryObject', 'user'].flatMap((type) => {
    const line = graphTypes.split('\n').find((each) => each.startsWith(`${type}|`)) ?? '';
    const members = line.split('|')[3]?.split(',') ?? [];
    return members
      .filter((member) => !member.startsWith('>'))
      .map((member) => {
        const [name = '', code = ''] = member.split(':');
        return [name, code.startsWith('[') ? [] : null] as const;
      });
  }),
);

/** What the directory calls the service that a plan is of. */
const services = [
  ['EXCHANGE', 'exchange'],
  ['SHAREPOINT', 'SharePoint'],
  ['TEAMS', 'TeamspaceAPI'],
  ['PROJECTWORKMANAGEMENT', 'ProjectWorkManagement'],
] as const;

export function everyMember(person: Person): Record<string, unknown> {
  const name = person.userPrincipalName.split('@')[0] ?? '';
  const day = 1 + (hashText(person.oid) % 28);
  return {
    ...unset,
    accountEnabled: person.difficulty !== 'disabled',
    assignedLicenses:
      person.servicePlans.length === 0
        ? []
        : [{ disabledPlans: [], skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900' }],
    assignedPlans: licences(person).flatMap(({ servicePlans = [] }) =>
      servicePlans.map(({ servicePlanId, servicePlanName }) => ({
        assignedDateTime: '2024-02-01T08:00:00Z',
        capabilityStatus: 'Enabled',
        service: services.find(([name]) => servicePlanName.startsWith(name))?.[1] ?? '',
        servicePlanId,
      })),
    ),
    city: company.city,
    companyName: person.isPersonal ? null : tenantNamed(person.tenantId),
    country: company.countryLetterCode,
    createdDateTime: `2024-02-${String(day).padStart(2, '0')}T08:00:00Z`,
    creationType: person.home ? 'Invitation' : null,
    department: person.isAdministrator ? 'IT' : 'Instruments',
    identities: [
      {
        signInType: 'userPrincipalName',
        issuer: person.userPrincipalName.split('@')[1] ?? '',
        issuerAssignedId: person.userPrincipalName,
      },
    ],
    mailNickname: name,
    proxyAddresses: hasMailbox(person) ? [`SMTP:${person.userPrincipalName}`] : [],
    usageLocation: company.countryLetterCode,
    userType: person.home ? 'Guest' : 'Member',
    ...user(person),
  };
}
