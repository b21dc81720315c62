/** What opens from the top bar: nobody's first message waits for it. */
import { lazy } from 'react';

const fetchPanels = () => import('./panels.ts');

export const AccountPanel = lazy(async () => ({ default: (await fetchPanels()).AccountPanel }));
export const SessionPanel = lazy(async () => ({ default: (await fetchPanels()).SessionPanel }));
export const WorldPanel = lazy(async () => ({ default: (await fetchPanels()).WorldPanel }));

/** Fetches them while there is a connection, for when there is none. */
export function preparePanels(): void {
  fetchPanels().catch(() => undefined);
}
