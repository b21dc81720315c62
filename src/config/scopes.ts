/**
 * Which permissions are asked for, and at which moment. Sign-in asks for the least that gives a person an account and a
 * session; every other scope is asked for by the screen that needs it (incremental consent).
 */

export const signInScopes: readonly string[] = ['openid', 'profile', 'offline_access', 'User.Read'];

export const scopes = {
  profile: ['User.Read'],
  mail: ['Mail.Read'],
  /** Asked for when a message is first changed; reading does without. */
  mailWrite: ['Mail.ReadWrite'],
  contacts: ['Contacts.Read'],
  people: ['People.Read'],
  calendar: ['Calendars.Read'],
} as const satisfies Record<string, readonly string[]>;
