import { describe, expect, test } from 'vitest';
import { nothingPrinted, printedAnswers } from '#api/printed-answers.test-kit.ts';
import type { Collection, LicenseDetails } from '#contract/graph.ts';
import { plansOf } from '#features/services/services-api.ts';
import { probes } from './probes.ts';

const below = 'https://graph.microsoft.com/v1.0';

/** What each capability's answer is printed under: an id stands where the product writes a well-known name. */
const addresses: Readonly<Record<string, RegExp>> = {
  Mail: /^\/me\/mailFolders\/[^/?]{20,}$/,
  Contacts: /^\/me\/contacts$/,
  Calendar: /^\/me\/calendarGroups\/[^/]+\/calendars$/,
  RootSite: /^\/sites\/[^/?]+:\/[^:?]+$/,
  Directory: /^\/organization$/,
  Licences: /^\/me\/licenseDetails$/,
  Planner: /^\/me\/planner\/tasks$/,
  Health: /^\/admin\/serviceAnnouncement\/healthOverviews\?/,
  Announcements: /^\/admin\/serviceAnnouncement\/messages$/,
};

describe.skipIf(nothingPrinted)('an answer that Microsoft prints', () => {
  test.for(Object.entries(addresses))('says what there is of %s', ([capability, address]) => {
    const answers = printedAnswers.filter(
      ({ method, url }) => method === 'GET' && address.test(url.replace(below, '')),
    );
    expect(answers.length).toBeGreaterThan(0);
    const probe = probes.find((each) => each.capability === capability);
    for (const { body } of answers) {
      const facts = probe?.read(body) ?? [];
      expect(facts.length).toBeGreaterThan(0);
      for (const [name, value] of facts) {
        expect(`${name}: ${value}`).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  test('names the plans of a licence', () => {
    const answer = printedAnswers.find(({ url }) => url === `${below}/me/licenseDetails`);
    const [licence] =
      probes.find(({ capability }) => capability === 'Licences')?.read(answer?.body) ?? [];
    expect(licence?.[1]).toMatch(/\w+, \w+/);
    const licences = answer?.body as Collection<LicenseDetails> | undefined;
    expect(plansOf(licences?.value ?? [])).toEqual(
      expect.arrayContaining(['MIP_S_Exchange', 'POWERAPPS_O365_P3']),
    );
  });
});

test('a plan that is switched off or broken gives nothing, and one being set up may', () => {
  const plan = (servicePlanName: string, provisioningStatus: string) => ({
    servicePlanId: servicePlanName,
    servicePlanName,
    provisioningStatus,
    appliesTo: 'User',
  });
  const servicePlans = [
    plan('TEAMS1', 'Disabled'),
    plan('YAMMER_ENTERPRISE', 'Error'),
    plan('EXCHANGE_S_STANDARD', 'PendingInput'),
    plan('SHAREPOINTSTANDARD', 'Success'),
  ];
  expect(plansOf([{ id: '1', skuId: '2', skuPartNumber: 'E1', servicePlans }])).toEqual([
    'EXCHANGE_S_STANDARD',
    'SHAREPOINTSTANDARD',
  ]);
});
