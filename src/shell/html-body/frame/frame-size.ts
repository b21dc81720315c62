/** Makes a frame as high as what it shows, so that the pane scrolls and not the frame, and what is too wide smaller. */

const most = 50_000;
const least = 24;
/** Letters whose height depends on the frame's (`100vh`) grow for ever; after so many steps in a row the frame stays. */
const mostGrowths = 20;
/** Pixels between the margins of a sheet of A4 or Letter: nothing measures itself while a browser prints. */
const paper = 680;
/** Smaller than this nobody could read; the rest is reached by scrolling sideways. */
const leastZoom = 0.4;

export interface Height {
  readonly pixels: number;
  readonly growths: number;
}

/** The next height of a frame whose content measures `measured`; the same object where it stays as it is. */
export function nextHeight(height: Height, measured: number): Height {
  const pixels = Math.min(Math.max(Math.ceil(measured), least), most);
  if (Math.abs(pixels - height.pixels) < 2) return height;
  const growths = pixels > height.pixels ? height.growths + 1 : 0;
  return growths > mostGrowths ? height : { pixels, growths };
}

/** How much smaller content of this width has to be drawn to fit; 1 where it fits. */
export function zoomToFit(content: number, room: number): number {
  if (content <= room + 1 || room <= 0) return 1;
  return Math.max(leastZoom, Math.floor((room / content) * 1000) / 1000);
}

/** What hangs out of the body reaches over the margin that the letter has on its other side. */
function widthOf(body: HTMLElement, content: number, room: number): number {
  if (content <= room + 1) return content;
  const margin = Number.parseFloat(getComputedStyle(body).paddingInlineEnd);
  return content + (Number.isFinite(margin) ? margin : 0);
}

export interface FrameSize {
  /** Draws it smaller where it is too wide, or as large as it was made. */
  fit(isFitted: boolean): void;
  stop(): void;
}

/**
 * Measured by the box of the root element: `scrollHeight` would never become less. Where something hangs out of that
 * box, it shows as what could be scrolled to.
 *
 * @param onZoom is told when what is shown is smaller than it was made, and when it no longer is
 */
export function followSize(frame: HTMLIFrameElement, onZoom: (zoom: number) => void): FrameSize {
  const root = frame.contentDocument?.documentElement;
  const body = frame.contentDocument?.body;
  if (!root || !body) return { fit: () => undefined, stop: () => undefined };
  let height: Height = { pixels: 0, growths: 0 };
  let zoom = 1;
  let width = 0;
  let isFitted = true;
  const setZoom = (next: number) => {
    if (next === zoom) return;
    zoom = next;
    body.style.setProperty('zoom', String(next));
    onZoom(next);
  };
  const measure = () => {
    const room = root.clientWidth;
    if (room !== width && zoom !== 1) body.style.setProperty('zoom', '1');
    const isChanged = room !== width || zoom === 1;
    width = room;
    if (!isFitted) setZoom(1);
    else if (isChanged) {
      const next = zoomToFit(widthOf(body, root.scrollWidth, room), room);
      if (next === zoom) body.style.setProperty('zoom', String(next));
      else setZoom(next);
    }
    const content = root.getBoundingClientRect().height;
    height = nextHeight(height, content);
    frame.style.blockSize = `${height.pixels}px`;
    const hanging = root.scrollHeight - root.clientHeight;
    if (hanging > 1) height = nextHeight(height, height.pixels + hanging);
    frame.style.blockSize = `${height.pixels}px`;
    // Nothing is cut off: what the frame cannot be high enough for is scrolled to within it.
    root.toggleAttribute('data-tall', root.scrollHeight - root.clientHeight > 1);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  observer.observe(body);
  measure();
  const ended = new AbortController();
  const { signal } = ended;
  const printed = (isPrinted: boolean) => () => {
    frame.style.inlineSize = isPrinted ? `${paper}px` : '';
    measure();
    // In the flow a frame begins on the sheet after its head, which stays empty: browsers do not break what they replace.
    frame.style.position = isPrinted ? 'absolute' : '';
    const place = frame.parentElement;
    if (place) place.style.blockSize = isPrinted ? frame.style.blockSize : '';
  };
  addEventListener('beforeprint', printed(true), { signal });
  addEventListener('afterprint', printed(false), { signal });
  return {
    fit: (next) => {
      isFitted = next;
      measure();
    },
    stop: () => {
      observer.disconnect();
      ended.abort();
    },
  };
}
