/** The signed-in person, their licences and their organization (user, licenseDetails). */
import type { LicenseDetails, Organization } from '#contract/graph.ts';
import { user } from '#simulator/directory/user.ts';
import { signInName } from '#simulator/entra/directory.ts';
import { pairwise } from '#simulator/entra/token/claims.ts';
import { company } from '#simulator/seed/company.ts';
import { guid, hashText } from '#simulator/seed/random.ts';
import { tenants, type Tenant } from '#simulator/seed/tenants.ts';
import type { Person, TenantContext } from '#simulator/tenant-context.ts';
import { needs, opens } from './graph-access.ts';
import { answer, collection, metadata, type GraphApp } from './graph-answer.ts';
import { readQuery, selected } from './graph-query.ts';

const seldom = () => import('#simulator/seldom/seldom-routes.ts');

export function profileRoutes(app: GraphApp, context: TenantContext): void {
  app.get('/v1.0/me', needs(context, opens.profile, 'directory'), async (c) => {
    const { select, expand } = readQuery(c.req.url, ['$select', '$expand']);
    const person = c.get('facts').person;
    const usual = user(person);
    const isUsual = select?.every((name) => name in usual) ?? true;
    const members = isUsual
      ? usual
      : (await import('#simulator/directory/user-members.ts')).everyMember(person);
    const settings = select?.includes('mailboxSettings')
      ? await (await seldom()).settingsBeside(app, c)
      : undefined;
    const suffix = select ? `users(${select.join(',')})` : 'users';
    return answer({
      '@odata.context': metadata(context, `${suffix}/$entity`),
      ...selected({ ...members, ...settings }, select, 'user'),
      ...(expand ? (await seldom()).expandedPerson(c, context, person, expand) : {}),
    });
  });
  // OpenID Connect's, which Entra leaves to Graph; `sub` is the id_token's, and so the application's own.
  app.on(['GET', 'POST'], '/oidc/userinfo', needs(context, ['openid'], 'directory'), async (c) => {
    const { person, scopes, clientId = '' } = c.get('facts');
    return answer({
      sub: await pairwise(clientId, person),
      ...(scopes.includes('profile')
        ? { name: person.displayName, family_name: person.surname, given_name: person.givenName }
        : {}),
      picture: `${context.hosts.graph}/v1.0/me/photo/$value`,
      ...(scopes.includes('email') ? { email: signInName(person) } : {}),
    });
  });
  app.get('/v1.0/me/licenseDetails', needs(context, opens.licences, 'directory'), (c) => {
    const { person } = c.get('facts');
    return answer(collection(context, `users('${person.oid}')/licenseDetails`, licences(person)));
  });
  app.get('/v1.0/organization', needs(context, opens.organization, 'directory'), (c) => {
    const { select } = readQuery(c.req.url, ['$select', '$top']);
    const all = organizationsOf(c.get('facts').person);
    const value = all.map((each) => selected(each, select, 'organization'));
    return answer(collection(context, 'organization', value));
  });
}

/** As Microsoft's reference of licensing plans names them. */
const planIds: Readonly<Record<string, string>> = {
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
