import { anything, assert, constantFrom, oneof, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { clouds, isCloudName } from './clouds.ts';
import { hasTenant, isClientId, parseSettings, simulatedSettings } from './settings.ts';

const clientId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const nearly = record(
  {
    cloud: oneof(constantFrom(...Object.keys(clouds), ...inherited), string(), anything()),
    clientId: oneof(constantFrom(clientId, ` ${clientId}\n`, `${clientId}/`), anything()),
    tenant: oneof(
      constantFrom('common', 'consumers', 'contoso.example', '../common', 'a.b/c', clientId),
      constantFrom('contoso.example/../x', 'contoso.example?x', 'x#contoso.example'),
      string(),
      anything(),
    ),
  },
  { requiredKeys: [] },
);

test('whatever lies in config.json or in storage, reading it throws nothing and gives what can be used, or nothing', () => {
  assert(
    property(oneof(anything(), nearly), (json) => {
      const read = parseSettings(json);
      if (read === undefined || read === simulatedSettings) return;
      // Of the simulated world nothing but the tenant can be chosen.
      const { clientId: simulated } = simulatedSettings;
      expect(read.cloud !== 'simulated' || read.clientId === simulated).toBe(true);
      expect(isCloudName(read.cloud)).toBe(true);
      expect(isClientId(read.clientId)).toBe(true);
      expect(hasTenant(read.cloud, read.tenant)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('no tenant can lead an address to another host or another path', () => {
  assert(
    property(oneof(nearly, record({ tenant: string({ unit: 'binary' }) })), ({ tenant }) => {
      const read = parseSettings({ cloud: 'global', clientId, tenant });
      if (!read) return;
      const url = new URL(`https://login.microsoftonline.com/${read.tenant}/oauth2/v2.0/token`);
      expect(url.origin).toBe('https://login.microsoftonline.com');
      expect(url.pathname.split('/')).toHaveLength(5);
      expect(url.search + url.hash).toBe('');
    }),
    { numRuns: 3000 },
  );
});
