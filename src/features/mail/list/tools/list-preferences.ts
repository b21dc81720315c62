import { choice } from '#shell/preference.ts';

/** When a message that is open counts as read. */
export const markRead = choice<'at-once' | 'soon' | 'never'>('mail-mark-read', 'soon', [
  'at-once',
  'soon',
  'never',
]);
