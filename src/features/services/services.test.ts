import { describe, expect, test } from 'vitest';
import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import { probeFor, probes } from './probes.ts';
import { rowsOfDiscovery, rowsOfGraph } from './service-row.ts';
import { missingFor, stateOfFailure } from './service-state.ts';

const mail = probes[0]!;

/** As printed in 2015, stray spaces included. */
const contacts = {
  capability: 'Contacts',
  entityKey: ' Contacts@O365 _EXCHANGE',
  providerName: 'Microsoft',
  serviceEndpointUri: 'https://outlook.office365.com/api/v1.0',
  serviceId: 'O365_EXCHANGE',
  serviceName: 'Office 365 Exchange',
  serviceResourceId: 'https://outlook.office365.com/',
};

describe('what Discovery listed', () => {
  test('becomes a row with the question that Graph answers about it today', () => {
    const [row] = rowsOfDiscovery([contacts]);
    expect(row).toMatchObject({
      capability: 'Contacts',
      service: 'Office 365 Exchange',
      resource: 'https://outlook.office365.com/',
    });
    expect(row?.probe?.scopes).toEqual(['Contacts.Read']);
  });

  test('loses the stray spaces of its keys', () => {
    const facts = new Map(rowsOfDiscovery([contacts])[0]?.facts);
    expect(facts.get('Entity key')).toBe('Contacts@O365_EXCHANGE');
  });

  test('is one row when it was listed twice, and two for two versions', () => {
    const versions = [
      { ...contacts, serviceApiVersion: 'v1.0' },
      { ...contacts, serviceApiVersion: 'v2.0' },
    ];
    expect(rowsOfDiscovery([contacts, { ...contacts, capability: ' Contacts ' }])).toHaveLength(1);
    expect(rowsOfDiscovery(versions)).toHaveLength(2);
  });

  test('may be a capability nobody foresaw', () => {
    const [row] = rowsOfDiscovery([{ ...contacts, capability: 'Holograms' }]);
    expect(row?.capability).toBe('Holograms');
    expect(row?.probe).toBeUndefined();
  });

  test('may lack any member', () => {
    const [row] = rowsOfDiscovery([{ entityKey: 'MyFiles@O365 _SHAREPOINT' }]);
    expect(row?.capability).toBe('MyFiles');
    expect(row?.facts.every(([, value]) => value !== '')).toBe(true);
    expect(rowsOfDiscovery([{}])[0]?.capability).toBe('Unnamed');
  });
});

describe('what Graph is asked', () => {
  test('has one row per question, each with its own key', () => {
    const rows = rowsOfGraph({ identifier: 'https://graph.microsoft.com' });
    expect(new Set(rows.map((row) => row.key)).size).toBe(probes.length);
  });

  test('reads what an answer says about the service', () => {
    expect(mail.read({ unreadItemCount: 12, totalItemCount: 4218 })).toEqual([
      ['Inbox', '12 unread of 4218'],
    ]);
    const files = probeFor('myfiles')!;
    expect(
      new Map(
        files.read({
          webUrl: 'https://contoso-my.sharepoint.com/personal/ada/Documents',
          quota: { used: 1_048_576 },
        }),
      ),
    ).toEqual(
      new Map([
        ['Resource', 'https://contoso-my.sharepoint.com/'],
        ['Address', 'https://contoso-my.sharepoint.com/personal/ada/Documents'],
        ['Used', '1 MB'],
      ]),
    );
  });

  test('survives an answer without the optional members', () => {
    expect(() => probeFor('MyFiles')?.read({})).not.toThrow();
    expect(() => probeFor('Directory')?.read({ value: [] })).not.toThrow();
  });
});

describe('the state of a service', () => {
  const resource = 'https://graph.microsoft.com';
  const refusal = (status: number) =>
    new ApiError(
      { method: 'GET', url: `${resource}/v1.0/me`, scopes: [] },
      { status, headers: {}, body: new ArrayBuffer(0) },
    );

  test('needs consent until the session holds the scope, whatever its case', () => {
    const grant = { resource, scopes: ['mail.read'], expiresAt: 0 };
    expect(missingFor(mail, [], resource)).toEqual(['Mail.Read']);
    expect(missingFor(mail, [grant], resource)).toEqual([]);
    expect(missingFor(mail, [{ ...grant, resource: 'https://other.test' }], resource)).toEqual([
      'Mail.Read',
    ]);
  });

  test.each([
    [404, 'not-licensed'],
    [400, 'not-licensed'],
    [403, 'role-needed'],
    [503, 'failed'],
  ])('after an answer of %i is: %s', (status, kind) => {
    expect(stateOfFailure(refusal(status), mail).kind).toBe(kind);
  });

  test('is consent when the sign-in says so', () => {
    const error = new AuthError({ kind: 'consent-required', message: 'x', scopes: ['Mail.Read'] });
    expect(stateOfFailure(error, mail)).toEqual({ kind: 'consent-needed', scopes: ['Mail.Read'] });
  });
});
