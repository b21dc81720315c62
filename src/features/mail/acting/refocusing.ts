/** Where the focus is in the list: it stands on what comes back, as it stood there before. */
import { goToMessage, shownList } from '#features/mail/list/pages/shown-list.ts';

/** The message that the tab key reaches in the list. */
export function rowAtTabStop(): string | undefined {
  return messageAt(document.querySelector('[role=option][tabindex="0"]'));
}

/**
 * Leads the focus back to a message that comes back to the list, if it is still where it went when that left: on what took
 * its place, or on a list that has nothing else.
 */
export function refocusing(message: string, inItsPlace: string | undefined): () => void {
  return () => {
    const focus = document.activeElement;
    const isLeft = focus?.matches('body, [role=listbox]') || messageAt(focus) === inItsPlace;
    if (isLeft) goToMessage(message);
  };
}

function messageAt(option: Element | null): string | undefined {
  const at = option?.getAttribute('data-at');
  return at ? shownList.get().rows[Number(at)]?.key : undefined;
}
