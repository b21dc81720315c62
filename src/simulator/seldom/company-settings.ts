/** What the company has bought, and what its people may consent to (Graph subscribedSku and authorizationPolicy). */
import { licences } from '#simulator/directory/licences.ts';
import { organizationsOf } from '#simulator/directory/organization.ts';
import { answer, collection, metadata, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { readQuery, selected } from '#simulator/graph/graph-query.ts';
import { colleaguesOf } from '#simulator/directory/user.ts';
import { noSuchResource } from '#simulator/workplace/list-route.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

export function subscriptions(c: GraphContext, context: TenantContext): Response {
  const { person } = c.get('facts');
  const { tenantId } = person;
  const licensed = colleaguesOf(context, person).filter(
    ({ servicePlans }) => servicePlans.length > 0,
  );
  const most = licensed.toSorted(
    (one, other) => other.servicePlans.length - one.servicePlans.length,
  )[0];
  const { select } = readQuery(c.req.url, ['$select']);
  const rows = (most ? licences(most) : []).map(({ skuId, skuPartNumber, servicePlans }) => ({
    id: `${tenantId}_${skuId ?? ''}`,
    accountId: tenantId,
    accountName: 'northlight',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: licensed.length,
    prepaidUnits: { enabled: 25, suspended: 0, warning: 0, lockedOut: 0 },
    skuId,
    skuPartNumber,
    servicePlans,
    subscriptionIds: [],
  }));
  const value = rows.map((row) => selected(row, select, 'subscribedSku', ['id']));
  return answer(collection(context, 'subscribedSkus', value));
}

export function oneOrganization(c: GraphContext, context: TenantContext, id: string): Response {
  const found = organizationsOf(c.get('facts').person).find((each) => each.id === id.toLowerCase());
  if (!found) throw noSuchResource(id);
  const { select } = readQuery(c.req.url, ['$select']);
  return answer({
    '@odata.context': metadata(context, 'organization/$entity'),
    ...selected(found, select, 'organization'),
  });
}

/** The switch of the control panel, in the words of the policies that Microsoft ships. */
export function consentPolicy(c: GraphContext, context: TenantContext): Response {
  const consent = context.directory?.userConsent ?? 'recommended';
  const { select } = readQuery(c.req.url, ['$select']);
  const policy = {
    id: 'authorizationPolicy',
    allowInvitesFrom: 'everyone',
    allowedToSignUpEmailBasedSubscriptions: true,
    allowedToUseSSPR: true,
    allowEmailVerifiedUsersToJoinOrganization: false,
    allowUserConsentForRiskyApps: null,
    blockMsolPowerShell: false,
    displayName: 'Authorization Policy',
    description: 'Used to manage authorization related settings across the company.',
    guestUserRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
    defaultUserRolePermissions: {
      allowedToCreateApps: true,
      allowedToCreateSecurityGroups: true,
      allowedToCreateTenants: true,
      allowedToReadBitlockerKeysForOwnedDevice: true,
      allowedToReadOtherUsers: true,
      permissionGrantPoliciesAssigned:
        consent === 'none'
          ? []
          : [`ManagePermissionGrantsForSelf.microsoft-user-default-${consent}`],
    },
  };
  return answer({
    '@odata.context': metadata(context, 'policies/authorizationPolicy/$entity'),
    ...selected(policy, select, 'authorizationPolicy', ['id']),
  });
}
