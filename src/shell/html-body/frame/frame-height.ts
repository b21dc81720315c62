/** Makes a frame as high as what it shows, so that the pane scrolls and not the frame. */

const most = 50_000;
const least = 24;
/** Letters whose height depends on the frame's (`100vh`) grow for ever; after so many steps in a row the frame stays. */
const mostGrowths = 20;

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

/**
 * Measured by the box of the root element: `scrollHeight` would never become less.
 *
 * @returns what ends it
 */
export function followHeight(frame: HTMLIFrameElement): () => void {
  const root = frame.contentDocument?.documentElement;
  if (!root) return () => undefined;
  let height: Height = { pixels: 0, growths: 0 };
  const measure = () => {
    height = nextHeight(height, root.getBoundingClientRect().height);
    frame.style.blockSize = `${height.pixels}px`;
  };
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  measure();
  return () => observer.disconnect();
}
