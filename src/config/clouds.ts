/**
 * The worlds the product can live in, one row each. The simulated tenant is a row like the others, with hosts under
 * `.invalid` (RFC 2606), so a slip can never send made-up data to Microsoft, nor a real token into the simulator.
 *
 * Hosts: Microsoft's national-cloud pages. Personal accounts exist in the global cloud only.
 */

export type CloudName = 'global' | 'us-gov-l4' | 'us-gov-l5' | 'china' | 'simulated';

/** An API that has tokens of its own. */
export interface Resource {
  /** What a person calls it. */
  readonly title: string;
  /** The resource identifier that scopes are prefixed with; a trailing slash is part of it (`…//.default`). */
  readonly identifier: string;
  /** The only origin that its tokens may be sent to. */
  readonly origin: string;
}

export interface Cloud {
  readonly name: CloudName;
  readonly title: string;
  /** Origin of the token endpoint, the keys and the metadata. */
  readonly login: string;
  /** URL prefix of the pages a person is sent to (authorize, sign-out). Same as `login` where those are real pages. */
  readonly signInPages: string;
  readonly portal: string;
  readonly personalAccounts: boolean;
  readonly graph: Resource;
  /** The Office 365 Discovery service, where the cloud ever had one. */
  readonly discovery: Resource | undefined;
  /** Exchange's own REST API, which Graph has replaced; where Discovery used to list it. */
  readonly exchange: Resource | undefined;
  /** The Office 365 Management APIs. */
  readonly management: Resource | undefined;
  /** SharePoint and OneDrive live at `{tenant}.` and `{tenant}-my.` this; each such host is a resource of its own. */
  readonly sharePointSuffix: string;
}

function graphAt(origin: string): Resource {
  return { title: 'Microsoft Graph', identifier: origin, origin };
}

function exchangeAt(origin: string): Resource {
  return { title: 'Exchange Online', identifier: `${origin}/`, origin };
}

function managementAt(origin: string): Resource {
  return { title: 'Office 365 Management APIs', identifier: origin, origin };
}

function discoveryAt(origin: string): Resource {
  return { title: 'Office 365 Discovery', identifier: `${origin}/discovery/`, origin };
}

/** Where the product itself is served from, without a trailing slash. */
const ownPages = `${globalThis.location?.origin ?? 'http://localhost'}${import.meta.env.BASE_URL.replace(/\/$/, '')}`;

export const clouds: Record<CloudName, Cloud> = {
  global: {
    name: 'global',
    title: 'Microsoft 365 (global)',
    login: 'https://login.microsoftonline.com',
    signInPages: 'https://login.microsoftonline.com',
    portal: 'https://entra.microsoft.com',
    personalAccounts: true,
    graph: graphAt('https://graph.microsoft.com'),
    discovery: discoveryAt('https://api.office.com'),
    exchange: exchangeAt('https://outlook.office365.com'),
    management: managementAt('https://manage.office.com'),
    sharePointSuffix: 'sharepoint.com',
  },
  'us-gov-l4': {
    name: 'us-gov-l4',
    title: 'US Government L4 (GCC High)',
    login: 'https://login.microsoftonline.us',
    signInPages: 'https://login.microsoftonline.us',
    portal: 'https://entra.microsoft.us',
    personalAccounts: false,
    graph: graphAt('https://graph.microsoft.us'),
    discovery: undefined,
    exchange: undefined,
    management: managementAt('https://manage.office365.us'),
    sharePointSuffix: 'sharepoint.us',
  },
  'us-gov-l5': {
    name: 'us-gov-l5',
    title: 'US Government L5 (DoD)',
    login: 'https://login.microsoftonline.us',
    signInPages: 'https://login.microsoftonline.us',
    portal: 'https://entra.microsoft.us',
    personalAccounts: false,
    graph: graphAt('https://dod-graph.microsoft.us'),
    discovery: undefined,
    exchange: undefined,
    management: managementAt('https://manage.protection.apps.mil'),
    sharePointSuffix: 'sharepoint-mil.us',
  },
  china: {
    name: 'china',
    title: 'China (21Vianet)',
    login: 'https://login.partner.microsoftonline.cn',
    signInPages: 'https://login.partner.microsoftonline.cn',
    portal: 'https://entra.microsoftonline.cn',
    personalAccounts: false,
    graph: graphAt('https://microsoftgraph.chinacloudapi.cn'),
    discovery: undefined,
    exchange: undefined,
    management: undefined,
    sharePointSuffix: 'sharepoint.cn',
  },
  simulated: {
    name: 'simulated',
    title: 'Simulated tenant',
    login: 'https://login.simulated.invalid',
    // A browser cannot be sent to a host that does not exist: the simulated pages are documents of the product itself.
    signInPages: `${ownPages}/simulated`,
    // Read about in the product, opened beside it: the simulated tenant is steered by a panel, it has no such site.
    portal: 'https://entra.microsoft.com',
    personalAccounts: true,
    graph: graphAt('https://graph.simulated.invalid'),
    discovery: discoveryAt('https://office.simulated.invalid'),
    exchange: exchangeAt('https://outlook.simulated.invalid'),
    management: managementAt('https://manage.simulated.invalid'),
    sharePointSuffix: 'sharepoint.simulated.invalid',
  },
};

export function isCloudName(value: unknown): value is CloudName {
  return typeof value === 'string' && Object.hasOwn(clouds, value);
}
