import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  jsonValue,
  oneof,
  property,
  record,
  string,
  tuple,
  uniqueArray,
} from 'fast-check';
import { customFetch, protectedResourceRequest, WWWAuthenticateChallengeError } from 'oauth4webapi';
import { expect, test } from 'vitest';
import { readClaimsChallenge } from './claims-challenge.ts';
import { claimsRequest } from './claims-request.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1726258122"}}}';
const base64 = btoa(claims);
const graph =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';
const cae = `error="insufficient_claims", claims="${base64}"`;

test.each([
  ['as Graph sends it', `${graph}, ${cae}`],
  ['in another order', `Bearer claims="${base64}", error="insufficient_claims", realm=""`],
  [
    'without a space behind the comma',
    `Bearer realm="",error="insufficient_claims",claims="${base64}"`,
  ],
  ['in other letters', `BEARER Realm="", Error="insufficient_claims", CLAIMS="${base64}"`],
  ['without quotes', `Bearer error=insufficient_claims, claims=${base64}`],
  ['unpadded', `Bearer error="insufficient_claims", claims="${base64.replaceAll('=', '')}"`],
  ['behind another scheme', `PoP nonce="abc", Bearer realm="x", Bearer ${cae}`],
  ['behind a scheme with a token', `Negotiate YII=, Basic, Bearer ${cae}`],
  ['before another scheme', `Bearer ${cae}, Basic realm="Bearer"`],
  ['beside an address without quotes', `Bearer authorization_uri=https://a.example/b?c=d, ${cae}`],
  ['behind quoted quotes', String.raw`Bearer realm="a\", error=\"none", ${cae}`],
])('a challenge is read %s', (_, header) => {
  expect(readClaimsChallenge(header)).toBe(claims);
});

test.each([
  ['nothing', undefined],
  ['an empty header', ''],
  ['a token that has expired', graph],
  ['another error', `Bearer error="invalid_token", claims="${base64}"`],
  ['another scheme', `PoP ${cae}`],
  [
    'claims in one challenge and the error in another',
    `Bearer error="insufficient_claims", Bearer claims="${base64}"`,
  ],
  ['no claims', 'Bearer error="insufficient_claims"'],
  ['claims that are no base64', 'Bearer error="insufficient_claims", claims="{}"'],
  ['claims that are no JSON', `Bearer error="insufficient_claims", claims="${btoa('{')}"`],
  ['claims that are no object', `Bearer error="insufficient_claims", claims="${btoa('[1]')}"`],
  ['claims that are null', `Bearer error="insufficient_claims", claims="${btoa('null')}"`],
  ['claims that are no text', 'Bearer error="insufficient_claims", claims="_w=="'],
  ['words inside a value', `Bearer realm="x, Bearer ${cae.replaceAll('"', "'")}"`],
])('%s asks for no claims', (_, header) => {
  expect(readClaimsChallenge(header)).toBeUndefined();
});

const quotable = string({ maxLength: 12 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, ''));
const asked = dictionary(string(), jsonValue());
const inBase64 = tuple(asked, constantFrom('base64' as const, 'base64url' as const)).map(
  ([value, alphabet]) => Buffer.from(JSON.stringify(value)).toString(alphabet),
);
const quoted = (value: string) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
const parameter = tuple(
  constantFrom('error', 'claims', 'realm', 'client_id', 'Error_Description'),
  oneof(constantFrom('insufficient_claims', 'invalid_token'), inBase64, quotable).map(quoted),
);
const challenge = record({
  scheme: constantFrom('Bearer', 'bearer', 'PoP', 'Negotiate'),
  parameters: uniqueArray(parameter, { selector: ([name]) => name, maxLength: 5 }),
}).map(({ scheme, parameters }) =>
  [scheme, parameters.map((pair) => pair.join('=')).join(', ')].filter(Boolean).join(' '),
);

/** Another reader of the same header. */
async function readByLibrary(header: string): Promise<string | undefined> {
  const answer = new Response(null, { status: 401, headers: { 'www-authenticate': header } });
  try {
    await protectedResourceRequest('a', 'GET', new URL('https://a.example'), undefined, undefined, {
      [customFetch]: async () => answer,
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof WWWAuthenticateChallengeError)) throw error;
    const { parameters } =
      error.cause.find(
        (each) =>
          each.scheme === 'bearer' &&
          each.parameters['error'] === 'insufficient_claims' &&
          each.parameters['claims'] !== undefined,
      ) ?? {};
    return parameters?.['claims'];
  }
}

test('what is spelled by the rules is read as oauth4webapi reads it', async () => {
  await assert(
    asyncProperty(array(challenge, { minLength: 1, maxLength: 4 }), async (challenges) => {
      const header = challenges.join(', ');
      const theirs = (await readByLibrary(header)) ?? '';
      const alone = `Bearer error="insufficient_claims", claims="${theirs}"`;
      expect(readClaimsChallenge(header)).toBe(readClaimsChallenge(alone));
    }),
    { numRuns: 500 },
  );
});

test('claims arrive whole, whatever they are and whatever stands around them', () => {
  assert(
    property(asked, inBase64, array(challenge, { maxLength: 3 }), (value, other, around) => {
      const text = Buffer.from(JSON.stringify(value)).toString('base64url');
      const header = [
        `Bearer realm="${other}", error=insufficient_claims, claims=${text}`,
        ...around,
      ];
      expect(JSON.parse(readClaimsChallenge(header.join(', ')) ?? '')).toEqual(
        JSON.parse(JSON.stringify(value)),
      );
    }),
  );
});

test('no header, however broken, does more than ask for nothing', () => {
  assert(
    property(oneof(string({ unit: 'binary' }), array(challenge).map(String)), (header) => {
      expect(JSON.parse(readClaimsChallenge(header) ?? '{}')).toBeTypeOf('object');
    }),
  );
});

test('every request says what this client understands, whatever else is asked', () => {
  expect(JSON.parse(claimsRequest(undefined))).toEqual({
    id_token: { login_hint: { essential: false } },
    access_token: { xms_cc: { values: ['cp1'] } },
  });
  expect(JSON.parse(claimsRequest(claims))).toEqual({
    id_token: { login_hint: { essential: false } },
    access_token: {
      nbf: { essential: true, value: '1726258122' },
      xms_cc: { values: ['cp1'] },
    },
  });
  assert(
    property(
      oneof(
        string(),
        jsonValue().map((value) => JSON.stringify(value)),
      ),
      (text) => {
        expect(JSON.parse(claimsRequest(text))).toMatchObject(JSON.parse(claimsRequest(undefined)));
      },
    ),
  );
});

test('what an API asked of the id token is asked beside what is always asked, and what is no object asks nothing', () => {
  const asked = JSON.stringify({ id_token: { acrs: { essential: true } } });
  expect(JSON.parse(claimsRequest(asked))).toMatchObject({
    id_token: { acrs: { essential: true }, login_hint: { essential: false } },
  });
  const nothing = claimsRequest(undefined);
  for (const odd of ['7', '"text"', 'true', '[1]', 'null', ''])
    expect(claimsRequest(odd)).toBe(nothing);
  expect(claimsRequest('{"id_token":"x"}')).toBe(nothing);
});

test('quotation marks within a value, parameters of no challenge and bytes that are no text', () => {
  const claims = btoa('{"access_token":{}}');
  const rest = `error="insufficient_claims", claims="${claims}"`;
  expect(readClaimsChallenge(`Bearer realm="a \\"b\\", c", ${rest}`)).toBe('{"access_token":{}}');
  expect(readClaimsChallenge(`Bearer error="insuff\\icient_claims", claims="${claims}"`)).toBe(
    '{"access_token":{}}',
  );
  expect(readClaimsChallenge(`realm="x", ${rest}`)).toBeUndefined();
  const broken = btoa('{"a":"\u00ff"}');
  expect(
    readClaimsChallenge(`Bearer error="insufficient_claims", claims="${broken}"`),
  ).toBeUndefined();
});
