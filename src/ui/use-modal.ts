import { useCallback, type SyntheticEvent } from 'react';

/**
 * What a modal `<dialog>` of the platform needs to be open as long as it is rendered: it takes the focus, keeps it, and
 * gives it back to where it was. Escape asks its owner to close it, in the same moment: a dialog that closed itself would
 * tell of it a moment later, and what was pressed in between would be undone.
 */
export function useModal(onClose: () => void) {
  const ref = useCallback((dialog: HTMLDialogElement) => {
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      // Taken out of the document in the same moment, a dialog gives nothing back by itself.
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  return { ref, onCancel };
}
