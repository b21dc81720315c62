/**
 * What a permission lets an app do, in our own words, read out of its name: names are built from a thing, a verb and a
 * reach (`Mail.ReadWrite.Shared`), so 900 of them need some forty words.
 */
import type {
  PermissionFact,
  PermissionScheme,
} from '#contract/permission-facts/permission-facts.ts';

const special: Readonly<Record<string, string>> = {
  openid: 'Sign you in and learn an id for you in this app.',
  profile: 'Learn your name and the name you sign in with.',
  email: 'Learn your e-mail address.',
  offline_access: 'Stay signed in: get new tokens without asking you again.',
  'User.Read': 'Sign you in and read your own profile, photo and basic facts of your organisation.',
  'Mail.Send': 'Send mail in your name.',
};

/** Things that would not be understood from their name alone. */
const things: Readonly<Record<string, string>> = {
  User: 'profiles of people',
  Mail: 'mail',
  MailboxSettings: 'mailbox settings such as time zone and automatic replies',
  MailboxItem: 'raw items of the mailbox',
  MailboxFolder: 'folders of the mailbox',
  Calendars: 'calendars and their events',
  Contacts: 'contacts',
  People: 'the list of people worked with most',
  Files: 'files in OneDrive',
  Sites: 'SharePoint sites, their lists and documents',
  Notes: 'OneNote notebooks',
  Tasks: 'tasks of To Do and Planner',
  Group: 'groups, their members, conversations and content',
  GroupMember: 'memberships of groups',
  Directory: 'the whole directory: people, groups, apps, devices',
  Organization: 'facts of the organisation, its domains and licences',
  Application: 'registered apps and their service principals',
  AuditLog: 'sign-in and audit logs',
  AuditLogsQuery: 'the unified audit log',
  ServiceHealth: 'the health of Microsoft 365',
  ServiceMessage: 'announcements of the message centre',
  Team: 'teams in Microsoft Teams',
  Channel: 'channels of teams',
  ChannelMessage: 'messages in channels',
  Chat: 'chats in Microsoft Teams',
  Presence: 'whether somebody is available',
  OnlineMeetings: 'online meetings',
  Policy: 'policies of the organisation, such as those for consent and access',
  Reports: 'usage reports',
  LicenseAssignment: 'which licences people have',
  DelegatedPermissionGrant: 'what people have agreed to for apps',
  ConsentRequest: 'requests for an administrator’s consent',
  RoleManagement: 'who has which role',
  IMAP: 'the mailbox over IMAP',
  EWS: 'the mailbox over Exchange Web Services',
  EAS: 'the mailbox over ActiveSync',
  POP: 'the mailbox over POP',
  SMTP: 'sending mail over SMTP',
};

const verbs: Readonly<Record<string, string>> = {
  Read: 'Read',
  ReadBasic: 'Read the outline of',
  ReadWrite: 'Read and change',
  Write: 'Change',
  Create: 'Create',
  Send: 'Send',
  Manage: 'Manage',
  FullControl: 'Do anything with',
  Export: 'Export',
  Import: 'Import',
  ImportExport: 'Import and export',
  Delete: 'Delete',
  Join: 'Join',
  Initiate: 'Start',
  Access: 'Use',
  AccessAsUser: 'Use',
  Invite: 'Invite',
  Migrate: 'Bring over',
};

const reaches: Readonly<Record<string, string>> = {
  All: 'of everybody the person may see',
  Shared: 'including what others share',
  Selected: 'only those that were chosen for the app',
  AppFolder: 'only in the app’s own folder',
  OwnedBy: 'only what the app owns',
  Group: 'in groups',
  WhereInstalled: 'only where the app is installed',
  Chat: 'in one chat',
  CreatedByApp: 'only what the app made',
};

export function describePermission(fact: PermissionFact, scheme: PermissionScheme): string {
  const known = special[fact.name];
  if (known !== undefined) return known;
  const [thing = '', verb = '', ...reach] = fact.name.split('.');
  const noun = things[thing] ?? small(spaced(thing));
  const [doing, also] = verbInWords(verb);
  const own = scheme === 'application' ? 'everybody’s' : 'your';
  const isOwn =
    reach.length === 0 &&
    /^(Mail|MailboxSettings|Calendars|Contacts|Files|Notes|Tasks|Presence|Chat)$/.test(thing);
  const whose = isOwn ? `${own} ` : '';
  const ends = reach.map((part) => reachInWords(part, scheme, thing)).join(', ');
  return `${doing} ${whose}${noun}${also}${ends ? `, ${ends}` : ''}.`;
}

/** Things that belong to people or places; of the others there is one, the organisation's. */
const several =
  /^(User|Mail|Calendars|Contacts|Files|Sites|Notes|Tasks|Group|GroupMember|Team|Channel|ChannelMessage|Chat|Presence|OnlineMeetings|People|Place)/;

function reachInWords(part: string, scheme: PermissionScheme, thing: string): string {
  if (part === 'All') {
    if (!several.test(thing)) return 'of the whole organisation';
    return scheme === 'application'
      ? 'of everybody, without anybody signed in'
      : 'of everybody the person may see';
  }
  return reaches[part] ?? small(spaced(part));
}

/** A verb that is none of ours begins with one of them most often: `ReadWriteAndConsentSelfForTeam`. */
function verbInWords(verb: string): [doing: string, also: string] {
  const known = verbs[verb];
  if (known !== undefined) return [known, ''];
  if (verb === '') return ['Use', ''];
  const start = Object.keys(verbs)
    .filter((each) => verb.startsWith(each) && /^[A-Z]/.test(verb.slice(each.length)))
    .toSorted((one, other) => other.length - one.length)[0];
  if (start === undefined) return [spaced(verb), ''];
  return [verbs[start] ?? start, ` ${small(spaced(verb.slice(start.length)))}`];
}

const brands = /^(?:Azure|Entra|Exchange|Microsoft|Windows|Yammer)$/;

/** In small letters, but for abbreviations and brands: `Azure AD group`. */
function small(words: string): string {
  return words
    .split(' ')
    .map((word) => (/^[A-Z]{2,}$/.test(word) || brands.test(word) ? word : word.toLowerCase()))
    .join(' ');
}

function spaced(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll('-', ' ');
}
