/** Permissions without words of their own, and which ones Microsoft's own policy keeps from ordinary people. */
import { adminWords, words, type ScopeWords } from './graph-scopes.ts';

const split = (names: string): readonly string[] => names.split(' ');

/** Graph permissions that nobody here asks for, and the consent page has no words of its own for. */
export const plainGraphScopes: Readonly<Record<string, ScopeWords>> = {
  ...plainly(
    words,
    'Chat.Read Chat.ReadWrite Files.ReadWrite.All Sites.ReadWrite.All Mail.ReadBasic.Shared Mail.ReadWrite.Shared ' +
      'MailboxItem.Read Calendars.ReadWrite.Shared OnlineMeetings.Read OnlineMeetings.ReadWrite MailboxFolder.Read ' +
      'MailboxFolder.ReadWrite Contacts.Read.Shared Contacts.ReadWrite.Shared Tasks.Read.Shared ' +
      'Tasks.ReadWrite.Shared Notes.ReadWrite User.ReadWrite Presence.Read.All',
  ),
  ...plainly(
    adminWords,
    'Group.Read.All Group.ReadWrite.All User.ReadWrite.All Directory.ReadWrite.All',
  ),
};

/** What programs for mail sign in for; the protocols themselves are not spoken here. */
export const plainExchangeScopes = plainly(
  words,
  'EWS.AccessAsUser.All IMAP.AccessAsUser.All POP.AccessAsUser.All SMTP.Send Mail.ReadWrite Mail.Send ' +
    'Calendars.ReadWrite Contacts.ReadWrite',
);

function plainly(make: typeof words, names: string): Record<string, ScopeWords> {
  return Object.fromEntries(split(names).map((name) => [name, make(name, 'As its name says.')]));
}

/**
 * What `microsoft-user-default-recommended` does not let people give, since July 2026.
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/manage-app-consent-policies
 */
const notRecommended = split(
  'Files.Read.All Files.ReadWrite.All Sites.Read.All Sites.ReadWrite.All Mail.Read Mail.ReadWrite Mail.ReadBasic ' +
    'Mail.Read.Shared Mail.ReadBasic.Shared Mail.ReadWrite.Shared MailboxItem.Read Calendars.Read Calendars.ReadBasic ' +
    'Calendars.ReadWrite Calendars.Read.Shared Calendars.ReadWrite.Shared Chat.Read Chat.ReadWrite OnlineMeetings.Read ' +
    'OnlineMeetings.ReadWrite MailboxFolder.Read MailboxFolder.ReadWrite MailboxSettings.Read MailboxSettings.ReadWrite ' +
    'Contacts.ReadWrite Contacts.Read.Shared Contacts.ReadWrite.Shared Tasks.Read Tasks.Read.Shared Tasks.ReadWrite ' +
    'Tasks.ReadWrite.Shared People.Read',
);

export function isRecommended(resourceTitle: string, name: string): boolean {
  return resourceTitle !== 'Microsoft Graph' || !notRecommended.includes(name);
}

/** What an administrator usually classifies as of low impact. */
export const lowImpact = split('openid profile email offline_access User.Read');
