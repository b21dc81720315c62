/** Teams that a person belongs to, and their channels. */
import { company } from '#simulator/seed/company.ts';
import { projects } from '#simulator/seed/phrases.ts';
import { guid, hash, hashText, hex } from '#simulator/seed/random.ts';
import type { Person } from '#simulator/tenant-context.ts';

const titles = [
  ['Instruments', 'Benches, plates and who is at them'],
  [`Project ${projects[0]}`, null],
  ['Everybody at Northlight', 'News for all'],
  ['光学ベンチ', '大阪の測定チーム'],
] as const;

export function teamsOf(person: Person) {
  if (!person.servicePlans.includes('TEAMS1') || person.tenantId !== company.tenantId) return [];
  return titles.map(([displayName, description], at) => ({
    id: guid(hashText(company.tenantId), 30, at),
    createdDateTime: null,
    displayName,
    description,
    internalId: null,
    classification: null,
    specialization: null,
    visibility: null,
    webUrl: null,
    isArchived: at === 2,
    tenantId: company.tenantId,
  }));
}

type Team = ReturnType<typeof teamsOf>[number];

export function channelsOf(team: Team): object[] {
  const key = hashText(team.id);
  return ['General', 'Readings', 'Lunch']
    .slice(0, 2 + (hash(key, 1) % 2))
    .map((displayName, at) => ({
      id: `19:${hex(32, key, at)}@thread.tacv2`,
      createdDateTime: `202${at + 2}-03-0${at + 4}T09:12:44Z`,
      displayName,
      description: at === 0 ? team.description : null,
      email: '',
      webUrl: `https://teams.microsoft.com/l/channel/19%3a${hex(32, key, at)}%40thread.tacv2/${encodeURIComponent(displayName)}?groupId=${team.id}&tenantId=${company.tenantId}`,
      membershipType: at === 2 ? 'private' : 'standard',
      isArchived: false,
    }));
}
