/** A request in the first version's words, said again in those of v2.0. Secrets stay stand-ins. */
import { defaultScopeOf } from '#features/permissions/diagnose/checks/check-scope.ts';
import type { Endpoint, EndpointKind } from '#features/permissions/diagnose/read/endpoint.ts';
import type { PastedMessage } from '#features/permissions/diagnose/read/pasted-message.ts';

const translated = new Set<EndpointKind>(['authorize', 'token', 'admin-consent']);
const dropped = new Set(['resource', 'scope', 'client_secret', 'display', 'api-version']);

/** @returns the address, and for a token request its form on lines of its own; `undefined` when it is v2.0 already */
export function translateToV2(endpoint: Endpoint, message: PastedMessage): string | undefined {
  const { parameters } = message;
  const value = (name: string) => parameters.find((each) => each.name === name)?.value;
  const resource = value('resource');
  const isOld =
    endpoint.version === 'v1.0' || resource !== undefined || endpoint.version === undefined;
  if (!isOld || !translated.has(endpoint.kind)) return undefined;

  const clientId = value('client_id') ?? '{client_id}';
  const isApp =
    endpoint.tenant?.toLowerCase() === clientId.toLowerCase() ||
    /^app_?id$/i.test(endpoint.tenant ?? '');
  const tenant = !endpoint.tenant || isApp ? 'common' : asWritten(endpoint.tenant, message);
  const host = endpoint.host === 'login.windows.net' ? 'login.microsoftonline.com' : endpoint.host;
  if (endpoint.kind === 'admin-consent' || value('prompt') === 'admin_consent') {
    // One tenant agrees: whose it is, its administrator's sign-in says.
    const isAnyone = /^(common|consumers)$/i.test(tenant);
    return `https://${host}/${isAnyone ? 'organizations' : tenant}/v2.0/adminconsent?${form([
      ['client_id', clientId],
      // The first version's page asks for all that is registered.
      ['scope', resource ? defaultScopeOf(resource) : value('scope') || '.default'],
      ['redirect_uri', value('redirect_uri') ?? '{redirect_uri}'],
      ['state', value('state') ?? '{state}'],
    ]).join('&')}`;
  }
  const base = `https://${host}/${tenant}`;
  const kept = parameters
    .filter(({ name, place }) => place !== 'header' && !dropped.has(name))
    .map(({ name, value: text, isSecret }) => [name, isSecret ? `{${name}}` : text] as const);
  const grant = value('grant_type');
  const scope = ['scope', scopeOf(resource, value('scope'), grant)] as const;
  if (endpoint.kind === 'token') {
    const proof = grant === 'authorization_code' && !value('code_verifier');
    const all = [
      ...kept,
      scope,
      ...(proof ? ([['code_verifier', '{code_verifier}']] as const) : []),
    ];
    return `POST ${base}/oauth2/v2.0/token\n\n${form(all).join('\n&')}`;
  }
  const added = (
    [
      ['response_mode', 'fragment'],
      ['state', '{state}'],
      ['nonce', '{nonce}'],
      ['code_challenge', '{code_challenge}'],
      ['code_challenge_method', 'S256'],
    ] as const
  ).filter(([name]) => value(name) === undefined);
  return `${base}/oauth2/v2.0/authorize?${form([...kept, scope, ...added]).join('&')}`;
}

function scopeOf(
  resource: string | undefined,
  scope: string | undefined,
  grant: string | undefined,
): string {
  if (resource === undefined) return scope ?? 'openid profile offline_access User.Read';
  const asked = defaultScopeOf(resource);
  return grant === 'client_credentials' ? asked : `openid profile offline_access ${asked}`;
}

/** A stand-in lost its braces when the address was read. */
function asWritten(tenant: string, { address = '' }: PastedMessage): string {
  return address.includes(`/{${tenant}}/`) ? `{${tenant}}` : tenant;
}

function form(entries: readonly (readonly [name: string, value: string])[]): string[] {
  // Stand-ins stay readable; everything else is encoded as a form is.
  return entries.map(
    ([name, value]) => `${name}=${/^\{\w+\}$/.test(value) ? value : encodeURIComponent(value)}`,
  );
}
