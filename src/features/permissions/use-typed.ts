import { startTransition, useOptimistic } from 'react';
import { maskText } from '#features/permissions/diagnose/mask-text.ts';

/**
 * A field that is kept in the address, which follows a moment later: until then it shows what was typed, or letters
 * would be lost and the caret would jump. A token that was pasted by mistake is hidden from both.
 */
export function useTyped(kept: string, keep: (text: string) => void) {
  const [shown, show] = useOptimistic(kept);
  const type = (text: string) =>
    startTransition(() => {
      const masked = maskText(text);
      show(masked);
      keep(masked);
    });
  return [shown, type] as const;
}
