/**
 * White words on a picture are white words on white paper where the picture is not loaded. What lay on one gets a grey
 * to lie on, if nothing else would show its words.
 */
import { emptyImage } from '#shell/html-body/empty-image.ts';

/** A letter of more parts than this is not made of pictures. */
const most = 4000;
/** Words that are looked at in one place. */
const fewWords = 40;
/** White on it has a contrast of 8.5, and it does not pretend to be the picture. */
const grey = '#474d54';

/** How light a colour is, 0 to 1 (WCAG 2.2, relative luminance); `undefined` where it is not to be seen. */
export function lightness(colour: string): number | undefined {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]*)\)$/.exec(colour)?.[1] ?? '')
    .split(/[,/\s]+/)
    .filter(Boolean)
    .map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5)
    return undefined;
  const linear = (value: number) =>
    value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export function backBlocked(page: Document): void {
  const { body, defaultView: realm } = page;
  const all = [body, ...body.querySelectorAll<HTMLElement>('*')];
  if (!realm || all.length > most) return;
  const look = (element: Element) => realm.getComputedStyle(element);
  for (const element of all) {
    if (!look(element).backgroundImage.includes(emptyImage)) continue;
    const isOnLight = (paper(element, look) ?? 1) > 0.5;
    if (isOnLight && hasLightWords(element, look))
      element.style.setProperty('background-color', grey);
  }
}

type Look = (element: Element) => CSSStyleDeclaration;

/** How light what lies behind the words of an element is; nothing of its own, up to the paper. */
function paper(element: Element | null, look: Look): number | undefined {
  if (!element) return undefined;
  return lightness(look(element).backgroundColor) ?? paper(element.parentElement, look);
}

function hasLightWords(place: Element, look: Look): boolean {
  const words = place.ownerDocument.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = words.nextNode(); node && seen < fewWords; node = words.nextNode()) {
    const { parentElement: around } = node;
    if (!around || !node.nodeValue?.trim() || around.nodeName === 'STYLE') continue;
    seen += 1;
    const isLight = (lightness(look(around).color) ?? 0) > 0.4;
    if (isLight && (paper(around, look) ?? 1) > 0.5) return true;
  }
  return false;
}
