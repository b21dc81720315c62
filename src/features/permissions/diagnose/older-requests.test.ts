import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose, type Diagnosis } from './diagnose.ts';

const client = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
const login = 'https://login.microsoftonline.com';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const one = (pasted: string): Diagnosis => {
  const [first] = diagnose(pasted);
  if (!first) throw new Error('Nothing was found.');
  return first;
};
const faults = ({ findings }: Diagnosis) =>
  findings.filter(({ severity }) => !['good', 'note'].includes(severity)).map(({ about }) => about);
const numbers = ({ findings }: Diagnosis) => findings.flatMap(({ number }) => number ?? []);

describe('the first version of the endpoints', () => {
  test('an authorize request is translated, the resource’s own slash included', () => {
    const { translation, findings } = one(
      `https://login.windows.net/common/oauth2/authorize?response_type=code&client_id=${client}&redirect_uri=https://app.example/&resource=https:%2f%2foutlook.office365.com%2f&state=5fdfd60b-8457-4536-b20f-fcb658d19458`,
    );
    expect(
      findings
        .filter(({ severity }) => severity === 'old')
        .map(({ about }) => about)
        .toSorted(),
    ).toEqual(['host', 'path', 'resource']);
    expect(translation).toContain(`${login}/common/oauth2/v2.0/authorize?`);
    expect(decodeURIComponent(translation ?? '')).toContain(
      'scope=openid profile offline_access https://outlook.office365.com//.default',
    );
    expect(
      faults(
        one(
          (translation ?? '')
            .replace('{code_challenge}', challenge)
            .replace('{state}', 's'.repeat(43))
            .replace('{nonce}', 'n'.repeat(43)),
        ),
      ),
    ).toEqual([]);
  });

  test('prompt=admin_consent becomes the administrator’s page', () => {
    const { translation } = one(
      `https://login.windows.net/common/oauth2/authorize?response_type=code&client_id=${client}&redirect_uri=https://app.example/a&resource=https://manage.office.com&prompt=admin_consent`,
    );
    expect(translation).toContain('/organizations/v2.0/adminconsent?');
    expect(decodeURIComponent(translation ?? '')).toContain(
      'scope=https://manage.office.com/.default',
    );
  });

  test('a token request with a certificate becomes one for .default', () => {
    const { translation, kind } = one(
      `POST https://login.windows.net/41463f53-8812-40f4-890f-865bf6e35190/oauth2/token HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\nHost: login.windows.net\n\nresource=https%3A%2F%2Fmanage.office.com&amp;client_id= ${client}&amp;grant_type=client_credentials &amp;client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&amp;client_assertion=eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2ln`,
    );
    expect(kind).toBe('token');
    expect(decodeURIComponent(translation ?? '')).toContain(
      'scope=https://manage.office.com/.default',
    );
    expect(translation).not.toContain('eyJ');
    expect(translation).toContain('client_assertion={client_assertion}');
  });
});

describe('what the documents print', () => {
  test('an app’s id in the tenant’s place, a default without its dot, a path that does not exist, a renewal in place of the first exchange', () => {
    const authorize = one(
      `${login}/{APP_ID}/oauth2/v2.0/authorize?client_id=APP_ID&redirect_uri=REDIRECT_URI&response_type=code&state=STATE&scope=api://{APP_ID}/default`,
    );
    expect(
      authorize.findings
        .filter(({ severity }) => severity === 'wrong')
        .map(({ about }) => about)
        .toSorted(),
    ).toEqual(['code_challenge', 'scope', 'tenant']);
    const token = one(
      `parameters = 'client_id=APP_ID&client_secret=APP_SECRET&refresh_token=REFRESH_TOKEN&grant_type=refresh_token&redirect_uri=REDIRECT_URI'\nRestClient.post '${login}/{APP_ID}/oauth2/v2.0/oauth/token', parameters`,
    );
    expect(token.kind).toBe('token');
    expect(faults(token)).toEqual(expect.arrayContaining(['path', 'tenant', 'client_secret']));
    expect(token.findings.map(({ says }) => says).join(' ')).toContain('first exchange');
  });

  test('a multipart form in one line, and one code for several resources', () => {
    const part = (name: string, value: string) =>
      `Content-Disposition: form-data; name="${name}" ${value} ----WebKitFormBoundaryE19`;
    const post = (resource: string) =>
      `POST /common/oauth2/token HTTP/1.1 Host: login.windows.net Accept: text/json ----WebKitFormBoundaryE19 ${part('grant_type', 'authorization_code')} ${part('code', 'AAABAAAA...xyz')} ${part('client_id', client)} ${part('resource', resource)}`;
    const all = diagnose(
      `${post('https://api.office.com/discovery/')}\nthen\n${post('https://contoso-my.sharepoint.com/')}`,
    );
    expect(all.map(({ kind }) => kind)).toEqual(['token', 'token']);
    expect(all.map(({ message }) => message.bodyType)).toEqual(['multipart', 'multipart']);
    expect(all.map((each) => numbers(each).includes(54005))).toEqual([false, true]);
    expect(decodeURIComponent(all[0]?.translation ?? '')).toContain(
      'https://api.office.com/discovery//.default',
    );
  });

  test('an address in one line of HTTP, with spaces in it', () => {
    const diagnosis = one(
      `GET /common/oauth2/authorize?client_id=${client} &redirect_uri=https://app.example/v1/ &response_type=code&prompt=login&state=D79E5777 HTTP/1.1 Host: login.windows.net Cache-Control: no-cache`,
    );
    expect(diagnosis.kind).toBe('authorize');
    expect(diagnosis.message.parameters.map(({ name }) => name)).toEqual([
      'client_id',
      'redirect_uri',
      'response_type',
      'prompt',
      'state',
    ]);
  });

  test('a token answer whose members are spelled with hyphens, and has the first version’s', () => {
    const answer = one(
      '{ "refresh-token": "AAABsvRw-mAAWHr8", "resource": "https://api.office.com/discovery/", "pwd_exp": "3062796", "expires_in": "3599", "access-token": "ey_0_J0eXAi", "scope": "Contacts.Read", "token-type": "Bearer", "not_before": "1422385173" }',
    );
    expect(answer.kind).toBe('token-answer');
    expect(
      answer.findings.filter(({ severity }) => severity === 'wrong').map(({ about }) => about),
    ).toEqual(['refresh-token', 'access-token', 'token-type']);
    expect(
      answer.findings.filter(({ severity }) => severity === 'old').map(({ about }) => about),
    ).toEqual(['resource', 'pwd_exp', 'not_before']);
    expect(JSON.stringify(answer)).not.toMatch(/AAABsvRw|ey_0_J0/);
    const good = one(
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"token_type":"Bearer","scope":"User.Read openid","expires_in":3600,"access_token":"opaque-canary","id_token":"e30.e30.x","refresh_token":"r-canary"}',
    );
    expect(faults(good)).toEqual([]);
    expect(JSON.stringify(good)).not.toContain('canary');
    expect(one('{"error":"invalid_grant","error_description":"AADSTS54005: used"}').kind).toBe(
      'token-answer',
    );
  });

  test('scopes of several resources at once are told: a token is for one', () => {
    const { findings } = one(
      `${login}/common/oauth2/v2.0/authorize?client_id=${client}&response_type=code&scope=https://graph.microsoft.com/mail.read%20https://outlook.office.com/mail.read`,
    );
    expect(findings.find(({ about }) => about === 'scope')?.says).toContain('2 resources');
  });

  test('line breaks for legibility, and two scopes that ran together', () => {
    const { message, findings } = one(
      `// Line breaks for legibility only\n${login}/{tenant}/oauth2/v2.0/authorize?\nclient_id=${client}\n&response_type=code\n&redirect_uri=http%3A%2F%2Flocalhost%2Fmyapp%2F\n&response_mode=query\n&scope=offline_access%20user.read%20Fmail.read\n&state=12345`,
    );
    expect(message.parameters).toHaveLength(6);
    expect(findings.find(({ number }) => number === 650053)?.mend).toContain('mail.read');
  });
});

describe('what a document prints, pasted as it stands', () => {
  const page = `First the person is sent away:
GET https://login.windows.net/common/oauth2/authorize?response_type=code&client_id={your client id }&resource=https:%2f%2foutlook.office365.com%2f&state=5fdfd60b-8457-4536-b20f-fcb658d19458
and comes back to https://app.example/cb?code=AAABcanary or, refused, to
{your redirect uri}/?error=access_denied&error_description=AADSTS65004%3a+Denied&state=x

POST https://login.windows.net/common/oauth2/token HTTP/1.1
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&amp;code={code from before}&amp;client_id={your client id }

{ "access-token": "opaque{canary", "expires_in": 7200, "created_at": 1607635748 }

Last, with a tool: curl is good for that.
curl https://login.microsoftonline.com/common/oauth2/v2.0/token \\
  -d 'grant_type=refresh_token&refresh_token=canary&client_id=${client}'
Then call GET https://graph.microsoft.com/v1.0/me?$top=10 with it.
GET https://graph.microsoft.com/v1.0/me?$top=10
See {"error":"invalid_grant","error_description":"AADSTS70008: it was too old"}.`;

  test('every request and every answer of it is found, in its order', () => {
    const all = diagnose(page);
    expect(all.map(({ kind }) => kind)).toEqual([
      'authorize',
      'callback',
      'callback',
      'token',
      'token-answer',
      'token',
      'token-answer',
    ]);
    expect(JSON.stringify(all)).not.toContain('canary');
    const value = (at: number, wanted: string) =>
      all[at]?.message.parameters.find(({ name }) => name === wanted)?.value;
    expect(value(0, 'client_id')).toBe('{your_client_id}');
    expect(value(2, 'error')).toBe('access_denied');
    expect(value(3, 'client_id')).toBe('{your_client_id}');
    expect(all[4]?.findings.find(({ about }) => about === 'created_at')?.severity).toBe('note');
    expect(value(5, 'grant_type')).toBe('refresh_token');
  });

  test('an answer with its address broken over lines is no token request', () => {
    const answer = one('GET https://localhost/myapp/?\ncode=M0ab92efe\n&state=12345');
    expect(answer.kind).toBe('callback');
    expect(answer.message.parameters.map(({ name }) => name)).toEqual(['code', 'state']);
  });

  test('who asks without openid is told that there will be no id token', () => {
    const { findings } = one(
      `${login}/{APP_ID}/oauth2/v2.0/authorize?client_id=APP_ID&redirect_uri=REDIRECT_URI&response_type=code&state=STATE&scope=REQUESTED_SCOPES`,
    );
    expect(findings.map(({ says }) => says).join(' ')).toContain('Without openid');
  });

  test('an answer whose scopes stand encoded in it, one of them with a stray letter', () => {
    const { findings } = one(
      '{"token_type":"Bearer","scope":"user.read%20Fmail.read","expires_in":3600,"access_token":"e30","refresh_token":"AwAB"}',
    );
    expect(faults(one('{"token_type":"Bearer","scope":"user.read","access_token":"e30"}'))).toEqual(
      [],
    );
    expect(findings.find(({ severity }) => severity === 'wrong')?.about).toBe('scope');
  });

  test('one code for several resources, where the second form is followed by more words', () => {
    const part = (name: string, value: string) =>
      `----Boundary Content-Disposition: form-data; name="${name}" ${value} `;
    const post = `POST /common/oauth2/token HTTP/1.1 Host: login.windows.net ${part('grant_type', 'authorization_code')}${part('code', 'AAABx')}${part('client_id', client)}`;
    const [, second] = diagnose(
      `${post}${part('resource', 'https://a.example/')}----Boundary\n${post}${part('resource', 'https://b.example/')}----Boundary\nthe same for others:\n... ${part('resource', 'https://c.example/')}----Boundary`,
    );
    expect(numbers(second ?? one(post))).toContain(54005);
    expect(
      second?.message.parameters
        .filter(({ name }) => name === 'resource')
        .map(({ value }) => value),
    ).toEqual(['https://b.example/']);
  });
});

const sources = new URL('../../../../../shared/sources/', import.meta.url);

/** What is wrong in each document that this product follows: kind of message, what it is about, and a word of what is said. */
const mistakes: Readonly<Record<string, readonly (readonly [string, string, RegExp])[]>> = {
  's0-one-code-many-resources': [
    ['token', 'code', /redeemed here again/],
    ['token', 'body', /multipart/],
    ['token-answer', 'access-token', /written access_token/],
    ['token', 'resource', /first version/],
  ],
  's1-exchange-online-oauth2': [
    ['authorize', 'prompt', /admin_consent/],
    ['authorize', 'resource', /first version/],
    ['token', 'client_secret', /secret/],
  ],
  's2-tenancy-header-api': [
    ['authorize', 'tenant', /app’s own id/],
    ['authorize', 'scope', /Without openid/],
    ['token', 'path', /no endpoint/],
    ['token', 'redirect_uri', /first exchange/],
    ['token-answer', 'id_token', /no id token/],
  ],
  's3-office-365-management-apis': [
    ['authorize', 'address', /&amp;/],
    ['authorize', 'redirect_uri', /http/],
    ['token', 'address', /&amp;/],
    ['token-answer', 'resource', /first version/],
  ],
  's4-graph-on-behalf-of-a-user': [
    ['authorize', 'code_challenge', /PKCE/],
    ['authorize', 'state', /guessed/],
    ['token-answer', 'scope', /encoded/],
    ['callback', 'code', /query/],
  ],
};

test.skipIf(!existsSync(sources)).each(Object.entries(mistakes))(
  'the mistakes of %s are found in its whole text',
  (name, expected) => {
    const all = diagnose(readFileSync(new URL(`${name}.txt`, sources), 'utf8'));
    for (const [kind, about, words] of expected) {
      const said = all
        .filter((diagnosis) => diagnosis.kind === kind)
        .flatMap(({ findings }) => findings.filter((finding) => finding.about === about))
        .map(({ says }) => says);
      expect([kind, about, said.some((each) => words.test(each))]).toEqual([kind, about, true]);
    }
  },
);
