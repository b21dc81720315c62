/** A request as code of several tongues. The token is a variable in each: it is nowhere in the text. */
import { curlCommand } from '#lib/curl.ts';
import type { ReadyRequest } from './draft.ts';

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
  switch (tongue) {
    case 'curl':
      return curlCommand(
        {
          method: request.method,
          url: request.url,
          headers: Object.entries(request.headers),
          body: request.body,
        },
        'Authorization: Bearer $TOKEN',
      );
    case 'fetch':
      return fetchCall(request, 'token');
    case 'MSAL.js':
      return `${msal(context)}\n\n${fetchCall(request, 'accessToken')}`;
    case 'Graph SDK':
      return graphSdk(request, context);
    case 'PowerShell':
      return powerShell(request);
    case 'Python':
      return python(request);
  }
}

const js = (value: unknown) => JSON.stringify(value);

function fetchCall({ method, url, headers, body }: ReadyRequest, token: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `    ${js(name)}: ${js(value)},`);
  return [
    `const response = await fetch(${js(url)}, {`,
    `  method: ${js(method)},`,
    '  headers: {',
    `    Authorization: \`Bearer \${${token}}\`,`,
    ...lines,
    '  },',
    ...(body === undefined ? [] : [`  body: ${js(body)},`]),
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
): string {
  const call = { GET: 'get', POST: 'post', PATCH: 'patch', PUT: 'put', DELETE: 'delete' }[method];
  return [
    "import { Client } from '@microsoft/microsoft-graph-client';",
    '',
    '// getToken gives an access token for these scopes:',
    `// ${scopes.join(' ') || 'the API’s'}`,
    'const client = Client.initWithMiddleware({ authProvider: { getAccessToken: getToken } });',
    `const answer = await client`,
    `  .api(${js(url)})`,
    ...Object.entries(headers).map(([name, value]) => `  .header(${js(name)}, ${js(value)})`),
    `  .${call}(${body === undefined ? '' : isJson(body) ? body.trim() : js(body)});`,
  ].join('\n');
}

/** Single quotes: nothing in them is special but the quote itself, which is doubled. */
function powerShell({ method, url, headers, body }: ReadyRequest): string {
  const word = (text: string) =>
    `'${text.replaceAll(/['\u2018\u2019]/g, (quote) => quote + quote)}'`;
  const lines = Object.entries(headers)
    .filter(([name]) => name !== 'content-type')
    .map(([name, value]) => `  ${word(name)} = ${word(value)}`);
  return [
    '$headers = @{',
    '  Authorization = "Bearer $env:TOKEN"',
    ...lines,
    '}',
    `Invoke-RestMethod -Method ${method} -Uri ${word(url)} -Headers $headers${
      body === undefined
        ? ''
        : ` -ContentType ${word(headers['content-type'] ?? 'application/json')} -Body ${word(body)}`
    }`,
  ].join('\n');
}

function python({ method, url, headers, body }: ReadyRequest): string {
  return [
    'import os',
    'import requests',
    '',
    'response = requests.request(',
    `    ${js(method)},`,
    `    ${js(url)},`,
    '    headers={',
    '        "Authorization": f"Bearer {os.environ[\'TOKEN\']}",',
    ...Object.entries(headers).map(([name, value]) => `        ${js(name)}: ${js(value)},`),
    '    },',
    ...(body === undefined ? [] : [`    data=${js(body)}.encode(),`]),
    ')',
    'response.raise_for_status()',
  ].join('\n');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
