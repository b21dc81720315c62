/** The company as its directory knows it (Graph organization). */
import type { Organization } from '#contract/graph.ts';
import { company } from '#simulator/seed/company.ts';
import { tenants, type Tenant } from '#simulator/seed/tenants.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { planIds } from './licences.ts';

/** A personal account belongs to none. */
export function organizationsOf(person: Person): (Organization & Record<string, unknown>)[] {
  const tenant = person.isPersonal
    ? undefined
    : tenants.find(({ tenantId }) => tenantId === person.tenantId);
  return tenant ? [organization(tenant)] : [];
}

function organization({ tenantId, name: title, domains }: Tenant) {
  const isHome = tenantId === company.tenantId;
  const domain = (name: string, isDefault: boolean) => ({
    isDefault,
    isInitial: !isDefault,
    name,
    type: 'Managed',
  });
  return {
    id: tenantId,
    displayName: title,
    city: isHome ? company.city : null,
    countryLetterCode: company.countryLetterCode,
    preferredLanguage: 'en',
    tenantType: 'AAD',
    mobileDeviceManagementAuthority: 'intune',
    onPremisesSyncEnabled: null,
    technicalNotificationMails: [],
    assignedPlans: ['exchange', 'SharePoint', 'TeamspaceAPI'].map((service, at) => ({
      assignedDateTime: '2024-02-01T08:00:00Z',
      capabilityStatus: 'Enabled',
      service,
      servicePlanId: Object.values(planIds)[[0, 3, 4][at] ?? 0],
    })),
    verifiedDomains: domains.map((name, at) => domain(name, at === 0)),
  } satisfies Organization & Record<string, unknown>;
}
