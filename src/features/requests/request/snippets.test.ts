import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import type { ReadyRequest } from './draft.ts';
import { secretsOf } from './find-secrets.ts';
import { snippet, tongues, type SnippetContext } from './snippets.ts';
import {
  hasPython,
  powerShellStrings,
  runCurl,
  runPython,
  runScript,
  sentByCurl,
  type Sent,
} from './snippets.test-kit.ts';

const context: SnippetContext = {
  clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
  authority: 'https://login.microsoftonline.com/common',
  redirectUri: 'http://localhost:5173',
  scopes: ['Mail.Read'],
};
const graph = 'https://graph.microsoft.com/v1.0';

const request = (parts: Partial<ReadyRequest>): ReadyRequest => ({
  method: 'POST',
  url: `${graph}/me`,
  resource: clouds.global.graph,
  headers: {},
  body: undefined,
  ...parts,
});

/** What quoting breaks at, in one text after the other and all at once. */
const oddTexts = [
  '',
  "it's",
  '"quoted"',
  'back\\slash \\n \\" \\\'',
  'a\nb\r\nc\ttab',
  '$HOME ${HOME} $(id) $env:PATH `id` `$x',
  '!history !! %PATH% ^x & | ; < > * ? [a] {b,c} ~ #',
  '@file -option --long',
  '\'\'\' """ \'\' ""',
  '‘curly’ ‚low‛ “double”',
  'Zoë 日本語 🦊 \u2028 \u2029 \u00a0 \ufeff',
  '\u0001\u0007\u001b[31m \u007f',
  "$('x') #{x} {{y}} {0} %s",
  '</script><!--',
];
const odd = [...oddTexts, oddTexts.join('\n')];

/** Headers hold no line ends and no letters beyond Latin-1, and no blanks at their ends. */
const inHeader = (text: string) =>
  // oxlint-disable-next-line no-control-regex -- no header may hold them
  text.replaceAll(/[\u0000-\u001f\u007f-\uffff]/g, '').trim();

const oddRequests: readonly ReadyRequest[] = [
  ...odd.flatMap((text) => [
    request({ body: text, headers: { 'content-type': 'text/plain', 'x-odd': inHeader(text) } }),
    request({
      body: JSON.stringify({ text }),
      headers: { 'content-type': 'application/json' },
      url: new URL(`${graph}/me/messages?$filter=subject eq '${text}'&$top=1`).href,
    }),
  ]),
  request({ method: 'GET' }),
  request({ method: 'DELETE', url: `${graph}/me/messages/AAMk=` }),
];

const sentOf = ({ method, url, headers, body }: ReadyRequest): Sent => ({
  method,
  url,
  headers: { ...headers, authorization: 'Bearer t0ken' },
  body,
});

test('a shell reads from the curl command exactly what was typed', () => {
  const commands = oddRequests.map((each) => snippet('curl', each, context));
  const calls = runCurl(commands, { TOKEN: 't0ken' });
  expect(calls.map(sentByCurl)).toEqual(oddRequests.map(sentOf));
});

test.each(['fetch', 'MSAL.js', 'Graph SDK'] as const)(
  'a script engine reads from the snippet for %s exactly what was typed',
  async (tongue) => {
    for (const each of oddRequests) {
      expect(await runScript(snippet(tongue, each, context), {})).toEqual(sentOf(each));
    }
  },
);

test.skipIf(!hasPython)('Python reads from its snippet exactly what was typed', () => {
  const snippets = oddRequests.map((each) => snippet('Python', each, context));
  expect(runPython(snippets, { TOKEN: 't0ken' })).toEqual(oddRequests.map(sentOf));
});

test('PowerShell’s quotes hold exactly what was typed', () => {
  for (const each of oddRequests) {
    const { 'content-type': type, ...headers } = each.headers;
    expect(powerShellStrings(snippet('PowerShell', each, context))).toEqual([
      ...Object.entries(headers).flat(),
      each.url,
      ...(each.body === undefined ? [] : [type, each.body]),
    ]);
  }
});

const canary = 'c4nary-7Qx-Zz';
const jwt = `eyJhbGciOiJub25lIn0.eyJ4Ijoi${canary.replaceAll('-', '')}In0.c2ln`;
const withSecrets = request({
  url: `${graph}/me?tempauth=${canary}&$top=1&x=${jwt}`,
  headers: {
    'content-type': 'application/json',
    'x-api-key': canary,
    'ocp-apim-subscription-key': canary,
    'x-functions-key': canary,
    'x-forwarded-authorization': `Bearer ${canary}2`,
    'x-note': `see ${jwt} here`,
  },
  body: `{ "client_secret": "${canary}", "link": "https://x.example/a?tempauth=${canary}4&b", "note": "Bearer ${canary}3", "pin_secret": 48151623,\n "name": "Zoë" }`,
});
const form = request({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: `grant_type=password&username=adele&password=${canary}&refresh_token=1.${'A'.repeat(40)}&client_assertion=${jwt}`,
});

test.each(tongues)(
  'what is secret in a request is a variable for %s, wherever it stands',
  (tongue) => {
    for (const each of [withSecrets, form]) {
      const text = snippet(tongue, each, context);
      for (const secret of [canary, jwt, '48151623', 'A'.repeat(40)]) {
        expect(text.includes(secret)).toBe(false);
      }
      expect(text).toMatch(/SECRET_\d|secret\d/);
      expect(text).toMatch(/Zoë|grant_type=password&username=adele/);
    }
  },
);

test('with its variables filled in, a snippet sends what was typed', async () => {
  const secrets = Object.fromEntries(
    secretsOf(withSecrets).map((secret, at, all) => [`SECRET_${all.length - at}`, secret]),
  );
  expect(Object.values(secrets)).toEqual([
    jwt,
    ...[2, 3, 4].map((each) => `${canary}${each}`),
    canary,
    '48151623',
  ]);
  const variables = { TOKEN: 't0ken', ...secrets };
  const wanted = sentOf(withSecrets);
  const [words = []] = runCurl([snippet('curl', withSecrets, context)], variables);
  expect(sentByCurl(words)).toEqual(wanted);
  const lower = Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [name.toLowerCase().replace('_', ''), value]),
  );
  expect(await runScript(snippet('fetch', withSecrets, context), lower)).toEqual(wanted);
  const inPython = () => runPython([snippet('Python', withSecrets, context)], variables);
  expect(hasPython ? inPython() : [wanted]).toEqual([wanted]);
});
