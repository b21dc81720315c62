import { handOn } from './hand-on.ts';

/**
 * For what its own press takes away: the focus goes on to `goal` in the section around it, or on the screen if the
 * section went, too.
 */
export const handOnTo = (goal: string) =>
  handOn((leaving) => {
    const section = leaving.closest('section');
    return () => {
      const place = section?.isConnected ? section : document.querySelector('main');
      place?.querySelector<HTMLElement>(goal)?.focus();
    };
  });
