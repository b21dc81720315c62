/** One file of the build: whoever opens one of them soon opens another. */
export { AccountPanel } from './account-panel.tsx';
export { SessionPanel } from './session-panel.tsx';
export { WorldPanel } from './world-panel.tsx';
