import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accountCodes } from './entra-account-codes.ts';
import { apiCodes } from './api-codes.ts';
import { flowCodes } from './entra-flow-codes.ts';
import { registrationCodes } from './entra-registration-codes.ts';
import { explainNumbers, explainRefusal } from './explain-refusal.ts';
import { knownRefusals } from './known-refusals.ts';
import { libraryCodes } from './library-codes.ts';
import { oauthErrors, suberrors } from './oauth-errors.ts';
import { readRefusal } from './read-refusal.ts';
import { layersInWords } from './refusal-meaning.ts';
import { sentences } from './sentences.ts';
import { serviceCodes } from './service-codes.ts';
import { statusMeanings } from './status-meanings.ts';

const explain = (pasted: string) => explainRefusal(readRefusal(pasted));

const owners = ['you', 'the developer', 'the app’s owner', 'an administrator', 'Microsoft'];

const trace = '7fe81447-da57-4385-becb-6de57f21477e';
const correlation = '3939d04c-d7ba-42bf-9cb7-1e5854cdce9e';

const consentRefused = JSON.stringify({
  error: 'invalid_grant',
  error_description: `AADSTS65001: The user or administrator has not consented.\r\nTrace ID: ${trace}\r\nCorrelation ID: ${correlation}\r\nTimestamp: 2026-11-20 09:00:00Z`,
  error_codes: [65001],
  timestamp: '2026-11-20 09:00:00Z',
  trace_id: trace,
  correlation_id: correlation,
  suberror: 'consent_required',
});

test('every row of every table names a layer, an owner, a meaning and a remedy', () => {
  const tables = [
    registrationCodes,
    accountCodes,
    flowCodes,
    oauthErrors,
    suberrors,
    apiCodes,
    serviceCodes,
    libraryCodes,
    statusMeanings,
    Object.fromEntries(sentences.map(([name, , row]) => [name, row])),
  ];
  const rows = tables.flatMap((table) => Object.entries(table));
  expect(rows.length).toBeGreaterThan(350);
  const lacking = rows.filter(
    ([, [layer, who, means, mends]]) =>
      !layer || !who || !means.endsWith('.') || !mends.endsWith('.'),
  );
  expect(lacking).toEqual([]);
});

test('no number stands in two tables', () => {
  const all = [registrationCodes, accountCodes, flowCodes].flatMap((table) => Object.keys(table));
  expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
  const named = [apiCodes, serviceCodes, libraryCodes, oauthErrors].flatMap((table) =>
    Object.keys(table),
  );
  expect(named.filter((code, at) => named.indexOf(code) !== at)).toEqual([]);
});

/** Those that developers of pages in a browser meet most. */
const common: readonly number[] = [
  50011, 500113, 9002326, 9002327, 9002325, 90023, 700016, 700011, 7000112, 70001, 90002, 900439,
  90038, 50194, 9002332, 50020, 16000, 50034, 50105, 50058, 160021, 90005, 50076, 50079, 50072,
  50074, 50078, 50158, 53000, 53001, 53003, 530032, 530035, 65001, 65004, 90094, 90095, 65005,
  650052, 650053, 650056, 650057, 500011, 50001, 70011, 28002, 28003, 700022, 700023, 901002,
  900144, 900561, 90014, 90015, 54005, 70008, 50089, 501481, 50147, 501491, 700005, 9002313, 700084,
  700082, 70043, 50173, 50133, 50132, 70000, 50057, 50055, 50196, 7000218, 700025, 700054, 70007,
  90055, 90033, 90006, 50000, 50033, 90093,
];

test.each(common)('AADSTS%i is known, with a layer, a remedy and an owner', (code) => {
  const { meaning } = explain(`AADSTS${code}: whatever it says`);
  expect(Object.keys(layersInWords)).toContain(meaning?.layer);
  expect(meaning?.mends).toMatch(/^[A-Z].{5,}\.$/s);
  expect(meaning?.means).toMatch(/^[A-Z].{10,}\.$/s);
  expect(owners).toContain(meaning?.who);
  expect(explainNumbers([code])?.explanation).toContain(meaning?.mends);
});

/** Notes on the protocol that this product was written after; they are not shipped with it. */
const notes = new URL('../../../../shared/facts/identity.md', import.meta.url);

test.skipIf(!existsSync(notes))('no number of the notes’ table is missing from that list', () => {
  const text = readFileSync(notes, 'utf8');
  const [, table = ''] = /^### 3\.5 [^]*?\n((?:\|.*\n)+)/m.exec(text) ?? [];
  const numbers = [...table.matchAll(/^\| ([^|]*) \|/gm)]
    .flatMap(([, cell = '']) => cell.match(/\b\d{5,8}\b/g) ?? [])
    .map(Number);
  expect(numbers.length).toBeGreaterThan(75);
  expect(numbers.filter((number) => !common.includes(number))).toEqual([]);
});

test('a refused consent is read from the answer of the token endpoint, with the ids to quote', () => {
  const { meaning, readFrom, also, facts, lookUps } = explain(consentRefused);
  expect(meaning?.layer).toBe('consent');
  expect(readFrom).toBe('AADSTS65001');
  expect(also.map((each) => each.readFrom)).toEqual(['consent_required', 'invalid_grant']);
  expect(facts).toContainEqual({ name: 'Trace id', value: trace });
  expect(facts).toContainEqual({ name: 'Correlation id', value: correlation });
  expect(lookUps).toEqual([
    { code: 'AADSTS65001', url: 'https://login.microsoftonline.com/error?code=65001' },
  ]);
});

test.each([
  [
    'an address',
    '/cb#error=access_denied&error_description=AADSTS65004%3A+No.%0D%0AAADSTS50076%3A+Proof.%250AAADSTS123456&state=x',
  ],
  ['a log', 'AADSTS65004: No.\nAADSTS50076: Proof.\nAADSTS65004 again, then AADSTS123456'],
])('of several numbers in %s each is explained, once, and each has its page', (_, pasted) => {
  const { readFrom, others, also, lookUps } = explain(pasted);
  expect(readFrom).toBe('AADSTS65004');
  expect(others.map((each) => each.readFrom)).toEqual(['AADSTS50076']);
  expect(others[0]?.meaning).toEqual(explain('AADSTS50076').meaning);
  expect(also.map((each) => each.readFrom).join()).not.toContain('AADSTS');
  expect(lookUps.map(({ url }) => url.split('=')[1])).toEqual(['65004', '50076', '123456']);
});

test('a sentence alone gives number, ids and time', () => {
  const { description } = { description: JSON.parse(consentRefused).error_description as string };
  const { meaning, facts } = explain(description);
  expect(meaning?.layer).toBe('consent');
  expect(facts).toContainEqual({ name: 'Time', value: '2026-11-20 09:00:00Z' });
  expect(facts).toContainEqual({ name: 'Trace id', value: trace });
});

test.each([
  ['https://app.example/cb#error=access_denied&error_subcode=cancel&state=x', 'cancel'],
  [
    'https://app.example/cb?error=login_required&error_description=AADSTS50058%3a+none',
    'AADSTS50058',
  ],
  ['#error=interaction_required&state=abc', 'interaction_required'],
  [
    '{your redirect uri}/?error=access_denied&error_description=AADSTS65004%3a+denied',
    'AADSTS65004',
  ],
])('the address of a callback is read: %s', (address, readFrom) => {
  expect(explain(address).readFrom).toBe(readFrom);
});

test('Graph’s innermost known code says most', () => {
  const body = JSON.stringify({
    error: {
      code: 'BadRequest',
      message: 'x',
      innerError: { code: 'SearchWithOrderBy', 'request-id': trace, date: '2026-11-20T09:00:00' },
    },
  });
  const { readFrom, also, facts } = explain(body);
  expect(readFrom).toBe('SearchWithOrderBy');
  expect(also.map((each) => each.readFrom)).toContain('BadRequest');
  expect(facts).toContainEqual({ name: 'Request id', value: trace });
});

test.each([
  [
    'Graph, from the outside in',
    '{"error":{"code":"BadRequest","message":"x","innerError":{"code":"SearchWithOrderBy"}}}',
    'BadRequest / SearchWithOrderBy',
  ],
  ['Graph, unknown here', '{"error":{"code":"SomethingNew","message":"x"}}', 'SomethingNew'],
  [
    'SharePoint',
    '{"odata.error":{"code":"-2147024891, System.UnauthorizedAccessException","message":{"lang":"en-US","value":"Access denied."}}}',
    '-2147024891, System.UnauthorizedAccessException',
  ],
  [
    'SharePoint’s headers',
    'HTTP/1.1 401\nx-ms-diagnostics: 3001000;reason="An error.";category="invalid_client"',
    '3001000',
  ],
  [
    'Management',
    '{"error":{"code":"AF20030","message":"Start time and end time must both be specified"}}',
    'AF20030',
  ],
  ['a line of a log', 'The request failed: ErrorAccessDenied', 'ErrorAccessDenied'],
  [
    'Entra with another',
    '{"error":{"code":"InvalidAuthenticationToken","message":"AADSTS50173: x"}}',
    'AADSTS50173 / InvalidAuthenticationToken',
  ],
])('the codes of %s are among what is to be quoted', (_, pasted, code) => {
  expect(explain(pasted).facts).toContainEqual({ name: 'Code', value: code });
});

test('words that are no codes are not quoted as such, and a code alone is quoted once', () => {
  const names = (pasted: string) => explain(pasted).facts.map(({ name }) => name);
  expect(names('Something constructor happened')).toEqual(['Message']);
  expect(names('ErrorAccessDenied')).toEqual(['Code']);
});

test('a claims challenge is decoded, whatever its alphabet and its padding', () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1726258122"}}}';
  const encoded = btoa(claims).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const header = `WWW-Authenticate: Bearer realm="", error="insufficient_claims", claims="${encoded}"`;
  const { readFrom, claims: asked } = explain(`HTTP/1.1 401 Unauthorized\n${header}`);
  expect(readFrom).toBe('insufficient_claims');
  expect(asked).toBe(claims);
});

test.each([
  [
    'x-ms-diagnostics: 2000001;reason="No applicable user context claims found.";error_category="invalid_token"',
    '2000001',
  ],
  [
    'x-ms-diagnostics: 3001000;reason="There has been an error authenticating the request.";category="invalid_client"',
    '3001000',
  ],
  [
    '{"error":{"code":"AF20030","message":"Start time and end time must both be specified"}}',
    'AF20030',
  ],
  [
    '{"odata.error":{"code":"-2147024891, System.UnauthorizedAccessException","message":{"lang":"en-US","value":"Access denied."}}}',
    '-2147024891, System.UnauthorizedAccessException',
  ],
  ['The request failed: ErrorAccessDenied', 'ErrorAccessDenied'],
  ['HTTP/1.1 429 Too Many Requests', '429'],
  ['403 Forbidden', 'Forbidden'],
  ['53003', 'AADSTS53003'],
])('%s is known', (pasted, readFrom) => {
  expect(explain(pasted).readFrom).toBe(readFrom);
});

test.each([
  [
    'HTTP/1.1 429 Too Many Requests\nRetry-After: 17\n\n{"error":{"code":"TooManyRequests"}}',
    '17 sec',
  ],
  ['HTTP/2 503\nretry-after: 1', '1 second,'],
  ['{"status":429,"headers":{"Retry-After":"2.128"}}', '2.128 seconds'],
  ['503\nRetry-After: Sat, 28 Nov 2026 08:00:00 GMT', 'Until Sat, 28 Nov 2026 08:00:00 GMT'],
])('how long to wait is said and quoted: %s', (pasted, words) => {
  const { wait, facts } = explain(pasted);
  expect(wait).toContain(words);
  expect(facts.map(({ name }) => name)).toContain('Retry-After');
});

test('what says the same as the code is not said again', () => {
  const pasted = 'HTTP/1.1 429 Too Many Requests\n\n{"error":{"code":"TooManyRequests"}}';
  expect(explain(pasted).readFrom).toBe('TooManyRequests');
  expect(explain(pasted).also).toEqual([]);
});

test('a service that does not say how long is not quoted with a time', () => {
  const { wait, facts } = explain('HTTP/1.1 429 Too Many Requests\nRetry-After: soon');
  expect([wait, facts.map(({ name }) => name)]).toEqual([undefined, ['Status', 'Message']]);
});

test('what nobody knows passes through with Microsoft’s own page for it', () => {
  const { meaning, lookUps, facts } = explain('AADSTS999999: something new');
  expect(meaning).toBeUndefined();
  expect(lookUps[0]?.url).toContain('999999');
  expect(facts).toContainEqual({ name: 'Code', value: 'AADSTS999999' });
  expect(explain('').meaning).toBeUndefined();
});

test('names that every object has are no codes', () => {
  expect(explain('{"error":"constructor"}').meaning).toBeUndefined();
  expect(explain('toString hasOwnProperty').meaning).toBeUndefined();
});

test('a screen that has only numbers is told whose side it is', () => {
  expect(explainNumbers([1, 65004, 50011])?.whose).toBe('you');
  expect(explainNumbers([123456])).toBeUndefined();
  expect(explainNumbers(undefined)).toBeUndefined();
});

test.each([
  [50011, 'Authentication'],
  [500113, 'Authentication'],
  [7000218, 'Single-page application'],
  [9002326, 'Single-page application'],
  [650057, 'API permissions'],
  [700016, 'Application (client) ID'],
  [50194, 'tenant’s id'],
  [50105, 'Users and groups'],
])('AADSTS%i names the place in the portal that mends it', (code, place) => {
  const failure = explainNumbers([code]);
  expect(failure?.whose).toBe('your administrator');
  expect(failure?.explanation).toContain(place);
});

test('whatever the list of known refusals offers is explained when it is chosen', () => {
  const unlike = knownRefusals().filter(
    ({ code, meaning }) => explain(code).meaning?.means !== meaning.means,
  );
  expect(unlike.map(({ code }) => code)).toEqual([]);
});
