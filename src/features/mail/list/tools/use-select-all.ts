import { useEffect } from 'react';
import { shownList } from '#features/mail/list/pages/shown-list.ts';
import { markAll } from '#features/mail/list/row/marks.ts';

/** In the list, what selects everything selects messages; elsewhere, and in fields, it is the browser's own. */
export function useSelectAll(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key.toLowerCase() !== 'a' || !(ctrlKey || metaKey) || altKey || shiftKey) return;
      if (!(target as Element).closest('[role=option]')) return;
      event.preventDefault();
      markAll(shownList.get());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
