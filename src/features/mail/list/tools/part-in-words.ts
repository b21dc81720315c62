import type { MailSource, Part } from '#features/mail/mail-source.ts';

export const partNames: Record<Part, string> = {
  unread: 'Unread',
  flagged: 'Flagged',
  attachments: 'With attachments',
  'to-me': 'To me',
};

/** What of a folder is shown; nothing where it is all of it. */
export function partInWords({ words, part, everywhere }: MailSource): string {
  const only = part && `${partNames[part]} only`;
  if (!words) return only ?? '';
  const found = `Search for “${words}” in ${everywhere ? 'all folders' : 'this folder'}`;
  return only ? `${found}, ${only.charAt(0).toLowerCase()}${only.slice(1)}` : found;
}
