/**
 * For a button that goes to Microsoft's page and is gone when the person is back: the focus goes to what will still be
 * there, by whose id the screen brings it back. For what is gone without the page being left: `ui/hand-on.ts`.
 */
export function standAt(id: string): void {
  document.getElementById(id)?.focus({ preventScroll: true });
}

export const connectId = 'connect-all';

/** The name of the service, which unfolds its row. */
export function rowId(key: string): string {
  return `service ${key}`.replaceAll(' ', '-');
}
