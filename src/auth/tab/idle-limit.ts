/**
 * Ends a session that nobody has used for as long as the deployment allows (ASVS 7.3.1). Off unless it sets a limit.
 * A key, a press, a wheel or a touch is a sign of life; a request that a screen makes by itself is none.
 */

const signs = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/** As much of a window as this takes. */
export interface IdlePage extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly document: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/**
 * @param limit milliseconds
 * @returns stops watching
 */
export function watchIdle(page: IdlePage, limit: number, end: () => void): () => void {
  let lastSign = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Also after sleep, when timers stood still, and before the first press of whoever comes back counts. */
  function check(): void {
    clearTimeout(timer);
    const left = lastSign + limit - Date.now();
    if (left > 0) {
      timer = setTimeout(check, left);
      return;
    }
    stop();
    end();
  }
  function alive(): void {
    if (Date.now() - lastSign >= limit) check();
    else lastSign = Date.now();
  }
  function stop(): void {
    clearTimeout(timer);
    for (const sign of signs) page.removeEventListener(sign, alive, { capture: true });
    page.removeEventListener('pageshow', check);
    page.document.removeEventListener('visibilitychange', check);
  }

  for (const sign of signs) page.addEventListener(sign, alive, { capture: true, passive: true });
  page.addEventListener('pageshow', check);
  page.document.addEventListener('visibilitychange', check);
  check();
  return stop;
}
