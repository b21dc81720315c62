/**
 * One question to Graph per service: whether this person has it, and where. Together they are the catalogue that the
 * Discovery service gave until it was closed.
 */
import { innerPaths } from '#config/inner-paths.ts';
import { paths } from '#config/paths.ts';
import { scopes } from '#config/scopes.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import type {
  Collection,
  Drive,
  LicenseDetails,
  MailFolder,
  Organization,
  Site,
} from '#contract/graph.ts';
import { formatBytes } from '#lib/format-number.ts';
import type { IconName } from '#ui/icon-name.ts';

/** What an answer says about the service, in words for a person. */
export type ProbeFact = readonly [name: string, value: string];

export interface Probe {
  /** Discovery's word where it had one. */
  readonly capability: string;
  readonly service: string;
  readonly icon: IconName;
  readonly path: string;
  readonly scopes: readonly string[];
  /** Service plans of which one gives the service; none where everybody has it. */
  readonly plans?: readonly string[];
  /** The screen of this product that shows it. */
  readonly screen?: string;
  readonly read: (body: unknown) => readonly ProbeFact[];
}

const mailbox = ['EXCHANGE_S_ENTERPRISE', 'EXCHANGE_S_STANDARD', 'EXCHANGE_S_DESKLESS'];
const sharePoint = ['SHAREPOINTENTERPRISE', 'SHAREPOINTSTANDARD', 'SHAREPOINTDESKLESS'];

export const probes: readonly Probe[] = [
  {
    capability: 'Mail',
    service: 'Exchange Online',
    icon: 'mail',
    path: '/me/mailFolders/inbox',
    scopes: scopes.mail,
    plans: mailbox,
    screen: paths.mail,
    read: (body) => {
      const inbox = body as MailFolder;
      return [['Inbox', `${inbox.unreadItemCount ?? 0} unread of ${inbox.totalItemCount ?? 0}`]];
    },
  },
  {
    capability: 'Contacts',
    service: 'Exchange Online',
    icon: 'people',
    path: '/me/contacts?$top=1&$select=id',
    scopes: scopes.contacts,
    plans: mailbox,
    screen: paths.contacts,
    read: (body) => [['Contacts', isEmpty(body) ? 'none yet' : 'at least one']],
  },
  {
    capability: 'Calendar',
    service: 'Exchange Online',
    icon: 'calendar',
    path: '/me/calendars?$select=name',
    scopes: scopes.calendar,
    plans: mailbox,
    screen: paths.calendar,
    read: (body) => [['Calendars', names(body, 'name')]],
  },
  {
    capability: 'MyFiles',
    service: 'OneDrive',
    icon: 'folder',
    path: '/me/drive?$select=id,driveType,webUrl,quota',
    scopes: serviceScopes.files,
    plans: sharePoint,
    screen: paths.files,
    read: (body) => {
      const drive = body as Drive;
      return [...site(drive.webUrl), ['Used', formatBytes(drive.quota?.used ?? 0)]];
    },
  },
  {
    capability: 'RootSite',
    service: 'SharePoint Online',
    icon: 'link',
    path: '/sites/root',
    scopes: serviceScopes.sites,
    plans: sharePoint,
    screen: innerPaths.sites,
    read: (body) => site((body as Site).webUrl),
  },
  {
    capability: 'Directory',
    service: 'Microsoft Entra ID',
    icon: 'directory',
    path: '/organization?$select=id,displayName,verifiedDomains',
    scopes: scopes.profile,
    screen: paths.profile,
    read: (body) => {
      const [organization] = (body as Collection<Organization>).value;
      const domain = organization?.verifiedDomains?.find(({ isDefault }) => isDefault)?.name;
      return [
        ['Organisation', organization?.displayName ?? 'no name'],
        ...(domain ? ([['Domain', domain]] as const) : []),
      ];
    },
  },
  {
    capability: 'Licences',
    service: 'Microsoft 365',
    icon: 'licence',
    path: '/me/licenseDetails',
    scopes: scopes.profile,
    screen: paths.profile,
    read: (body) => {
      const licences = (body as Collection<LicenseDetails>).value;
      return licences.map((licence) => [
        licence.skuPartNumber ?? 'Licence',
        (licence.servicePlans ?? []).map((plan) => plan.servicePlanName).join(', '),
      ]);
    },
  },
  {
    capability: 'Notes',
    service: 'OneNote',
    icon: 'note',
    path: '/me/onenote/notebooks?$top=1&$select=displayName',
    scopes: ['Notes.Read'],
    plans: sharePoint,
    read: (body) => [['Notebooks', isEmpty(body) ? 'none yet' : 'at least one']],
  },
  {
    capability: 'Teams',
    service: 'Microsoft Teams',
    icon: 'teams',
    path: '/me/joinedTeams?$select=displayName',
    scopes: ['Team.ReadBasic.All'],
    plans: ['TEAMS1'],
    read: (body) => [['Teams', names(body, 'displayName')]],
  },
  {
    capability: 'Tasks',
    service: 'Microsoft To Do',
    icon: 'tasks',
    path: '/me/todo/lists',
    scopes: ['Tasks.Read'],
    plans: mailbox,
    read: (body) => [['Lists', names(body, 'displayName')]],
  },
  {
    capability: 'Planner',
    service: 'Microsoft Planner',
    icon: 'checked',
    path: '/me/planner/tasks',
    scopes: ['Tasks.Read'],
    plans: ['PROJECTWORKMANAGEMENT'],
    read: (body) => [['Plans’ tasks', isEmpty(body) ? 'none yet' : 'at least one']],
  },
  {
    capability: 'Health',
    service: 'Service health',
    icon: 'health',
    path: '/admin/serviceAnnouncement/healthOverviews?$top=1',
    scopes: serviceScopes.health,
    screen: paths.health,
    read: (body) => [['Services', isEmpty(body) ? 'none' : 'at least one']],
  },
  {
    capability: 'Announcements',
    service: 'Message centre',
    icon: 'chat',
    path: '/admin/serviceAnnouncement/messages?$top=1',
    scopes: serviceScopes.announcements,
    screen: innerPaths.health('messages'),
    read: (body) => [['Messages', isEmpty(body) ? 'none' : 'at least one']],
  },
];

function site(webUrl: string | undefined): readonly ProbeFact[] {
  const url = webUrl === undefined ? null : URL.parse(webUrl);
  return url
    ? [
        ['At SharePoint', `${url.origin}/`],
        ['Address', url.href],
      ]
    : [];
}

function isEmpty(body: unknown): boolean {
  return (body as Collection<unknown>).value.length === 0;
}

function names(body: unknown, member: 'name' | 'displayName'): string {
  const all = (body as Collection<Partial<Record<typeof member, string>>>).value;
  return all.map((item) => item[member] ?? 'no name').join(', ') || 'none yet';
}
