/** What a person is licensed for (Graph licenseDetails). */
import type { LicenseDetails } from '#contract/graph.ts';
import { guid, hashText } from '#simulator/seed/random.ts';
import type { Person } from '#simulator/tenant-context.ts';

/** As Microsoft's reference of licensing plans names them. */
export const planIds: Readonly<Record<string, string>> = {
  EXCHANGE_S_ENTERPRISE: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
  EXCHANGE_S_STANDARD: '9aaf7827-d63c-4b61-89c3-182f06f82e5c',
  EXCHANGE_S_FOUNDATION: '113feb6c-3fe4-4440-bddc-54d774bf0318',
  SHAREPOINTENTERPRISE: '5dbe027f-2339-4123-9542-606e4d348a72',
  TEAMS1: '57ff2da0-773e-42df-b2af-ffb7a2317929',
  PROJECTWORKMANAGEMENT: 'b737dad2-2f6c-4c65-90e3-ca563267e8b9',
};

export function licences(person: Person): LicenseDetails[] {
  if (person.servicePlans.length === 0) return [];
  return [
    {
      id: `${person.oid.replaceAll('-', '').slice(0, 22)}_ENTERPRISEPACK`,
      skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900',
      skuPartNumber: 'ENTERPRISEPACK',
      servicePlans: [...person.servicePlans, 'EXCHANGE_S_FOUNDATION'].map((name) => ({
        servicePlanId: planIds[name] ?? guid(hashText(name)),
        servicePlanName: name,
        provisioningStatus: 'Success',
        appliesTo: name === 'EXCHANGE_S_FOUNDATION' ? 'Company' : 'User',
      })),
    },
  ];
}
