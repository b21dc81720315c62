/** The tenants of the simulated cloud: two companies, and the one that every personal account belongs to. */
import { company } from './company.ts';

export interface Tenant {
  readonly tenantId: string;
  readonly name: string;
  readonly domains: readonly string[];
}

export const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

export const otherCompany: Tenant = {
  tenantId: 'b83d5e17-2c46-4f0a-9be1-70c2d9a4f658',
  name: 'Harbourline Shipping',
  domains: ['harbourline.example'],
};

export const tenants: readonly Tenant[] = [
  {
    tenantId: company.tenantId,
    name: company.name,
    domains: [company.domain, company.initialDomain],
  },
  otherCompany,
  { tenantId: consumerTenant, name: 'Personal accounts', domains: ['outlook.example'] },
];

/** Companies that live in a national cloud: here they are only sent away. */
const elsewhere: Readonly<Record<string, string>> = {
  'northlight-federal.example': 'microsoftonline.us',
  'northlight-shanghai.example': 'partner.microsoftonline.cn',
};

/** The cloud of a domain that is none of ours. */
export function cloudOf(domain: string): string | undefined {
  return Object.hasOwn(elsewhere, domain) ? elsewhere[domain] : undefined;
}

export function tenantNamed(tenantId: string): string {
  return tenants.find((tenant) => tenant.tenantId === tenantId)?.name ?? tenantId;
}
