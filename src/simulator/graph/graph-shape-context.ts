/** For tests: which of the metadata's types an answer itself says that it has, for requests that the schema does not list. */

/** By the last part of `@odata.context`, in small letters. */
const types: Readonly<Record<string, string>> = {
  attachments: 'attachment',
  calendargroups: 'calendarGroup',
  calendars: 'calendar',
  calendarview: 'event',
  childfolders: 'mailFolder',
  children: 'driveItem',
  contactfolders: 'contactFolder',
  contacts: 'contact',
  directoryobjects: 'directoryObject',
  directoryroles: 'directoryRole',
  drives: 'drive',
  events: 'event',
  groups: 'group',
  instances: 'event',
  items: 'driveItem',
  licensedetails: 'licenseDetails',
  lists: 'todoTaskList',
  mailfolders: 'mailFolder',
  mailboxsettings: 'mailboxSettings',
  mastercategories: 'outlookCategory',
  memberof: 'directoryObject',
  messagerules: 'messageRule',
  messages: 'message',
  notebooks: 'notebook',
  oauth2permissiongrants: 'oAuth2PermissionGrant',
  organization: 'organization',
  people: 'person',
  presence: 'presence',
  serviceprincipals: 'servicePrincipal',
  signins: 'signIn',
  sites: 'site',
  subscribedskus: 'subscribedSku',
  tasks: 'todoTask',
  transitivememberof: 'directoryObject',
  users: 'user',
};

/** A member of a resource has the resource's set in its context, and a name of its own after it: that says nothing here. */
export function typeInContext(context: unknown): { type: string; isOne: boolean } | undefined {
  const [, named] = /\$metadata#(.+)$/.exec(String(context)) ?? [];
  if (named === undefined) return undefined;
  const isOne = named.endsWith('/$entity');
  const path = named.replace(/\/\$entity$/, '').replace(/\([\w,@./() ]*\)$/, '');
  const set = path.split('/').at(-1)?.toLowerCase() ?? '';
  const isTodo =
    set === 'lists' ? /\/todo\//i.test(path) : set !== 'tasks' || /\/lists/i.test(path);
  // Of a drive; the rows of a list are others.
  const type = set === 'items' && /\/lists\(/i.test(path) ? undefined : types[set];
  return type && isTodo
    ? { type, isOne: isOne || set === 'mailboxsettings' || set === 'presence' }
    : undefined;
}
