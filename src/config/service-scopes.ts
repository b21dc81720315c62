/** Permissions of screens that no first mail row waits for; apart from the others, so that it does not carry them. */
export const serviceScopes = {
  files: ['Files.Read'],
  /** For the time zone that a person set in Outlook; the calendar does without. */
  mailboxSettings: ['MailboxSettings.Read'],
  sites: ['Sites.Read.All'],
  health: ['ServiceHealth.Read.All'],
  announcements: ['ServiceMessage.Read.All'],
  /** Of the Management APIs. */
  activity: ['ActivityFeed.Read'],
} as const satisfies Record<string, readonly string[]>;
