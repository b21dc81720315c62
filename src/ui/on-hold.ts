/** Milliseconds that a finger rests on something before its menu comes: as on the phones themselves. */
const long = 500;

/** Pixels by which a finger may stray meanwhile; further, it scrolls. */
const steady = 10;

/**
 * Tells of a finger that rests within an element. Not all browsers send `contextmenu` then, Safari on a phone for one;
 * where one does, it comes first or changes nothing.
 *
 * @param onHeld says whether it meant something; letting go is no tap then
 */
export function onHold(
  element: HTMLElement,
  onHeld: (down: PointerEvent) => boolean,
  signal: AbortSignal,
): void {
  let down: PointerEvent | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isMeant = false;
  const stop = () => clearTimeout(timer);
  signal.addEventListener('abort', stop);
  element.addEventListener(
    'pointerdown',
    (event) => {
      stop();
      isMeant = false;
      // A second finger makes another gesture of it.
      if (event.pointerType !== 'touch' || !event.isPrimary) return;
      down = event;
      timer = setTimeout(() => {
        isMeant = onHeld(event);
      }, long);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (down && Math.hypot(clientX - down.clientX, clientY - down.clientY) > steady) stop();
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'contextmenu']) {
    element.addEventListener(type, stop, { signal });
  }
  // Else the mouse's events and a click would follow, which close the menu and open what lies under the finger.
  element.addEventListener(
    'touchend',
    (event) => {
      if (isMeant && event.cancelable) event.preventDefault();
      isMeant = false;
    },
    { signal, passive: false },
  );
}
