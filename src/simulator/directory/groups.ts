/** Groups and roles that people belong to. */
import { company } from '#simulator/seed/company.ts';
import { guid, hashText } from '#simulator/seed/random.ts';
import { teamsOf } from '#simulator/workplace/teams.ts';
import type { Person } from '#simulator/tenant-context.ts';

/** @param hasNames without leave to read groups, only what they are and their ids come, and nothing else */
export function membershipsOf(person: Person, hasNames: boolean): object[] {
  if (person.isPersonal) return [];
  const teams = teamsOf(person).map(({ id, displayName, description }) => ({
    '@odata.type': '#microsoft.graph.group',
    id,
    ...(hasNames ? group(displayName, description, true) : nameless(group('', null, true))),
  }));
  const all = {
    '@odata.type': '#microsoft.graph.group',
    id: guid(hashText(person.tenantId), 57),
    ...(hasNames
      ? group('All employees', 'Everybody with an account here', false)
      : nameless(group('', null, false))),
  };
  const role = {
    '@odata.type': '#microsoft.graph.directoryRole',
    id: guid(hashText(person.tenantId), 58),
    ...(hasNames
      ? {
          deletedDateTime: null,
          description:
            'Can manage all aspects of Microsoft Entra ID and Microsoft services that use it.',
          displayName: 'Global Administrator',
          roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
        }
      : nameless({ deletedDateTime: 0, description: 0, displayName: 0, roleTemplateId: 0 })),
  };
  return [all, ...teams, ...(person.isAdministrator ? [role] : [])];
}

const nameless = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? [] : null]),
  );

function group(displayName: string, description: string | null, isTeam: boolean) {
  const nickname = `g${hashText(displayName).toString(36)}`;
  return {
    deletedDateTime: null,
    createdDateTime: '2022-03-04T09:12:44Z',
    description,
    displayName,
    groupTypes: isTeam ? ['Unified'] : [],
    mail: isTeam ? `${nickname}@${company.domain}` : null,
    mailEnabled: isTeam,
    mailNickname: nickname,
    proxyAddresses: isTeam ? [`SMTP:${nickname}@${company.domain}`] : [],
    renewedDateTime: '2022-03-04T09:12:44Z',
    resourceBehaviorOptions: [],
    resourceProvisioningOptions: isTeam ? ['Team'] : [],
    securityEnabled: !isTeam,
    visibility: isTeam ? 'Private' : null,
  };
}
