import { choice } from '#shell/preference.ts';

/** Whether a conversation is one row of the list. */
export const conversations = choice<'on' | 'off'>('mail-conversations', 'on', ['on', 'off']);

/** When a message that is open counts as read. */
export const markRead = choice<'at-once' | 'soon' | 'never'>('mail-mark-read', 'soon', [
  'at-once',
  'soon',
  'never',
]);
