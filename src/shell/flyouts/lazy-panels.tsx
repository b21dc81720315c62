import { lazyPart } from '#ui/lazy-part.tsx';
/** What opens from the top bar: nobody's first message waits for it. */

const fetchPanels = () => import('./panels.ts');

export const AccountPanel = lazyPart(async () => (await fetchPanels()).AccountPanel);
export const SessionPanel = lazyPart(async () => (await fetchPanels()).SessionPanel);
export const WorldPanel = lazyPart(async () => (await fetchPanels()).WorldPanel);

/** Fetches them while there is a connection, for when there is none. */
export function preparePanels(): void {
  fetchPanels().catch(() => undefined);
}
