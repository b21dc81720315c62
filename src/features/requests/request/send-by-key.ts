import type { KeyboardEvent } from 'react';

/** Ctrl+Enter in a field of lines: at once, also before the keys of the whole page have been fetched. */
export function sendByKey(event: KeyboardEvent, send: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  send();
}
