/** Reading comes after the list: its code is fetched once the list stands, before anybody opens a message. */
import { loadSanitiser } from '#shell/html-body/clean/lazy-sanitiser.ts';
import { lazyPart } from '#ui/lazy-part.tsx';

const load = () => import('./reading-pane.tsx');

export const ReadingPane = lazyPart(async () => (await load()).ReadingPane);

/** @returns what calls it off */
export function prefetchReadingPane(): () => void {
  const timer = setTimeout(() => {
    // A failure is met, and shown, when a message is really opened.
    Promise.all([load(), loadSanitiser()]).catch(() => undefined);
  }, 400);
  return () => clearTimeout(timer);
}
