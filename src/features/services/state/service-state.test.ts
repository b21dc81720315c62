import { describe, expect, test } from 'vitest';
import { AuthError } from '#auth/auth-error.ts';
import { createFinder } from '#api/permissions/needed-permissions.ts';
import { clouds } from '#config/clouds.ts';
import { allPermissions } from '#contract/permission-facts/all-permissions.ts';
import {
  rowsOfDiscovery,
  rowsOfGraph,
  rowsOfManagement,
} from '#features/services/catalogue/service-row.ts';
import { consentForAll, countExchanges, plannedAttempts } from '#features/services/connect/plan.ts';
import { agreementOf, isForOrganisations } from './agreement.ts';
import {
  awaitsLists,
  missingFor,
  stateOf,
  type Attempt,
  type Circumstances,
} from './service-state.ts';

const { global } = clouds;
const graph = global.graph.identifier;
const find = (capability: string) =>
  rowsOfGraph(global).find((row) => row.capability === capability)!;
const mail = find('Mail');
const exchangeRow = (capability: string) =>
  rowsOfDiscovery(global, 'v1.0', [
    {
      capability,
      serviceId: 'O365_EXCHANGE',
      serviceEndpointUri: 'https://outlook.office365.com/api/v1.0',
      serviceResourceId: 'https://outlook.office365.com/',
    },
  ])[0]!;
const contacts = exchangeRow('Contacts');
const grant = (resource: string, ...scopes: string[]) => ({
  resource,
  scopes,
  covers: [],
  expiresAt: 9000,
});
const nothing: Attempt = { isAsking: false, answer: undefined, error: null };
const around: Circumstances = { grants: [], refusedScopes: [], plans: undefined, graph };
const answered = (status: number, said = ''): Attempt => ({
  ...nothing,
  answer: { status, duration: 12, text: '', said, facts: [] },
});

describe('the state of a service', () => {
  test('needs consent until the session holds the scope, whatever its case', () => {
    expect(missingFor(mail, [])).toEqual(['Mail.Read']);
    expect(missingFor(mail, [grant(graph, 'mail.read')])).toEqual([]);
    expect(missingFor(mail, [grant(graph, 'Mail.ReadWrite')])).toEqual([]);
    expect(missingFor(mail, [grant('https://other.test', 'mail.read')])).toEqual(['Mail.Read']);
    expect(stateOf(mail, 'person', nothing, around)).toEqual({
      kind: 'consent-needed',
      scopes: ['Mail.Read'],
    });
  });

  test('is an administrator’s where the flag says so, or the policy and a refusal', () => {
    const refused = { ...around, refusedScopes: ['Mail.Read'] };
    expect(stateOf(mail, 'flag', nothing, around).kind).toBe('admin-needed');
    expect(stateOf(mail, 'policy', nothing, around).kind).toBe('consent-needed');
    expect(stateOf(mail, 'policy', nothing, refused).kind).toBe('admin-needed');
  });

  test('is not told before it is known who has to agree, and asks nobody to agree until then', () => {
    const health = find('Health');
    const standing = (isAsking: boolean, agreement: 'person' | 'flag') => ({
      row: health,
      agreement,
      state: stateOf(health, agreement, { ...nothing, isAsking }, around),
      answer: undefined,
      plan: undefined,
    });
    // Without the lists everybody would seem to be able to agree.
    expect(awaitsLists(health, [], graph)).toBe(true);
    expect(consentForAll([standing(true, 'person')])).toBeUndefined();
    expect(consentForAll([standing(false, 'flag')])).toBeUndefined();
    expect(awaitsLists(mail, [grant(graph, 'Mail.Read')], graph)).toBe(false);
    expect(awaitsLists(contacts, [], graph)).toBe(false);
  });

  test('is not known before another resource has been asked for a token', () => {
    expect(stateOf(contacts, 'person', nothing, around).kind).toBe('not-asked');
    const error = new AuthError({ kind: 'consent-required', message: 'x' });
    expect(stateOf(contacts, 'person', { ...nothing, error }, around)).toEqual({
      kind: 'consent-needed',
      scopes: ['Contacts.Read'],
    });
  });

  test('is ready once it has answered, for as long as its token holds', () => {
    const grants = [grant(graph, 'Mail.Read')];
    expect(stateOf(mail, 'person', nothing, { ...around, grants })).toEqual({
      kind: 'token-held',
      until: 9000,
    });
    expect(stateOf(mail, 'person', answered(200), { ...around, grants })).toEqual({
      kind: 'ready',
      until: 9000,
      duration: 12,
    });
  });

  test('is not licensed when no plan gives it, before any consent is asked for', () => {
    const plans = { ...around, plans: ['EXCHANGE_S_FOUNDATION', 'TEAMS1'] };
    // The licences stand in a column of their own, and the service has said nothing.
    expect(stateOf(mail, 'person', nothing, plans)).toEqual({ kind: 'not-licensed' });
    expect(stateOf(find('Teams'), 'person', nothing, plans).kind).toBe('consent-needed');
  });

  test.each([
    [404, 'not-licensed'],
    [400, 'not-licensed'],
    [401, 'refused'],
    [403, 'refused'],
    [410, 'refused'],
  ])('after an answer of %i is: %s', (status, kind) => {
    expect(stateOf(contacts, 'person', answered(status, 'why'), around).kind).toBe(kind);
  });

  test('is no longer ready where it was asked again in vain', () => {
    const grants = [grant(graph, 'Mail.Read')];
    const error = new Error('no connection');
    const again = { ...answered(200), error };
    expect(stateOf(mail, 'person', again, { ...around, grants })).toEqual({
      kind: 'failed',
      error,
    });
    expect(stateOf(mail, 'person', { ...again, isAsking: true }, { ...around, grants })).toEqual({
      kind: 'asking',
    });
  });

  test('names as the reason of a refusal only what can be missing', () => {
    expect(stateOf(find('Health'), 'flag', answered(403, 'why'), around)).toEqual({
      kind: 'refused',
      because: 'The permission is there, the role is not. why',
    });
    expect(stateOf(mail, 'person', answered(403, 'why'), around)).toMatchObject({
      because: 'The permission is there, the role or licence is not. why',
    });
    expect(stateOf(contacts, 'person', answered(410, 'why'), around)).toMatchObject({
      because:
        'Closed. Today it is Microsoft Graph /me/contacts; Microsoft closed the Outlook REST API in March 2024',
    });
  });

  test('is not licensed where the organisation has not subscribed to it, which only the token endpoint says', () => {
    const [activity] = rowsOfManagement(global, 't');
    const refused = (codes: number[]): Attempt => ({
      ...nothing,
      error: new AuthError({ kind: 'configuration', message: 'why', codes }),
    });
    expect(stateOf(activity!, 'flag', refused([650052]), around)).toEqual({
      kind: 'not-licensed',
      said: 'why',
    });
    expect(stateOf(activity!, 'flag', refused([700016]), around).kind).toBe('failed');
  });

  test('is retired where no token can be had any more', () => {
    const [directory] = rowsOfDiscovery(global, 'v1.0', [
      { capability: 'Directory', serviceResourceId: 'https://graph.windows.net/' },
    ]);
    expect(stateOf(directory!, 'person', nothing, around).kind).toBe('retired');
  });
});

test('who agrees is read from Microsoft’s lists', () => {
  const finder = createFinder(allPermissions);
  expect(agreementOf(find('Health'), global, finder)).toBe('flag');
  expect(agreementOf(find('RootSite'), global, finder)).toBe('policy');
  expect(agreementOf(find('Contacts'), global, finder)).toBe('person');
  expect(agreementOf(rowsOfManagement(global, 't')[0]!, global, undefined)).toBe('flag');
});

describe('connecting everything', () => {
  const calendar = exchangeRow('Calendar');
  const rows = [mail, find('Licences'), contacts, calendar];

  test('asks each resource for one token that serves all of its rows, and Graph for what it may', () => {
    const planned = plannedAttempts(rows, [grant(graph, 'User.Read')], graph);
    expect(planned.map(({ row, wanted }) => [row.capability, wanted])).toEqual([
      ['Licences', ['User.Read']],
      ['Contacts', ['Contacts.Read', 'Calendars.Read']],
      ['Calendar', ['Contacts.Read', 'Calendars.Read']],
    ]);
  });

  test('asks for all missing permissions on one page, and leaves out the administrator’s', () => {
    const standing = (row: typeof mail, kind: 'consent-needed' | 'admin-needed') => ({
      ...{ row, agreement: 'person' as const, answer: undefined, plan: undefined },
      state: { kind, scopes: row.scopes },
    });
    expect(
      consentForAll([
        standing(mail, 'consent-needed'),
        standing(contacts, 'consent-needed'),
        standing(calendar, 'consent-needed'),
        standing(find('Health'), 'admin-needed'),
      ]),
    ).toMatchObject({
      kind: 'grant',
      resource: { identifier: graph },
      scopes: ['Mail.Read'],
      also: [{ scopes: ['Contacts.Read', 'Calendars.Read'] }],
    });
    expect(consentForAll([])).toBeUndefined();
  });

  test('counts codes as sign-ins and everything at the token endpoint as token requests', () => {
    const exchange = (kind: string, grantType: string) =>
      ({ kind, parameters: [['grant_type', grantType]] }) as never;
    expect(
      countExchanges([
        exchange('token', 'authorization_code'),
        exchange('token', 'refresh_token'),
        exchange('api', ''),
      ]),
    ).toEqual({ signIns: 1, tokenRequests: 2 });
  });
});

test('what Microsoft’s lists give to no personal account is for organisations, and is not asked for', () => {
  const finder = createFinder(allPermissions);
  const others = rowsOfGraph(global).filter((row) => isForOrganisations(row, global, finder));
  expect(others.map(({ capability }) => capability)).toEqual([
    'RootSite',
    'Directory',
    'Teams',
    'Planner',
    'Health',
    'Announcements',
  ]);
  expect(others.some((row) => isForOrganisations(row, global, undefined))).toBe(false);
  const state = stateOf(find('Teams'), 'person', nothing, { ...around, isOutOfReach: true });
  expect(state).toEqual({ kind: 'organisations' });
});
