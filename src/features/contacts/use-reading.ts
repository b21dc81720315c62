import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';

/** Below this width one pane is shown at a time; the same number stands in contacts-screen.module.css. */
export const onePane = '(width < 800px)';

/** Goes from the list to a contact and back, and takes the focus along when the person does. */
export function useReading(contact: string | undefined) {
  const navigate = useNavigate();
  const { state, search } = useLocation();
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement | null>(null);
  const awaited = useRef<'heading' | 'row'>(undefined);

  const focusRow = () =>
    list.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();

  const open = (id: string, withFocus = false) => {
    if (withFocus && id === contact && heading.current) return heading.current.focus();
    awaited.current = withFocus ? 'heading' : undefined;
    // One step in the history for all that is looked at in a row: Back leads to the list.
    void navigate(
      { pathname: paths.contact(id), search },
      {
        replace: contact !== undefined,
        state: { fromList: contact === undefined || cameFromList(state) },
      },
    );
  };

  const close = () => {
    if (!matchMedia(onePane).matches) return focusRow();
    if (cameFromList(state)) void navigate(-1);
    else void navigate({ pathname: paths.contacts, search }, { replace: true });
  };

  // The browser's own way back too leads to the row that was left.
  const before = useRef(contact);
  useEffect(() => {
    if (before.current !== undefined && contact === undefined) focusRow();
    before.current = contact;
  }, [contact]);

  return {
    open,
    close,
    list,
    heading: (element: HTMLHeadingElement | null) => {
      heading.current = element;
      if (!element || awaited.current !== 'heading') return;
      awaited.current = undefined;
      element.focus();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    },
  };
}

function cameFromList(state: unknown): boolean {
  return (state as { fromList?: boolean } | null)?.fromList === true;
}
