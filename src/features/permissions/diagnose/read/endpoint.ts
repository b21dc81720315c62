/** Which of Entra's endpoints an address is, also where it is only meant to be one. */
import { olderServiceAt } from '#features/permissions/diagnose/checks/check-older-service.ts';

export type EndpointKind =
  /** What the token endpoint answered; it has no address. */
  | 'token-answer'
  | 'authorize'
  | 'token'
  | 'admin-consent'
  | 'sign-out'
  | 'device-code'
  /** Another protocol altogether. */
  | 'saml'
  /** What was there before Entra. */
  | 'older-service'
  | 'callback';

export interface Endpoint {
  readonly kind: EndpointKind;
  readonly host: string;
  readonly tenant: string | undefined;
  readonly version: 'v1.0' | 'v2.0' | undefined;
}

export const signInHosts: Readonly<Record<string, string>> = {
  'login.microsoftonline.com': 'the global cloud',
  'login.microsoftonline.us': 'the US Government’s cloud',
  'login.partner.microsoftonline.cn': 'the cloud in China',
  'login.chinacloudapi.cn': 'the cloud in China',
  'login.windows.net': 'the global cloud',
  'login.microsoft.com': 'the global cloud',
  'sts.windows.net': 'the global cloud',
  'login.simulated.invalid': 'the simulated tenant',
};

/** Of B2C with its user flow behind the tenant, and before both a prefix that older addresses have. */
const path =
  /^(?:\/simulated)?(?:\/tfp)?\/([^/]+)(?:\/b2c_1[^/]*)?\/(oauth2\/(?:v2\.0\/)?(?:authorize|token|logout|devicecode)|v2\.0\/adminconsent|adminconsent)\/?$/i;

/** @returns `undefined` for an address that is no endpoint of Entra's */
export function endpointOf(address: string | undefined): Endpoint | undefined {
  const url = address === undefined ? null : URL.parse(address.replaceAll(/[{}]/g, ''));
  if (!url) return undefined;
  if (olderServiceAt(url.host)) {
    return { kind: 'older-service', host: url.host, tenant: undefined, version: undefined };
  }
  const [, tenant = '', rest = ''] = path.exec(url.pathname) ?? [];
  const last = rest.split('/').at(-1)?.toLowerCase();
  if (/\/saml2\/?$/i.test(url.pathname)) {
    return { kind: 'saml', host: url.host, tenant: url.pathname.split('/')[1], version: undefined };
  }
  if (!last) return looseEndpoint(url);
  const kinds: Record<string, EndpointKind> = {
    authorize: 'authorize',
    token: 'token',
    logout: 'sign-out',
    devicecode: 'device-code',
    adminconsent: 'admin-consent',
  };
  return {
    kind: kinds[last] ?? 'authorize',
    host: url.host,
    tenant,
    version: rest.toLowerCase().includes('v2.0') ? 'v2.0' : 'v1.0',
  };
}

/** A path that only looks like one of Entra's is still recognised, so that the checks can say what is wrong with it. */
function looseEndpoint(url: URL): Endpoint | undefined {
  const last = url.pathname.replace(/\/$/, '').split('/').at(-1)?.toLowerCase() ?? '';
  if (!(url.host in signInHosts) || !['authorize', 'token', 'adminconsent'].includes(last)) {
    return undefined;
  }
  return {
    kind: last === 'adminconsent' ? 'admin-consent' : (last as 'authorize' | 'token'),
    host: url.host,
    tenant: url.pathname.split('/')[1],
    version: undefined,
  };
}
