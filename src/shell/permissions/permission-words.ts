/** The words that names of permissions are put into: verbs, and how far they reach. What they are about stands beside this. */

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
  'Mail.Send.Shared': 'Send mail in the name of others who let you.',
  'SMTP.Send': 'Send mail in your name, over SMTP.',
  'IMAP.AccessAsUser.All': 'Read and change your mailbox over IMAP.',
  'POP.AccessAsUser.All': 'Read and delete your mail over POP.',
  'EWS.AccessAsUser.All': 'Use your mailbox over Exchange Web Services as you do.',
  'EAS.AccessAsUser.All': 'Use your mailbox over ActiveSync as you do.',
  'Directory.AccessAsUser.All': 'Do in the directory whatever the person signed in may do.',
  'Sites.Selected': 'Use only those SharePoint sites that were chosen for the app.',
  'Chat.Create': 'Start chats in Microsoft Teams.',
  'Group.Create': 'Create groups.',
  'Notes.Create': 'Create OneNote notebooks.',
  'EduRoster.WriteWrite.All': 'Change school rosters, of the whole organisation.',
  'TeamsActivity.Send.User': 'Send Teams activities, only to one person.',
};

/** Where an app on its own does it in other people’s names. */
export const specialAlone: Readonly<Record<string, string>> = {
  'Mail.Send': 'Send mail in anybody’s name, without anybody signed in.',
};

export const verbs: Readonly<Record<string, string>> = {
  Read: 'Read',
  ReadBasic: 'Read the outline of',
  ReadWrite: 'Read and change',
  ReadWriteBasic: 'Read and change the outline of',
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
  PrivilegedOperations: 'Wipe, lock and otherwise command',
};

/** Verbs that bring a thing of their own; `{}` is what the permission is about. */
export const deeds: Readonly<Record<string, string>> = {
  'User.DeleteRestore': 'Delete people and restore them',
  'User.EnableDisableAccount': 'Enable and disable people’s accounts',
  'User.Export': 'Export what is kept about people',
  'User.ManageIdentities': 'Manage the names that people sign in with',
  'User.RevokeSessions': 'End people’s sessions, so that they sign in anew',
  'User-ConvertToInternal.ReadWrite': 'Turn guests into members of the organisation',
  'Teamwork.Migrate': 'Bring messages of other systems into Microsoft Teams',
  'ThreatHunting.Read': 'Run queries that hunt for threats',
  'IndustryData-DataConnector.Upload': 'Upload files to {}',
  'AuditActivity.Write': 'Write {}',
  'ContentActivity.Write': 'Write {}',
  ReadAnonymous: 'Read {} without names',
  Selected: 'Use {} that were chosen for the app',
  CreateAsManager: 'Create {} and manage those that it made',
  CreateFromOwnedTemplate: 'Create {} from templates that the app owns',
  ReadWriteNonOwnerRole: 'Read and change {} who are no owners',
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
  Shared: 'including what others share',
  Selected: 'only those that were chosen for the app',
  AppFolder: 'only in the app’s own folder',
  OwnedBy: 'only what the app owns',
  ManagedBy: 'only what the app manages',
  IdentityParentedBy: 'only of the app’s own identities',
  Group: 'in one team',
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
  AzureAD: 'in Microsoft Entra',
  AzureADGroup: 'in groups',
  AzureResources: 'to Azure resources',
  Preview: 'only to preview a recovery',
  Recovery: 'only to recover',
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
