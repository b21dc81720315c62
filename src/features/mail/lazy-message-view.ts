/** Reading comes after the list: its code is fetched once the list stands, before anybody opens a message. */
import { lazy } from 'react';
import { loadSanitiser } from '#shell/html-body/clean/lazy-sanitiser.ts';

const load = () => import('#features/mail/message/message-view.tsx');

export const MessageView = lazy(async () => ({ default: (await load()).MessageView }));

/** @returns what calls it off */
export function prefetchMessageView(): () => void {
  const timer = setTimeout(() => {
    // A failure is met, and shown, when a message is really opened.
    Promise.all([load(), loadSanitiser()]).catch(() => undefined);
  }, 400);
  return () => clearTimeout(timer);
}
