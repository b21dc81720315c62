import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ListboxProps } from './listbox-props.ts';

/**
 * Tells which option the focus came to otherwise than by the list's own keys: the next key is meant for that one. Where
 * it came with a press, the click that follows says what is to happen; a list that moves between the two would lose it.
 */
export function useFocusElsewhere<Item>(
  list: RefObject<HTMLElement | null>,
  { rows, onFocus }: Pick<ListboxProps<Item>, 'rows' | 'onFocus'>,
): void {
  const latest = useRef({ rows, onFocus });
  useLayoutEffect(() => {
    latest.current = { rows, onFocus };
  });

  // Not React's events: it hears none while it changes the document, which is when a dialog gives the focus back.
  useEffect(() => {
    const element = list.current;
    const hear = ({ target }: Pick<FocusEvent, 'target'>) => {
      const option = target as HTMLElement;
      if (!option.matches('[role=option]') || option.matches(':active')) return;
      const row = latest.current.rows[Number(option.dataset['at'])];
      if (row?.kind === 'option') latest.current.onFocus(row.key);
    };
    element?.addEventListener('focusin', hear);
    return () => element?.removeEventListener('focusin', hear);
  }, [list]);
}
