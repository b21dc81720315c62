/** The APIs that the simulated directory knows: what they are called, which permissions they have, and whose they are. */
import { company } from '#simulator/seed/company.ts';
import { otherCompany } from '#simulator/seed/tenants.ts';
import type { TenantHosts } from '#simulator/tenant-context.ts';
import { adminWords, graphScopes, words, type ScopeWords } from './graph-scopes.ts';
import { plainExchangeScopes, plainGraphScopes } from './scope-lists.ts';

export const isGraph = ({ title }: Pick<KnownResource, 'title'>): boolean =>
  title === 'Microsoft Graph';

export interface KnownResource {
  readonly title: string;
  readonly identifier: string;
  /** What a scope's prefix, or a token's audience, may also call it. */
  readonly aliases: readonly string[];
  /** Those with words of their own; Graph has more: see `seldom-scopes.ts`. */
  readonly scopes: Readonly<Record<string, ScopeWords>>;
  /** What the registration of the product lists: what `/.default` asks for at first. */
  readonly registered: readonly string[];
  /** Tenants that know the service and have not subscribed to it. */
  readonly notIn?: readonly string[];
  /** The one company whose own it is: to the others it does not exist. */
  readonly owner?: string;
}

/** Graph's application id, which is also the audience of its tokens when scopes are asked for by their short names. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

export function knownResources(hosts: TenantHosts): readonly KnownResource[] {
  return [
    {
      title: 'Microsoft Graph',
      identifier: hosts.graph,
      aliases: [`${hosts.graph}/`, graphAppId],
      scopes: { ...plainGraphScopes, ...graphScopes },
      registered: ['User.Read'],
    },
    {
      title: 'Office 365 Discovery',
      identifier: `${hosts.discovery}/discovery/`,
      aliases: [`${hosts.discovery}/discovery`],
      scopes: {
        user_impersonation: words(
          'Find your Microsoft 365 services',
          'Which services your organization gives you and where they are.',
        ),
      },
      registered: ['user_impersonation'],
    },
    {
      title: 'Office 365 Exchange Online',
      identifier: `${hosts.exchange}/`,
      aliases: [
        hosts.exchange,
        'https://outlook.office.com/',
        'https://outlook.office.com',
        '00000002-0000-0ff1-ce00-000000000000',
      ],
      scopes: {
        'Mail.Read': words('Read your mail', 'Every message in your mailbox.'),
        'Contacts.Read': words('Read your contacts', 'Everybody you keep there.'),
        'Calendars.Read': words('Read your calendars', 'Every event in your calendars.'),
        ...plainExchangeScopes,
      },
      registered: ['Contacts.Read'],
    },
    ...companies.flatMap((owner) =>
      sharePointOrigins(hosts, owner).map((origin) => ({
        title: 'Office 365 SharePoint Online',
        identifier: `${origin}/`,
        aliases: [origin],
        scopes: {
          'MyFiles.Read': words('Read your files', 'Every file in your OneDrive.'),
          'AllSites.Read': words('Read items in all site collections', 'What you can open.'),
        },
        registered: ['MyFiles.Read', 'AllSites.Read'],
        owner,
      })),
    ),
    {
      title: 'Office 365 Management APIs',
      identifier: hosts.management,
      aliases: [`${hosts.management}/`, 'c5393580-f805-4401-95e8-94b7a6ef2fc2'],
      scopes: {
        'ActivityFeed.Read': adminWords('Read activity data', 'Of everybody in your organization.'),
        'ActivityFeed.ReadDlp': adminWords(
          'Read DLP policy events',
          'Including the sensitive data that was found.',
        ),
        'ServiceHealth.Read': adminWords(
          'Read service health',
          'Whether Microsoft 365 is working.',
        ),
      },
      registered: ['ActivityFeed.Read', 'ServiceHealth.Read'],
      notIn: [otherCompany.tenantId],
    },
    {
      title: 'Northlight Calibration API',
      identifier: ownApiIdentifier,
      aliases: [ownApiIdentifier.slice('api://'.length)],
      scopes: {
        'Calibrations.Read': words(
          'Read calibration records',
          'Of the instruments you look after.',
        ),
        'Calibrations.ReadWrite': words('Change calibration records', 'And add new ones.'),
      },
      registered: ['Calibrations.Read'],
    },
  ];
}

/** The company's own API, which is none of Microsoft's. */
export const ownApiIdentifier = 'api://3f6a2b10-94c7-4d1e-8a52-c07d5e91b8f4';

/** Those that have a SharePoint. */
export const companies: readonly string[] = [company.tenantId, otherCompany.tenantId];

/** Personal accounts are guests of the first company's. */
const sharePointName = (tenantId: string) =>
  tenantId === otherCompany.tenantId ? 'harbourline' : company.sharePointName;

/** SharePoint, then OneDrive: each host is a resource of its own. */
export function sharePointOrigins(
  { sharePointSuffix }: TenantHosts,
  tenantId: string,
): readonly [string, string] {
  const name = sharePointName(tenantId);
  return [`https://${name}.${sharePointSuffix}`, `https://${name}-my.${sharePointSuffix}`];
}

export const isKnownIn = ({ owner }: KnownResource, tenantId: string): boolean =>
  !owner || sharePointName(owner) === sharePointName(tenantId);

export function findResource(
  name: string,
  resources: readonly KnownResource[],
): KnownResource | undefined {
  return resources.find(({ identifier, aliases }) => identifier === name || aliases.includes(name));
}
