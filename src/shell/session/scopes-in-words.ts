/** What a permission lets this app do, in our own words. Microsoft's consent page has the full text. */
const words: Readonly<Record<string, string>> = {
  openid: 'know that it is you',
  profile: 'see your name',
  email: 'see your e-mail address',
  offline_access: 'stay signed in without asking again',
  'User.Read': 'read your profile and photo',
  'Mail.Read': 'read your mail',
  'Mail.ReadWrite': 'mark, move and delete your mail',
  'Contacts.Read': 'read your contacts',
  'People.Read': 'see whom you work with most',
  'Calendars.Read': 'read your calendars',
  'Files.Read': 'read your files in OneDrive',
  'Sites.Read.All': 'read the sites you may open',
  'Notes.Read': 'read your notebooks',
  'Team.ReadBasic.All': 'see which teams you are in',
  'Tasks.Read': 'read your tasks',
  'ServiceHealth.Read.All': 'read the health of your organisation’s services',
  'ServiceMessage.Read.All': 'read what Microsoft announces to your organisation',
  'ActivityFeed.Read': 'read who did what in your organisation',
  'ActivityFeed.ReadDlp': 'read what data loss prevention found',
  'MyFiles.Read': 'read your files, asked of OneDrive itself',
  'AllSites.Read': 'read what you may open in SharePoint',
  user_impersonation: 'ask this service in your name',
  '.default': 'use what is already agreed for this service',
};

/** `undefined` for a permission this app never asks for by itself. */
export function scopeInWords(scope: string): string | undefined {
  return words[scope];
}
