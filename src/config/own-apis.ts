/**
 * APIs of one's own that tokens may be fetched for: what a person says of each, checked. Nothing here is secret, and
 * nothing that looks like a secret is taken: the headers are kept as they are typed.
 */
import { clouds, type Cloud, type Resource } from './clouds.ts';
import { belongsTo } from './origins.ts';

export interface OwnApi extends Resource {
  /** With the path that all of its requests begin with, without a trailing slash. */
  readonly baseUrl: string;
  /** Names without the identifier, or `.default`. */
  readonly scopes: readonly string[];
  /** Sent with every request, for example `X-Tenant-ID`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** As it is typed. */
export interface OwnApiDraft {
  readonly name: string;
  readonly baseUrl: string;
  /** Separated by spaces, each behind the API's identifier: `api://…/Things.Read`. */
  readonly scopes: string;
  /** One `Name: value` a line. */
  readonly headers: string;
}

/** The company's own in the simulated tenant. */
export const simulatedOwnApi: OwnApi = {
  title: 'Northlight Calibration API',
  identifier: 'api://3f6a2b10-94c7-4d1e-8a52-c07d5e91b8f4',
  origin: 'https://api.simulated.invalid',
  baseUrl: 'https://api.simulated.invalid',
  scopes: ['Calibrations.Read'],
  headers: { 'X-Tenant-ID': 'northlight' },
};

type Problems = Partial<Record<keyof OwnApiDraft, string>>;

/** What is wrong with a draft, in words, or the API that it describes. */
export function readOwnApi(draft: OwnApiDraft): { api: OwnApi } | { problems: Problems } {
  const title = draft.name.trim();
  const address = readAddress(draft.baseUrl);
  const scopes = readScopes(draft.scopes);
  const headers = readHeaders(draft.headers);
  const problems: Problems = {
    ...(title.length > 0 && title.length <= 80
      ? {}
      : { name: 'Give it a name, of 80 letters at most.' }),
    ...(typeof address === 'string' ? { baseUrl: address } : {}),
    ...(typeof scopes === 'string' ? { scopes } : {}),
    ...(typeof headers === 'string' ? { headers } : {}),
  };
  if (
    Object.keys(problems).length > 0 ||
    typeof address === 'string' ||
    typeof scopes === 'string' ||
    typeof headers === 'string'
  )
    return { problems };
  return { api: { title, ...address, ...scopes, headers } };
}

export function draftOf(api: OwnApi): OwnApiDraft {
  return {
    name: api.title,
    baseUrl: api.baseUrl,
    scopes: api.scopes.map((name) => `${api.identifier}/${name}`).join(' '),
    headers: Object.entries(api.headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  };
}

/** Of parsed JSON of unknown origin: what a person could have typed, and nothing else. */
export function parseOwnApis(json: unknown): readonly OwnApi[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((each: unknown) => {
    const { name, baseUrl, scopes, headers } = (each ?? {}) as Record<string, unknown>;
    if (![name, baseUrl, scopes, headers].every((part) => typeof part === 'string')) return [];
    const read = readOwnApi(each as OwnApiDraft);
    return 'api' in read ? [read.api] : [];
  });
}

function readAddress(text: string): { baseUrl: string; origin: string } | string {
  const url = URL.parse(text.trim());
  if (!url || (url.protocol !== 'https:' && !isLoopback(url))) {
    return 'Write its whole address, beginning with https://.';
  }
  if (url.username || url.password || url.search || url.hash) {
    return 'Leave out names, passwords, and everything behind ? or #.';
  }
  if (isMicrosofts(url.origin))
    return 'That is one of Microsoft’s own services, which are here already.';
  return { origin: url.origin, baseUrl: url.href.replace(/\/+$/, '') };
}

function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
}

/** Whoever could give one of their hosts, or its identifier, another address would have its token sent there. */
function isMicrosofts(origin: string): boolean {
  return Object.values(clouds).some((cloud: Cloud) => belongsTo(cloud, origin, []));
}

function readScopes(text: string): { identifier: string; scopes: readonly string[] } | string {
  const whole = text.trim().split(/\s+/).filter(Boolean);
  const identifiers = new Set(whole.map((scope) => scope.slice(0, scope.lastIndexOf('/'))));
  const [identifier = ''] = identifiers;
  if (identifiers.size !== 1) return 'Name scopes of this one API: api://…/Things.Read.';
  const scopes = whole.map((scope) => scope.slice(identifier.length + 1));
  if (!scopes.every((scope) => /^[\w.:-]+$/.test(scope)))
    return 'A scope has no name behind its /.';
  if (scopes.includes('.default') && scopes.length > 1) {
    return 'Microsoft takes .default alone, or scopes by name.';
  }
  const url = URL.parse(identifier);
  const isKind = /^(api|https):\/\/[\w.:/-]+$/.test(identifier);
  if (!url || !isKind || isMicrosofts(url.origin)) {
    return 'A scope begins with the API’s own identifier: api://…, or its https address.';
  }
  return { identifier, scopes };
}

/** The vault's own business, the browser's, or a secret that would be kept in the open. */
const refused =
  /^(authorization|proxy-.*|sec-.*|cookie2?|host|origin|referer|content-length|.*(secret|password|token|api-?key|signature).*)$/i;

function readHeaders(text: string): Readonly<Record<string, string>> | string {
  const headers: Record<string, string> = {};
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*([\x20-\x7e]*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return `Not a header: ${line.slice(0, 40)}`;
    if (refused.test(name)) {
      return `${name} is not kept: it is set elsewhere, or would be a secret written down.`;
    }
    headers[name] = value;
  }
  return headers;
}
