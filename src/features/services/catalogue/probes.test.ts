import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { probes } from './probes.ts';

/** Microsoft's own printed answers; they lie beside the repository where they are at hand. */
const file = new URL('../../../../../shared/data/graph-examples.json', import.meta.url);

interface Printed {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

const printed = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { examples: Printed[] }).examples
  : [];
if (printed.length === 0)
  console.warn('NOTICE: no printed answers of Graph beside the repository.');

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

describe.skipIf(printed.length === 0)('an answer that Microsoft prints', () => {
  test.for(Object.entries(addresses))('says what there is of %s', ([capability, address]) => {
    const answers = printed.filter(
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
    const answer = printed.find(({ url }) => url === `${below}/me/licenseDetails`);
    const [licence] =
      probes.find(({ capability }) => capability === 'Licences')?.read(answer?.body) ?? [];
    expect(licence?.[1]).toMatch(/\w+, \w+/);
  });
});
