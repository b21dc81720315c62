/** The words that names of permissions are put into: things, verbs, and how far they reach. */

/** Where the parts of a name would mislead. */
export const special: Readonly<Record<string, string>> = {
  openid: 'Sign you in and learn an id for you in this app.',
  profile: 'Learn your name and the name you sign in with.',
  email: 'Learn your e-mail address.',
  offline_access: 'Stay signed in: get new tokens without asking you again.',
  'User.Read': 'Sign you in and read your own profile, photo and basic facts of your organisation.',
  'User.ReadWrite': 'Read and change your own profile.',
  'User.Invite.All': 'Invite guests to the organisation.',
  'Mail.Send': 'Send mail in your name.',
  'SMTP.Send': 'Send mail in your name, over SMTP.',
  'IMAP.AccessAsUser.All': 'Read and change your mailbox over IMAP.',
  'POP.AccessAsUser.All': 'Read and delete your mail over POP.',
  'EWS.AccessAsUser.All': 'Use your mailbox over Exchange Web Services as you do.',
  'EAS.AccessAsUser.All': 'Use your mailbox over ActiveSync as you do.',
  'Directory.AccessAsUser.All': 'Do in the directory whatever the person signed in may do.',
  'Sites.Selected': 'Use only those SharePoint sites that were chosen for the app.',
  'Chat.Create': 'Start chats in Microsoft Teams.',
  'Group.Create': 'Create groups.',
  'EduRoster.WriteWrite.All': 'Change the roster of a school, of the whole organisation.',
};

/** Things that would not be understood from their name alone. */
export const things: Readonly<Record<string, string>> = {
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
  Presence: 'presence (available, busy, away)',
  OnlineMeetings: 'online meetings',
  Policy: 'policies of the organisation, such as those for consent and access',
  Reports: 'usage reports',
  LicenseAssignment: 'which licences people have',
  DelegatedPermissionGrant: 'what people have agreed to for apps',
  ConsentRequest: 'requests for an administrator’s consent',
  RoleManagement: 'who has which role',
  EduRoster: 'the roster of a school',
  FileIngestion: 'files into the organisation',
  'BackupRestore-Restore': 'what is brought back from backups',
  'IndustryData-DataConnector': 'connectors of industry data',
  EngagementConversation: 'conversations of Viva Engage',
};

export const verbs: Readonly<Record<string, string>> = {
  Read: 'Read',
  ReadBasic: 'Read the outline of',
  ReadWrite: 'Read and change',
  ReadWriteBasic: 'Read and change the outline of',
  ReadAnonymous: 'Read, without names,',
  Write: 'Change',
  Create: 'Create',
  Send: 'Send',
  Edit: 'Edit',
  Manage: 'Manage',
  FullControl: 'Do anything with',
  Export: 'Export',
  Import: 'Import',
  ImportExport: 'Import and export',
  Delete: 'Delete',
  Remove: 'Remove',
  Join: 'Join',
  Initiate: 'Start',
  Start: 'Start',
  Activate: 'Activate',
  Command: 'Send commands to',
  Archive: 'Archive',
  Submit: 'Submit to',
  Upload: 'Upload',
  Ingest: 'Bring',
  Process: 'Process',
  Compute: 'Compute',
  Evaluate: 'Evaluate',
  Access: 'Use',
  AccessAsUser: 'Use',
  Invite: 'Invite',
  Migrate: 'Bring over',
  Migration: 'Bring over',
  DeleteRestore: 'Delete and restore',
  EnableDisable: 'Enable and disable',
  SelectedOperations: 'Use',
  Selected: 'Use, where it was chosen for the app,',
  PrivilegedOperations: 'Wipe, lock and otherwise command',
  CreateAsManager: 'Create, and manage what it made:',
  CreateFromOwnedTemplate: 'Create, from templates that the app owns:',
  ReadWriteNonOwnerRole: 'Read and change, but for owners,',
};

/** Verbs that bring a thing of their own; `{}` is what the permission is about. */
export const deeds: Readonly<Record<string, string>> = {
  'User.DeleteRestore': 'Delete people and restore them',
  'User.EnableDisableAccount': 'Enable and disable people’s accounts',
  'User.Export': 'Export what is kept about people',
  'User.ManageIdentities': 'Manage the names that people sign in with',
  'User.RevokeSessions': 'End people’s sessions, so that they sign in anew',
  UpdateSponsors: 'Change the sponsors of {}',
  UpdateBranding: 'Change the branding of {}',
  UpdateAuthProperties: 'Change how {} sign in',
  AddRemoveCreds: 'Add and remove credentials of {}',
  UpdatePolicyViolation: 'Mark {} as breaking a policy',
  ManageDeletion: 'Delete and restore {}',
  ManageProtection: 'Manage the protection of {}',
  'Calls.AccessMedia': 'Take part in the sound and picture of calls',
  'Calls.InitiateGroupCall': 'Start calls with several people',
  'Calls.JoinGroupCall': 'Join calls with several people',
  'Calls.JoinGroupCalls': 'Join calls with several people',
  'Calls.JoinGroupCallAsGuest': 'Join calls with several people as a guest',
  'Calls.JoinGroupCallasGuest': 'Join calls with several people as a guest',
  'Calls.ReportSyntheticMedia': 'Report sound and picture of calls that were made by a machine',
};

export const reaches: Readonly<Record<string, string>> = {
  All: 'of everybody the person may see',
  Shared: 'including what others share',
  Selected: 'only those that were chosen for the app',
  AppFolder: 'only in the app’s own folder',
  OwnedBy: 'only what the app owns',
  ManagedBy: 'only what the app manages',
  IdentityParentedBy: 'only of the app’s own identities',
  Group: 'in groups',
  User: 'only of one person',
  WhereInstalled: 'only where the app is installed',
  Chat: 'in one chat',
  CreatedByApp: 'only what the app made',
  AsGuest: 'as a guest',
  Global: 'only the global one',
  Quarantined: 'only those in quarantine',
  Hidden: 'the hidden ones, too',
  CrossCloud: 'across clouds',
  Directory: 'in the directory',
  AzureADGroup: 'in groups',
  Membership: 'only memberships',
};

/** Things that a part is named of instead of a reach: `Policy.Read.ConditionalAccess`. */
export const wholes: Readonly<Record<string, string>> = {
  Policy: 'the organisation’s policies',
  RoleManagement: 'who has which role',
};

/** Scopes of Microsoft's other APIs, which its lists of Graph do not have. */
export const ofOtherApis: Readonly<Record<string, string>> = {
  'ActivityFeed.Read': 'Read who did what in the organisation.',
  'ActivityFeed.ReadDlp': 'Read what data loss prevention found, the text included.',
  'ServiceHealth.Read': 'Read the health of the organisation’s services.',
  'MyFiles.Read': 'Read your files, asked of OneDrive itself.',
  'AllSites.Read': 'Read what you may open in SharePoint.',
  user_impersonation: 'Ask this service in your name.',
};

/** Of a verb such as `ReadWriteAndConsentSelfForTeam`. */
export const places: Readonly<Record<string, string>> = {
  Team: 'in teams',
  Chat: 'in chats',
  User: 'in people’s own spaces',
};

/** Written as they are, although their letters would divide them. */
export const brands: readonly string[] = [
  ...['SharePoint', 'OneDrive', 'eDiscovery', 'PowerPoint', 'BitLocker', 'Bitlocker', 'Entra'],
  ...['Azure', 'Exchange', 'Microsoft', 'Windows', 'Yammer', 'Outlook', 'Defender', 'Intune'],
  ...['Teams', 'Viva', 'QnA', 'B2B'],
];

/** What stands in the plural already, what nobody counts, and abbreviations and brands, whose plural is nobody's. */
export const uncounted =
  /(?:s|ing|access|assign|content|curricula|data|[Dd]iscovery|governance|health|info|information|infrastructure|intelligence|management|mgmt|restore|security|synchronization|teamwork|telemetry|[A-Z])$/;

/** Among these. */
export const counted = /(?:meeting|recording|setting| PC| ID)$/;
