/** Tells whether somebody looks: at the start, at each change, after sleep, and when the connection is back. */

/** As much of a window as this takes. */
export interface Page extends Pick<EventTarget, 'addEventListener'> {
  readonly document: Pick<Document, 'visibilityState'> & Pick<EventTarget, 'addEventListener'>;
}

export function watchPage(page: Page, look: (visible: boolean) => void): void {
  const tell = () => look(page.document.visibilityState === 'visible');
  page.document.addEventListener('visibilitychange', tell);
  page.addEventListener('pageshow', tell);
  page.addEventListener('online', tell);
  tell();
}
