/** Without scripts in the frame, the page outside listens to it. Safari keeps it from that: links open all the same. */
export interface FrameListener {
  /** A link is under the pointer or has the focus; `undefined` when none is. */
  readonly onPoint: (link: HTMLAnchorElement | undefined) => void;
  /** @returns whether the link may be followed at once */
  readonly onFollow: (link: HTMLAnchorElement) => boolean;
}

export function listenToFrame(
  frame: HTMLIFrameElement,
  { onPoint, onFollow }: FrameListener,
  signal: AbortSignal,
): void {
  const page = frame.contentDocument;
  if (!page) return;
  const listen = (names: readonly string[], handle: (event: Event) => void, on: Node = page) => {
    for (const name of names) on.addEventListener(name, handle, { signal });
  };
  listen(['pointerover', 'focusin'], (event) => onPoint(linkAt(event)));
  listen(['pointerleave', 'focusout'], () => onPoint(undefined), page.documentElement);
  listen(['click', 'auxclick'], (event) => {
    const link = linkAt(event);
    const href = link?.getAttribute('href');
    if (!link || href == null || (event as MouseEvent).button === 2) return;
    if (href.startsWith('#')) {
      // Followed as a link it would load the frame's file anew, in a new tab.
      event.preventDefault();
      scrollTo(page, href.slice(1));
    } else if (!onFollow(link)) event.preventDefault();
  });
  listen(['keydown'], (event) => passOn(event as KeyboardEvent, frame));
}

function linkAt({ target }: Event): HTMLAnchorElement | undefined {
  return (
    (target as Element | null)?.closest?.<HTMLAnchorElement>('a[href], area[href]') ?? undefined
  );
}

function scrollTo(page: Document, name: string): void {
  const target = page.getElementById(name) ?? page.getElementsByName(name)[0];
  target?.scrollIntoView();
}

/** What these do in a letter is for the letter: follow its links, walk and scroll through it. */
const ownKeys =
  /^(Enter|Tab| |Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Shift|Control|Alt|Meta)$/;

/** The product's other keys work while the focus is in the frame: each is pressed once more, on the frame itself. */
function passOn(event: KeyboardEvent, frame: HTMLIFrameElement): void {
  const { key, code, ctrlKey, shiftKey, altKey, metaKey, repeat } = event;
  if (ownKeys.test(key) && !ctrlKey && !altKey && !metaKey) return;
  const again = new KeyboardEvent('keydown', {
    ...{ key, code, ctrlKey, shiftKey, altKey, metaKey, repeat },
    ...{ bubbles: true, cancelable: true, composed: true },
  });
  if (!frame.dispatchEvent(again)) event.preventDefault();
}
