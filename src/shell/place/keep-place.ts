/**
 * Tokens live in memory, so a reload goes to Microsoft's page and back. This makes it feel as if nothing had happened:
 * what was scrolled, focused and typed is noted when the page goes, and put back when the same screen stands again.
 *
 * A field takes part by naming itself: `<textarea data-draft="body">`. Fields for anything secret do not.
 */
import { storePlace, type Place } from './place-store.ts';

/** A screen fetches what it shows; after this long, what is not there yet is given up. */
const patience = 20_000;

const draftFields = 'input[data-draft], textarea[data-draft]';
type Field = HTMLInputElement | HTMLTextAreaElement;

/** @param path of the screen in sight, or nothing while no screen of a signed-in person is */
export function keepPlace(path: () => string | undefined): void {
  window.addEventListener('pagehide', () => {
    const here = path();
    if (here !== undefined) storePlace(placeNow(here));
  });
}

export function placeNow(path: string): Place {
  const scrolled = [...document.querySelectorAll('*')]
    .filter((element) => element.scrollTop > 0 || element.scrollLeft > 0)
    .map((element) => [wayTo(element), [element.scrollTop, element.scrollLeft]] as const);
  const typed = fields()
    .filter((field) => field.value !== '')
    .map((field) => [field.dataset['draft'] ?? '', field.value]);
  return {
    path,
    leftAt: Date.now(),
    scrolled: Object.fromEntries(scrolled),
    focus: document.activeElement?.id || undefined,
    selected: selectedNow(),
    wasAsking: document.activeElement?.hasAttribute('data-asks') ?? false,
    drafts: Object.fromEntries(typed),
  };
}

/** Goes on trying while the screen fills, until all is back, the time is up, or the person does something themselves. */
export function putBack(place: Place): void {
  const left = {
    scrolled: new Map(Object.entries(place.scrolled)),
    drafts: new Map(Object.entries(place.drafts)),
    focus: place.focus,
    wasAsking: place.wasAsking,
  };
  const until = performance.now() + patience;
  const hands = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
  let isOver = false;
  const stop = () => {
    isOver = true;
    for (const hand of hands) window.removeEventListener(hand, stop, true);
  };
  for (const hand of hands) window.addEventListener(hand, stop, { capture: true, passive: true });

  function attempt(): void {
    if (isOver) return;
    for (const field of fields()) fill(field, left.drafts);
    for (const [way, position] of left.scrolled) {
      if (scrollTo(way, position)) left.scrolled.delete(way);
    }
    if (left.focus !== undefined && takesFocus(left.focus, place.selected)) left.focus = undefined;
    if (left.wasAsking && goesOn()) left.wasAsking = false;
    const isDone = left.scrolled.size === 0 && left.drafts.size === 0 && left.focus === undefined;
    if ((isDone && !left.wasAsking) || performance.now() > until) stop();
    else requestAnimationFrame(attempt);
  }
  attempt();
}

function fields(): Field[] {
  return [...document.querySelectorAll<Field>(draftFields)].filter(
    (field) => field.type !== 'password',
  );
}

/** As if typed: whoever listens, React too, hears of it. */
function fill(field: Field, drafts: Map<string, string>): void {
  const name = field.dataset['draft'] ?? '';
  const text = drafts.get(name);
  if (text === undefined) return;
  drafts.delete(name);
  if (field.value === text) return;
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @returns whether it stands there now; a list that still grows is asked again */
function scrollTo(way: string, [top, left]: readonly [number, number]): boolean {
  const element = atEndOf(way);
  if (!element) return false;
  element.scrollTo({ top, left, behavior: 'instant' });
  return Math.abs(element.scrollTop - top) < 2 && Math.abs(element.scrollLeft - left) < 2;
}

function selectedNow(): [number, number] | undefined {
  const field = document.activeElement;
  if (!isTextField(field) || field.selectionStart === null) return undefined;
  return [field.selectionStart, field.selectionEnd ?? field.selectionStart];
}

/** Of other kinds of fields the browser neither says nor takes what is selected in them. */
function isTextField(element: Element | null): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

function takesFocus(id: string, selected: Place['selected']): boolean {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  if (selected && isTextField(element)) element.setSelectionRange(...selected);
  return element !== null && document.activeElement === element;
}

/**
 * Who has agreed to something goes on in the list that came of it; until there is one, and where there is none, at the
 * heading of the screen.
 * @returns whether no more is to be done
 */
function goesOn(): boolean {
  const seen = (what: string) =>
    [...document.querySelectorAll<HTMLElement>(what)].find((each) => each.checkVisibility());
  const heading = seen('main h1');
  heading?.setAttribute('tabindex', '-1');
  const focused = document.activeElement;
  if (focused !== document.body && focused !== heading) return true;
  const first = seen('main :is([role=option][tabindex="0"], [data-item])');
  (first ?? heading)?.focus({ preventScroll: true });
  return first !== undefined;
}

/** Which child of which child, from the root: the same screen is built in the same way again. */
function wayTo(element: Element): string {
  const parent = element.parentElement;
  if (!parent) return '';
  return `${wayTo(parent)}/${[...parent.children].indexOf(element)}`;
}

function atEndOf(way: string): Element | undefined {
  return way
    .split('/')
    .slice(1)
    .reduce<Element | undefined>(
      (element, index) => element?.children[Number(index)],
      document.documentElement,
    );
}
