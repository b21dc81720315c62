import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';

/** Below this width one pane is shown at a time; the same number stands in mail-screen.module.css. */
export const onePane = '(width < 800px)';

/** Goes from the list to a message and back, and takes the focus along when the person does. */
export function useReading(folder: string, message: string | undefined) {
  const navigate = useNavigate();
  const { state, search } = useLocation();
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement | null>(null);
  const awaited = useRef<'heading' | 'row'>(undefined);

  const focusRow = () =>
    list.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();

  const open = (id: string, withFocus = false) => {
    if (withFocus && id === message && heading.current) return heading.current.focus();
    awaited.current = withFocus ? 'heading' : undefined;
    // One step in the history for all that is read in a row: Back leads to the list.
    void navigate(paths.mailMessage(folder, id) + search, {
      replace: message !== undefined,
      state: { fromList: message === undefined || cameFromList(state) },
    });
  };

  /** @param gone the message is there no more, so that it has to leave the address as well */
  const close = (gone = false) => {
    if (!gone && !matchMedia(onePane).matches) return focusRow();
    awaited.current = 'row';
    if (cameFromList(state)) void navigate(-1);
    else void navigate(paths.mailFolder(folder) + search, { replace: true });
  };

  useEffect(() => {
    if (message !== undefined || awaited.current !== 'row') return;
    awaited.current = undefined;
    focusRow();
  }, [message]);

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
