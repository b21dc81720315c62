// Where Microsoft's permission lists are wrong, with the reference page that says so.

/** Where the lists contradict Microsoft's own reference pages. */
export const corrections = [
  {
    path: '/organization',
    method: 'GET',
    least: 'User.Read',
    why: 'organization-get names User.Read; the list marks a permission of device management',
  },
  {
    path: '/organization/{id}',
    method: 'GET',
    like: '/organization',
    least: 'User.Read',
    why: 'organization-get names User.Read; the list marks a permission of device management',
  },
  {
    path: '/organization/{id}',
    method: 'PATCH',
    least: 'Organization.ReadWrite.All',
    why: 'organization-update names it; the list marks a permission of device management',
  },
  {
    path: '/me/licensedetails',
    method: 'GET',
    least: 'User.Read',
    why: 'licensedetails-list lets a person read their own with User.Read',
  },
  {
    path: '/me',
    method: 'PATCH',
    like: '/users/{id}',
    least: 'User.ReadWrite',
    why: 'user-update names User.ReadWrite for oneself; the lists have the update of others only',
  },
  {
    path: '/me/drive',
    method: 'GET',
    without: 'User.Read',
    why: 'drive-get names permissions for files only',
  },
  {
    path: '/users/{id}/presence',
    method: 'GET',
    least: 'Presence.Read.All',
    why: 'presence-get names Presence.Read for one’s own presence only',
  },
  ...['/me', '/users/{id}'].map((person) => ({
    path: `${person}/messages/{id}/attachments/createuploadsession`,
    method: 'POST',
    least: 'Mail.ReadWrite',
    without: 'Calendars.ReadWrite',
    why: 'one page serves messages and events, and the mark is that of events',
  })),
  ...['/me', '/users/{id}'].flatMap((person) =>
    ['getmembergroups', 'getmemberobjects', 'checkmembergroups', 'checkmemberobjects'].map(
      (name) => ({
        path: `${person}/${name}`,
        method: 'POST',
        // What is asked for groups only takes what reads members; directory roles are one’s own, too.
        ...(name.endsWith('groups') ? { least: 'GroupMember.Read.All' } : {}),
        without: /^(?:Application|Device)\./,
        why: 'one page serves persons, apps and devices, and the mark is that of apps',
      }),
    ),
  ),
  {
    path: '/users/{id}/approleassignments',
    method: 'GET',
    least: 'Directory.Read.All',
    why: 'user-list-approleassignments names it; the list marks what grants them, too',
  },
  ...['/me', '/users/{id}'].flatMap((person) => [
    {
      path: `${person}/calendars/{id}`,
      method: 'PATCH',
      like: `${person}/calendargroups/{id}`,
      why: 'calendar-update names Calendars.ReadWrite; the lists have the update of groups only',
    },
    {
      path: `${person}/events/{id}/extensions/{id}`,
      method: 'GET',
      like: `${person}/events/{id}`,
      without: 'Calendars.ReadBasic',
      why: 'opentypeextension-get names Calendars.Read',
    },
    ...['GET', 'POST'].map((method) => ({
      path: `${person}/calendar/calendarpermissions`,
      method,
      like: `${person}/calendar/events`,
      without: 'Calendars.ReadBasic',
      why: 'the pages on calendarPermission name Calendars.Read and Calendars.ReadWrite',
    })),
  ]),
  ...[
    ['user', '/users', 'User.Read.All', 'User.ReadBasic.All'],
    ['group', '/groups', 'Group.Read.All', /Basic|Member/],
    ['application', '/applications', 'Application.Read.All'],
    ['device', '/devices', 'Device.Read.All'],
    ['administrativeunit', '/administrativeunits', 'AdministrativeUnit.Read.All'],
  ].map(([kind, like, least, without]) => ({
    path: `/directory/deleteditems/microsoft.graph.${kind}`,
    method: 'GET',
    like,
    least,
    without,
    why: 'directory-deleteditems-list names what reads things of that kind',
  })),
];

/** @param without a name, or a pattern of names, that a correction takes off its row */
export function leavesOut(without, name) {
  return without instanceof RegExp ? without.test(name) : name === without;
}
