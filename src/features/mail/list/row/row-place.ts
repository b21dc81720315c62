/** Where a row of the message list is on the screen. */
import { shownList } from '#features/mail/list/pages/shown-list.ts';

export interface RowPlace {
  /** Its number in the list, and the message that was in it. */
  readonly row: number;
  readonly key: string;
  /** Pixels below the upper edge of the pane. */
  readonly top: number;
  readonly height: number;
  /** In the window. */
  readonly box: DOMRect;
}

export function rowAt(target: EventTarget | null, pane: Element): RowPlace | undefined {
  const option =
    target instanceof Element ? target.closest<HTMLElement>('[role=option][data-at]') : null;
  const row = Number(option?.dataset['at']);
  const key = shownList.get().rows[row]?.key;
  if (!option || key === undefined) return undefined;
  const box = option.getBoundingClientRect();
  return { row, key, top: box.top - pane.getBoundingClientRect().top, height: box.height, box };
}
