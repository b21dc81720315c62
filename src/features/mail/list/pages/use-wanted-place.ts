import { useEffect, useRef, type RefObject } from 'react';
import type { ListboxHandle } from '#ui/list/listbox-props.ts';
import { wantedPlace } from './shown-list.ts';
import type { ListPages } from './use-list-pages.ts';

/** Where the list is led to, and where the focus was then. */
interface Aim {
  readonly place: number | string;
  readonly focus: Element | null;
}

/** Goes where something beside the list leads it, and takes the focus there once that message is here. */
export function useWantedPlace({
  list: { rows, slots },
  current,
  handle,
  stand,
}: {
  list: Pick<ListPages, 'rows' | 'slots'>;
  current: string | undefined;
  handle: RefObject<ListboxHandle | null>;
  stand: (key: string) => void;
}): void {
  const aim = useRef<Aim>(undefined);
  useEffect(() => {
    const go = () => {
      const place = wantedPlace.get();
      if (place === undefined) return;
      wantedPlace.set(undefined);
      aim.current = { place, focus: document.activeElement };
      if (typeof place === 'number') handle.current?.show(slots.rowOf(place));
    };
    return wantedPlace.subscribe(go);
  }, [slots, handle]);

  useEffect(() => {
    if (!aim.current) return;
    const { place, focus } = aim.current;
    // Whoever has gone elsewhere meanwhile is not called back; what led here may be gone with the focus in it.
    if (document.activeElement !== focus && document.activeElement !== document.body) {
      aim.current = undefined;
      return;
    }
    const isSlot = typeof place === 'number';
    const at = isSlot
      ? Math.min(slots.rowOf(place), rows.length - 1)
      : rows.findIndex((row) => row?.key === place);
    const row = rows[at]?.kind === 'heading' ? rows[at + 1] : rows[at];
    if (row?.kind !== 'option') return;
    if (row.key !== current) return stand(row.key);
    aim.current = undefined;
    handle.current?.focus();
    // What stands below the last one is seen with it.
    if (isSlot && at === rows.length - 1)
      document.activeElement?.scrollIntoView({ block: 'center' });
  });
}
