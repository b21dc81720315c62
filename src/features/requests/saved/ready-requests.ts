/** Requests to begin with, by theme: one for everything that the product shows, and the tricks of the trade. */
import type { Method } from '#features/requests/request/draft.ts';

export interface ReadyExample {
  readonly title: string;
  readonly method: Method;
  /** Below the version; `beta:` in front for the other version. */
  readonly path: string;
  readonly headers?: string;
  readonly body?: unknown;
}

const json = 'content-type: application/json';

export const themes: readonly (readonly [theme: string, examples: readonly ReadyExample[]])[] = [
  [
    'Profile',
    [
      { title: 'Who I am', method: 'GET', path: '/me' },
      { title: 'My photo', method: 'GET', path: '/me/photo/$value' },
      { title: 'My manager', method: 'GET', path: '/me/manager' },
      { title: 'My groups and roles', method: 'GET', path: '/me/memberOf' },
      { title: 'My licences', method: 'GET', path: '/me/licenseDetails' },
      { title: 'My organisation', method: 'GET', path: '/organization' },
    ],
  ],
  [
    'Mail',
    [
      {
        title: 'Newest messages',
        method: 'GET',
        path: '/me/messages?$select=id,subject,from,receivedDateTime,isRead&$top=25&$orderby=receivedDateTime desc',
      },
      {
        title: 'Unread ones',
        method: 'GET',
        path: '/me/mailFolders/inbox/messages?$filter=isRead eq false&$count=true&$top=10',
      },
      { title: 'Search', method: 'GET', path: '/me/messages?$search="budget"&$top=10' },
      { title: 'Folders', method: 'GET', path: '/me/mailFolders?$top=50' },
      {
        title: 'What changed',
        method: 'GET',
        path: '/me/mailFolders/inbox/messages/delta?$select=subject,isRead',
        headers: 'Prefer: odata.maxpagesize=20',
      },
      {
        title: 'Send a message',
        method: 'POST',
        path: '/me/sendMail',
        headers: json,
        body: {
          message: {
            subject: 'Hello',
            body: { contentType: 'text', content: 'Sent from a request.' },
            toRecipients: [{ emailAddress: { address: 'somebody@example.com' } }],
          },
        },
      },
      { title: 'Mailbox settings', method: 'GET', path: '/me/mailboxSettings' },
    ],
  ],
  [
    'Contacts and people',
    [
      {
        title: 'Contacts',
        method: 'GET',
        path: '/me/contacts?$select=displayName,emailAddresses&$top=25',
      },
      { title: 'Contact folders', method: 'GET', path: '/me/contactFolders' },
      {
        title: 'New contact',
        method: 'POST',
        path: '/me/contacts',
        headers: json,
        body: { givenName: 'Ada', surname: 'Muster' },
      },
      { title: 'People I work with', method: 'GET', path: '/me/people?$top=10' },
      {
        title: 'People of the organisation',
        method: 'GET',
        path: '/users?$select=displayName,mail&$top=10',
      },
    ],
  ],
  [
    'Calendar',
    [
      {
        title: 'This month',
        method: 'GET',
        path: '/me/calendarView?startDateTime={month-start}&endDateTime={month-end}&$select=subject,start,end',
        headers: 'Prefer: outlook.timezone="UTC"',
      },
      { title: 'Calendars', method: 'GET', path: '/me/calendars' },
      {
        title: 'Events',
        method: 'GET',
        path: '/me/events?$select=subject,organizer,start,end&$top=10',
      },
    ],
  ],
  [
    'Files',
    [
      { title: 'My drive', method: 'GET', path: '/me/drive' },
      { title: 'What is in it', method: 'GET', path: '/me/drive/root/children' },
      { title: 'Recent files', method: 'GET', path: '/me/drive/recent' },
      { title: 'Sites', method: 'GET', path: '/sites?search=*' },
    ],
  ],
  [
    'Service health',
    [
      {
        title: 'Health of the services',
        method: 'GET',
        path: '/admin/serviceAnnouncement/healthOverviews?$expand=issues',
      },
      { title: 'Issues', method: 'GET', path: '/admin/serviceAnnouncement/issues' },
      {
        title: 'Announcements',
        method: 'GET',
        path: '/admin/serviceAnnouncement/messages?$top=10',
      },
    ],
  ],
  [
    'Permissions',
    [
      { title: 'What I have agreed to', method: 'GET', path: '/me/oauth2PermissionGrants' },
      {
        title: 'Microsoft Graph itself',
        method: 'GET',
        path: "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')?$select=displayName,oauth2PermissionScopes",
      },
    ],
  ],
  [
    'Many in one',
    [
      {
        title: 'A batch',
        method: 'POST',
        path: '/$batch',
        headers: json,
        body: {
          requests: [
            { id: '1', method: 'GET', url: '/me' },
            { id: '2', method: 'GET', url: '/me/photo' },
            { id: '3', method: 'GET', url: '/me/mailFolders/inbox', dependsOn: ['1'] },
          ],
        },
      },
    ],
  ],
  ['Beta', [{ title: 'My profile', method: 'GET', path: 'beta:/me/profile' }]],
];

/** Fills in the dates of this month. */
export function pathOfExample({ path }: ReadyExample, now = new Date()): string {
  const day = (month: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), month, 1)).toISOString().slice(0, 10);
  return path
    .replace('{month-start}', day(now.getUTCMonth()))
    .replace('{month-end}', day(now.getUTCMonth() + 1));
}
