/** A request as code of several tongues. The token, and whatever else is secret in it, is a variable in each. */
import { curlCommand } from '#lib/curl.ts';
import type { ReadyRequest } from './draft.ts';
import { secretsOf, withoutSecrets } from './find-secrets.ts';

export interface SnippetContext {
  readonly clientId: string;
  readonly authority: string;
  readonly redirectUri: string;
  /** With the API's identifier. */
  readonly scopes: readonly string[];
}

export const tongues = ['curl', 'fetch', 'MSAL.js', 'Graph SDK', 'PowerShell', 'Python'] as const;
export type Tongue = (typeof tongues)[number];

export function snippet(tongue: Tongue, request: ReadyRequest, context: SnippetContext): string {
  const secrets = secretsOf(request);
  const split = (text: string) => withoutSecrets(text, secrets);
  switch (tongue) {
    case 'curl':
      return curlCommand(
        {
          method: request.method,
          url: request.url,
          headers: Object.entries(request.headers),
          body: request.body,
        },
        { header: 'Authorization: Bearer $TOKEN', split },
      );
    case 'fetch':
      return fetchCall(request, 'token', split);
    case 'MSAL.js':
      return `${msal(context)}\n\n${fetchCall(request, 'accessToken', split)}`;
    case 'Graph SDK':
      return graphSdk(request, context, split);
    case 'PowerShell':
      return powerShell(request, split);
    case 'Python':
      return python(request, split);
  }
}

/** A text in pieces; the numbers stand for secrets. */
type Split = (text: string) => (string | number)[];

const js = (value: unknown) => JSON.stringify(value);

/** Strings and variables, put together with an operator. */
function joined(
  pieces: readonly (string | number)[],
  quoted: (text: string) => string,
  variable: (at: number) => string,
  operator = ' + ',
): string {
  if (pieces.length === 0) return quoted('');
  return pieces
    .map((piece) => (typeof piece === 'number' ? variable(piece) : quoted(piece)))
    .join(operator);
}

const jsWord = (split: Split) => (text: string) => joined(split(text), js, (at) => `secret${at}`);

function fetchCall(
  { method, url, headers, body }: ReadyRequest,
  token: string,
  split: Split,
): string {
  const word = jsWord(split);
  const lines = Object.entries(headers).map(([name, value]) => `    ${js(name)}: ${word(value)},`);
  return [
    `const response = await fetch(${word(url)}, {`,
    `  method: ${js(method)},`,
    '  headers: {',
    `    Authorization: \`Bearer \${${token}}\`,`,
    ...lines,
    '  },',
    ...(body === undefined ? [] : [`  body: ${word(body)},`]),
    '});',
    'if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);',
  ].join('\n');
}

function msal({ clientId, authority, redirectUri, scopes }: SnippetContext): string {
  return [
    "import { PublicClientApplication } from '@azure/msal-browser';",
    '',
    'const client = new PublicClientApplication({',
    `  auth: { clientId: ${js(clientId)}, authority: ${js(authority)}, redirectUri: ${js(redirectUri)} },`,
    '});',
    'await client.initialize();',
    'await client.handleRedirectPromise();',
    'const [account] = client.getAllAccounts();',
    `const { accessToken } = await client.acquireTokenSilent({ scopes: ${js(scopes)}, account });`,
  ].join('\n');
}

function graphSdk(
  { method, url, headers, body }: ReadyRequest,
  { scopes }: SnippetContext,
  split: Split,
): string {
  const word = jsWord(split);
  const call = { GET: 'get', POST: 'post', PATCH: 'patch', PUT: 'put', DELETE: 'delete' }[method];
  // JSON is an expression, as long as nothing in it has to be put together.
  const isPlain =
    body !== undefined &&
    /json/i.test(headers['content-type'] ?? '') &&
    isThing(body) &&
    split(body).length === 1;
  const sent = body === undefined ? '' : isPlain ? body.trim() : word(body);
  return [
    "import { Client } from '@microsoft/microsoft-graph-client';",
    '',
    '// getToken gives an access token for these scopes:',
    `// ${scopes.join(' ') || 'the API’s'}`,
    'const client = Client.initWithMiddleware({ authProvider: { getAccessToken: getToken } });',
    `const answer = await client`,
    `  .api(${word(url)})`,
    ...Object.entries(headers).map(([name, value]) => `  .header(${js(name)}, ${word(value)})`),
    `  .${call}(${sent});`,
  ].join('\n');
}

/** Single quotes, straight or curly: nothing in them is special but the quotes themselves, which are doubled. */
function powerShell({ method, url, headers, body }: ReadyRequest, split: Split): string {
  const quoted = (text: string) =>
    `'${text.replaceAll(/['\u2018-\u201b]/g, (quote) => quote + quote)}'`;
  const word = (text: string) => {
    const pieces = split(text);
    const all = joined(pieces, quoted, (at) => `$env:SECRET_${at}`);
    return pieces.length > 1 ? `(${all})` : all;
  };
  const lines = Object.entries(headers)
    .filter(([name]) => name !== 'content-type')
    .map(([name, value]) => `  ${quoted(name)} = ${word(value)}`);
  // Windows PowerShell would send letters beyond ASCII as Latin-1.
  const sent = (text: string) =>
    /[\u0080-\uffff]/.test(text) ? `([Text.Encoding]::UTF8.GetBytes(${word(text)}))` : word(text);
  return [
    '$headers = @{',
    '  Authorization = "Bearer $env:TOKEN"',
    ...lines,
    '}',
    `Invoke-RestMethod -Method ${method} -Uri ${word(url)} -Headers $headers${
      body === undefined
        ? ''
        : ` -ContentType ${word(headers['content-type'] ?? 'application/json')} -Body ${sent(body)}`
    }`,
  ].join('\n');
}

/** What JSON says in quotes, Python reads the same. */
function python({ method, url, headers, body }: ReadyRequest, split: Split): string {
  const word = (text: string) => joined(split(text), js, (at) => `os.environ["SECRET_${at}"]`);
  return [
    'import os',
    'import requests',
    '',
    'response = requests.request(',
    `    ${js(method)},`,
    `    ${word(url)},`,
    '    headers={',
    '        "Authorization": f"Bearer {os.environ[\'TOKEN\']}",',
    ...Object.entries(headers).map(([name, value]) => `        ${js(name)}: ${word(value)},`),
    '    },',
    ...(body === undefined ? [] : [`    data=(${word(body)}).encode(),`]),
    ')',
    'response.raise_for_status()',
  ].join('\n');
}

/** A JSON object or list. */
function isThing(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object';
  } catch {
    return false;
  }
}
