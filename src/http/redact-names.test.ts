import { describe, expect, test } from 'vitest';
import {
  digestOf,
  isSecret,
  redactBody,
  redactHeaders,
  redactLink,
  redactMessageUrl,
  redactParameters,
  redactText,
  redactUrl,
  sha256,
} from './redact.ts';

const url = 'https://a.example/b';
const body = (value: unknown): unknown => JSON.parse(redactBody(JSON.stringify(value)));

const secretNames = [
  ...['clientdata', 'code', 'login_hint', 'logout_hint', 'sig', 'tempauth', 'token'],
  ...['password', 'passwd', 'passphrase', 'client_secret', 'credentials', 'client_assertion'],
  ...['cookie', 'Authorization', 'signature', 'private_key', 'private-key', 'privatekey'],
  ...['subscriptionKey', 'Ocp-Apim-Subscription-Key', 'x-functions-key', 'accountKey'],
  ...['api_key', 'apikey', 'api-key', 'access_token', 'refreshToken', 'id-token', 'bearertoken'],
  ...['auth_token', 'sastoken', 'session_token', 'securityToken', 'client_info', 'clientinfo'],
  ...['code_verifier', 'codeverifier'],
];
const openNames = ['top', 'codes', 'signed', 'tokens', 'id', 'key', '$skiptoken', '$deltatoken'];

describe('a name in an address', () => {
  test.each(secretNames)('%s keeps its value to itself, however it is written', (name) => {
    expect(isSecret(name)).toBe(true);
    for (const part of ['?', '#'])
      expect(redactUrl(`${url}${part}x=1&${name}=canary`)).toBe(
        `${url}${part}x=1&${name}=[redacted]`,
      );
    expect(isSecret(`+${name.toUpperCase()}+`)).toBe(true);
  });

  test.each(openNames)('%s shows its value', (name) => {
    expect(isSecret(name)).toBe(false);
    expect(redactUrl(`${url}?${name}=shown`)).toBe(`${url}?${name}=shown`);
  });

  test('that cannot be decoded is read as it is', () => {
    expect(isSecret('%PASSWORD%')).toBe(true);
    expect(redactUrl(`${url}?%=a&alone&=b`)).toBe(`${url}?%=a&alone&=b`);
  });

  test('without anything behind it is nothing, and a word alone is searched for what is secret by its shape', () => {
    expect(redactUrl(`${url}?`)).toBe(url);
    expect(redactUrl(`${url}#eyJhbGciOi.eyJhdWQi.c2ln`)).toBe(`${url}#[redacted]`);
    expect(redactUrl('https://u:p@a.example/')).toBe('https://a.example/');
    expect(redactUrl('no address')).toBe('[redacted]');
  });

  test('of a link that needs no token is all that stays', () => {
    expect(redactLink(`${url}?a=1&b=2#c=3`)).toBe(`${url}?a=[redacted]&b=[redacted]#c=[redacted]`);
  });
});

describe('a sign-in message', () => {
  const open = [
    ...['client_id', 'response_type', 'response_mode', 'redirect_uri', 'scope', 'prompt', 'claims'],
    ...['code_challenge', 'code_challenge_method', 'client-request-id', 'grant_type', 'tenant'],
    ...['domain_hint', 'instance_aware', 'post_logout_redirect_uri', 'admin_consent', 'token_type'],
    ...['error', 'error_description', 'error_subcode', 'error_uri', 'error_codes', 'suberror'],
    ...['expires_in', 'ext_expires_in', 'refresh_in', 'refresh_token_expires_in', 'timestamp'],
    ...['trace_id', 'correlation_id', 'iss', 'resource', 'foci', 'client_assertion_type'],
  ];

  test.each(open)('shows %s', async (name) => {
    expect(await redactParameters([[name, 'shown']])).toEqual([[name, 'shown']]);
    expect(await redactMessageUrl(`${url}?${name}=a%20b`)).toBe(`${url}?${name}=a%20b`);
  });

  test('shows nothing that nobody has named, and takes secrets out of what it shows', async () => {
    expect(
      await redactParameters([
        ['odd', 'canary'],
        ['password=canary', 'canary'],
        ['error_description', 'see code_verifier=canary'],
      ]),
    ).toEqual([
      ['odd', '[redacted]'],
      ['password=[redacted]', '[redacted]'],
      ['error_description', 'see code_verifier=[redacted]'],
    ]);
    const address = `${url}?odd=canary&error=password%3D#error_description=password=canary`;
    expect(await redactMessageUrl(address)).toBe(
      `${url}?odd=[redacted]&error=password%3D#error_description=password=[redacted]`,
    );
    expect(await redactMessageUrl('no address')).toBe('[redacted]');
  });

  test('shows state and nonce as a digest, once', async () => {
    const digest = await digestOf('s');
    expect(digest).toMatch(/^sha256:[\w-]{16}$/);
    const fields = await redactParameters([
      ['state', 's'],
      ['NONCE', digest],
      ['nonce', `x${digest}`],
      ['state', `${digest}x`],
    ]);
    expect(fields.slice(0, 2)).toEqual([
      ['state', digest],
      ['NONCE', digest],
    ]);
    expect(fields[2]?.[1]).toBe(await digestOf(`x${digest}`));
    expect(fields[3]?.[1]).toBe(await digestOf(`${digest}x`));
    expect(await redactMessageUrl(`${url}#state=s&code=canary`)).toBe(
      `${url}#state=${digest}&code=[redacted]`,
    );
  });

  test('is digested as PKCE writes it', async () => {
    // The verifier of RFC 7636, appendix B.
    expect(await sha256('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });
});

describe('a header', () => {
  test.each([
    ...['accept', 'Accept-Language', 'access-control-allow-origin', 'allow', 'cache-control'],
    ...['client-request-id', 'consistencylevel', 'content-type', 'content-length', 'content-range'],
    ...['content-language', 'content-disposition', 'content-encoding', 'correlation-id', 'date'],
    ...['etag', 'expires', 'if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'],
    ...['if-range', 'last-modified', 'odata-version', 'origin', 'prefer', 'preference-applied'],
    ...['ratelimit-limit', 'range', 'request-id', 'retry-after', 'return-client-request-id'],
    ...[
      'scenario',
      'sdkversion',
      'server-timing',
      'spclienttraceid',
      'sprequestguid',
      'vary',
      'via',
    ],
    ...['warning', 'www-authenticate', 'x-anchormailbox', 'x-ms-request-id', 'x-requestid'],
    ...[
      'x-request-id',
      'x-tenant-id',
      'nextpageuri',
      'x-planner-time',
      'readwriteconsistencytoken',
    ],
  ])('%s is shown', (name) => {
    expect(redactHeaders([[name, 'shown']])).toEqual([[name, 'shown']]);
  });

  test.each([
    ...[
      'authorization',
      'cookie',
      'set-cookie',
      'location',
      'x-odd',
      'x-ms-auth',
      'x-ms-user-token',
    ],
    ...['x-ms-client-secret', 'accept-', 'xaccept', 'via2', 'date-x', 'x-api-key', 'ratelimit-'],
  ])('%s is not shown', (name) => {
    expect(redactHeaders([[name, 'canary']])).toEqual([[name, '[redacted]']]);
  });

  test('that is an address is shown as one', () => {
    expect(redactHeaders([['Content-Location', `${url}?sig=canary`]])).toEqual([
      ['Content-Location', `${url}?sig=[redacted]`],
    ]);
    expect(redactHeaders([['warning', 'sig=canary']])).toEqual([['warning', 'sig=[redacted]']]);
  });
});

describe('a text', () => {
  test.each([
    ['eyJhbGciOiJ.eyJhdWQiOi.c2lnbmF0', '[redacted]'],
    ['x eyJhbGciOiJ.a.b.c.d y', 'x [redacted] y'],
    ['eyJhbGciOiJ alone', 'eyJhbGciOiJ alone'],
    ['Bearer abcdef', 'Bearer [redacted]'],
    ['bearer  a.b~c+/=-', 'bearer [redacted]'],
    [
      'Basic dXNlcjE=, PoP abcdef, DPoP abcdef',
      'Basic [redacted], PoP [redacted], DPoP [redacted]',
    ],
    ['Bearer short', 'Bearer short'],
    ['forbearer abcdef', 'forbearer abcdef'],
    [`0.A${'x'.repeat(30)}.y.z!`, '[redacted]!'],
    [`1.A${'x'.repeat(30)}`, '[redacted]'],
    [`2.A${'x'.repeat(30)}`, `2.A${'x'.repeat(30)}`],
    [`0.A${'x'.repeat(29)}`, `0.A${'x'.repeat(29)}`],
    ['a?password=canary&b=c', 'a?password=[redacted]&b=c'],
    ['Access_Token=canary tempauth=canary', 'Access_Token=[redacted] tempauth=[redacted]'],
    ['"sig=canary" <id_token=canary>', '"sig=[redacted]" <id_token=[redacted]>'],
    ['xsig=shown password=', 'xsig=shown password='],
  ])('%s becomes %s', (before, after) => {
    expect(redactText(before)).toBe(after);
    expect(redactBody(before)).toBe(after);
  });

  test.each([
    ...['realm', 'authorization_uri', 'client_id', 'error', 'error_description', 'scope'],
    ...['resource', 'claims', 'trusted_issuers'],
  ])('with a challenge that begins with %s stays', (name) => {
    expect(redactText(`Bearer ${name}="abcdef"`)).toBe(`Bearer ${name}="abcdef"`);
  });
});

describe('an answer’s JSON', () => {
  test('loses the values of secret members at any depth, texts and numbers, and nothing else', () => {
    const answer = {
      subject: 'kept',
      count: 5,
      flag: true,
      none: null,
      list: ['a', { password: 'canary', pin: 1, apiKey: 77, secret: true, token: null }],
      accessToken: ['canary', 'canary'],
      'password=canary': 'under a name',
    };
    expect(body(answer)).toEqual({
      subject: 'kept',
      count: 5,
      flag: true,
      none: null,
      list: [
        'a',
        { password: '[redacted]', pin: 1, apiKey: '[redacted]', secret: true, token: null },
      ],
      accessToken: ['[redacted]', '[redacted]'],
      'password=[redacted]': '[redacted]',
    });
    expect(body([null, 'Bearer canary-x', 7])).toEqual([null, 'Bearer [redacted]', 7]);
    expect(redactBody('"sig=canary"')).toBe('"sig=[redacted]"');
  });

  test.each([
    ['@microsoft.graph.downloadUrl', `${url}?a=canary`, `${url}?a=[redacted]`],
    ['uploadUrl', `${url}?a=canary`, `${url}?a=[redacted]`],
    ['download_url', 'no address', '[redacted]'],
    ['preAuthenticatedUrl', `${url}?a=canary`, `${url}?a=[redacted]`],
    ['downloadUrlKind', `${url}?a=shown`, `${url}?a=shown`],
    ['webUrl', `${url}?a=shown&tempauth=canary`, `${url}?a=shown&tempauth=[redacted]`],
    ['webUrl', 'HTTP://a.example/?code=canary', 'http://a.example/?code=[redacted]'],
    ['webUrl', `${url}?code`, `${url}?code`],
    ['note', `see ${url}?code=shown`, `see ${url}?code=shown`],
    ['note', `${url}?code=shown and more`, `${url}?code=shown and more`],
  ])('shows of %s: %s what is not secret', (name, value, shown) => {
    expect(body({ [name]: value })).toEqual({ [name]: shown });
  });
});
