/** Which message is open at this moment: what was done can be taken back when the screen has gone on since. */
import { useLayoutEffect } from 'react';
import type { MailSource } from '#features/mail/mail-source.ts';

interface OpenNow {
  readonly source: MailSource;
  readonly message: string | undefined;
  readonly onOpen: (message: string) => void;
}

let now: OpenNow | undefined;

export function useOpenNow(given: OpenNow): void {
  // Before the next key can come: it may take back what was just done.
  useLayoutEffect(() => setOpenNow(given));
}

export function setOpenNow(given: OpenNow): void {
  now = given;
}

/**
 * Opens a message that comes back, if what took its place is still there, or is still on its way: who has gone on
 * reading is left alone.
 */
export function reopening(
  source: MailSource,
  message: string,
  inItsPlace: string | undefined,
): () => void {
  return () => {
    if (now?.source !== source) return;
    if (now.message === inItsPlace || now.message === message) now.onOpen(message);
  };
}
