/** What stands on a screen when it is left, and brings it back: positions and text that a person typed; nothing that was read. */

export interface Place {
  /** Own path with its query. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly leftAt: number;
  /** By the way to each element from the document's root: how far it was scrolled, downwards and sideways. */
  readonly scrolled: Readonly<Record<string, readonly [number, number]>>;
  /** Id of what had the focus. */
  readonly focus: string | undefined;
  /** In a text field that had it: from which letter to which was selected. */
  readonly selected: readonly [number, number] | undefined;
  /** That was a button that leads to Microsoft's page, and goes with what is missing. */
  readonly wasAsking: boolean;
  /** By the names that fields give themselves with `data-draft`. */
  readonly drafts: Readonly<Record<string, string>>;
}

const key = 'grantscope.place';
/** Time enough for a password and a second factor. */
const lifetime = 10 * 60_000;

export function storePlace(place: Place): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // Without storage a person comes back to the address, and that is all.
  }
}

/** Handed out once, and only for the place it was left at. */
export function takePlace(path: string, now: number): Place | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Place | null;
    sessionStorage.removeItem(key);
    return kept && kept.path === path && now - kept.leftAt < lifetime && isPlace(kept)
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
}

/** Part of signing out. */
export function forgetPlace(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function isPlace({ scrolled, drafts, selected = [0, 0] }: Place): boolean {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null;
  return (
    isObject(scrolled) &&
    isObject(drafts) &&
    selected.length === 2 &&
    selected.every(Number.isFinite) &&
    Object.values(drafts).every((text) => typeof text === 'string') &&
    Object.values(scrolled).every((each) => Array.isArray(each) && each.every(Number.isFinite))
  );
}
