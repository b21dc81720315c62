/** Graph's permissions as the simulated directory knows them: the words of the consent page, and who may agree. */

export interface ScopeWords {
  readonly title: string;
  readonly detail: string;
  /** Only an administrator may consent, whatever the tenant's policy says. */
  readonly admin?: true;
  /** Whether it opens something for an account of one's own, where its name does not tell (`isFor`). */
  readonly isPersonal?: boolean;
}

export const words = (title: string, detail: string): ScopeWords => ({ title, detail });

export const adminWords = (title: string, detail: string): ScopeWords => ({
  title,
  detail,
  admin: true,
});

const identity: Readonly<Record<string, ScopeWords>> = {
  openid: words('Sign you in', 'Lets the app know that it is you.'),
  profile: words('View your basic profile', 'Your name and the name you sign in with.'),
  email: words('View your email address', 'Your primary email address.'),
  offline_access: words(
    'Maintain access to data you have given it access to',
    'Lets the app keep that access for a while without asking you again.',
  ),
};

const directory: Readonly<Record<string, ScopeWords>> = {
  'User.Read': words(
    'Sign you in and read your profile',
    'Your profile, your photo and basic facts about your organization.',
  ),
  'User.ReadWrite': words('Read and change your profile', 'What colleagues see of you.'),
  'User.ReadBasic.All': words(
    'Read all users’ basic profiles',
    'Names and addresses of colleagues.',
  ),
  'User.Read.All': adminWords('Read all users’ full profiles', 'Managers and reports too.'),
  'User.RevokeSessions.All': adminWords('Revoke sign-in sessions', 'Of everybody here.'),
  'Directory.ReadWrite.All': adminWords('Read and write directory data', 'People and groups too.'),
  'Group.Read.All': adminWords('Read all groups', 'Their content too.'),
  'Directory.Read.All': adminWords('Read directory data', 'People, groups, apps and grants.'),
  'Organization.Read.All': adminWords(
    'Read organization information',
    'Its name, domains and licences.',
  ),
  'LicenseAssignment.Read.All': words('Read licence assignments', 'Which licences people have.'),
  'GroupMember.Read.All': adminWords('Read group memberships', 'Names of groups and who is in.'),
  'Application.Read.All': adminWords('Read applications', 'Apps, their permissions and owners.'),
  'DelegatedPermissionGrant.ReadWrite.All': adminWords(
    'Manage all delegated permission grants',
    'Give and withdraw what apps may do for people.',
  ),
  'Policy.Read.All': adminWords('Read your organization’s policies', 'Consent rules among them.'),
  'ConsentRequest.Read.All': adminWords('Read consent requests', 'And what was decided.'),
  'AuditLog.Read.All': adminWords('Read audit log data', 'Sign-ins and changes of the directory.'),
  'AuditLogsQuery.Read.All': adminWords('Search audit logs', 'Of all services.'),
  'Reports.Read.All': adminWords('Read all usage reports', 'Who uses which service how much.'),
};

const outlook: Readonly<Record<string, ScopeWords>> = {
  'Mail.Read': words('Read your mail', 'Every message in your mailbox. It cannot send or change.'),
  'Mail.ReadBasic': words('Read your basic mail', 'Senders and subjects, without the text.'),
  'Mail.ReadWrite': words('Read and write access to your mail', 'Create, read, update and delete.'),
  'Mail.Send': words('Send mail as you', 'Messages sent look as if you had written them.'),
  'Mail.Read.Shared': words('Read your and shared mail', 'Mail that others let you read.'),
  'MailboxSettings.Read': words(
    'Read your mailbox settings',
    'Time zone, language, automatic replies.',
  ),
  'MailboxSettings.ReadWrite': words('Change your mailbox settings', 'But not forwarding rules.'),
  'Contacts.Read': words('Read your contacts', 'Names, addresses and telephone numbers you keep.'),
  'Contacts.ReadWrite': words(
    'Have full access to your contacts',
    'Create, read, update and delete.',
  ),
  'People.Read': words('Read your relevant people list', 'Whom you work with most.'),
  'Calendars.Read': words('Read your calendars', 'Every event in your calendars.'),
  // Flagged for administrators although the wider Calendars.Read is not: both of Microsoft's lists say so.
  'Calendars.ReadBasic': adminWords('Read basic details of your calendars', 'Times, no text.'),
  'Calendars.ReadWrite': words(
    'Have full access to your calendars',
    'Create, read, update, delete.',
  ),
  'Calendars.Read.Shared': words('Read your and shared calendars', 'Those shared with you too.'),
};

const content: Readonly<Record<string, ScopeWords>> = {
  'Files.Read': words('Read your files', 'Every file in your OneDrive.'),
  'Files.Read.All': words('Read all files that you can open', 'Those shared with you too.'),
  'Files.ReadWrite': words('Have full access to your files', 'Create, read, update and delete.'),
  'Files.ReadWrite.All': words('Change all files that you can open', 'Those shared with you too.'),
  'Sites.ReadWrite.All': words('Change items in all site collections', 'What you can change.'),
  'Sites.Read.All': words(
    'Read items in all site collections',
    'On your behalf, what you can open.',
  ),
  'Notes.Create': words('Create your OneNote notebooks', 'And see their names.'),
  'Notes.ReadWrite': words('Read and change your OneNote notebooks', 'Every notebook you own.'),
  'Notes.Read': words('Read your OneNote notebooks', 'Every notebook you own.'),
  'Tasks.Read': words('Read your tasks and task lists', 'In To Do and Planner.'),
  'Tasks.ReadWrite': words('Change your tasks and task lists', 'In To Do and Planner.'),
  'Team.ReadBasic.All': words('Read the names and descriptions of teams', 'Teams you belong to.'),
  'Channel.ReadBasic.All': words('Read the names of channels', 'In teams you belong to.'),
  'Chat.ReadBasic': words('Read names and members of your chats', 'Not what was said in them.'),
  'Chat.Read': words('Read your chats', 'What was said in them.'),
  'Presence.Read': words('Read your presence', 'Whether you are available, busy or away.'),
  'ServiceHealth.Read.All': adminWords('Read service health', 'Whether Microsoft 365 is working.'),
  'ServiceMessage.Read.All': adminWords('Read service messages', 'What Microsoft announces.'),
};

export const graphScopes: Readonly<Record<string, ScopeWords>> = {
  ...identity,
  ...directory,
  ...outlook,
  ...content,
};
