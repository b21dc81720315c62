/** The last sign-ins of the company's people, good and bad. */
import { company } from '#simulator/seed/company.ts';
import { dice, guid } from '#simulator/seed/random.ts';
import type { GraphContext } from '#simulator/graph/graph-answer.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { answerDirectoryList } from './directory-list.ts';
import type { DirectoryApp } from './directory-view.ts';

const outcomes = [
  [0, null],
  [0, null],
  [0, null],
  [50126, 'Invalid username or password or Invalid on-premise username or password.'],
  [65001, 'The user or administrator has not consented to use the application.'],
  [
    50076,
    'Due to a configuration change made by your administrator, you must use multi-factor authentication.',
  ],
] as const;

export function listSignIns(c: GraphContext, context: TenantContext): Response {
  const { tenantId } = c.get('facts').person;
  return answerDirectoryList(c, context, {
    name: 'auditLogs/signIns',
    type: 'signIn',
    rows: signInsOf(context, tenantId, context.directory?.apps[0]),
    members: (row) => row,
    isLog: true,
  });
}

function signInsOf(context: TenantContext, tenantId: string, app: DirectoryApp | undefined) {
  const colleagues = context.people.filter((person) => person.tenantId === tenantId);
  const hour = Math.floor(context.now() / 3_600_000) * 3_600_000;
  return Array.from({ length: 120 }, (_, at) => {
    const roll = dice(context.seed, at, 53);
    const person = roll.of(colleagues);
    const [errorCode, failureReason] = roll.of(outcomes);
    return {
      id: guid(context.seed, at, 60),
      createdDateTime: new Date(hour - at * 2_400_000 - roll.below(2_000_000)).toISOString(),
      userDisplayName: person.displayName,
      userPrincipalName: person.userPrincipalName,
      userId: person.oid,
      appId: app?.clientId ?? '',
      appDisplayName: app?.displayName ?? '',
      ipAddress: `203.0.113.${1 + roll.below(250)}`,
      clientAppUsed: 'Browser',
      correlationId: guid(context.seed, at, 61),
      conditionalAccessStatus: errorCode === 50076 ? 'failure' : 'notApplied',
      isInteractive: roll.chance(60),
      riskDetail: 'none',
      riskLevelAggregated: 'none',
      riskLevelDuringSignIn: 'none',
      riskState: 'none',
      riskEventTypes_v2: [],
      resourceDisplayName: 'Microsoft Graph',
      resourceId: '00000003-0000-0000-c000-000000000000',
      status: { errorCode, failureReason, additionalDetails: null },
      deviceDetail: {
        deviceId: '',
        displayName: null,
        operatingSystem: 'Windows',
        browser: 'Edge 130.0.0',
        isCompliant: null,
        isManaged: null,
        trustType: null,
      },
      location: {
        city: company.city,
        state: company.city,
        countryOrRegion: company.countryLetterCode,
        geoCoordinates: { altitude: null, latitude: 51.45, longitude: -2.59 },
      },
      appliedConditionalAccessPolicies: [],
    };
  });
}
