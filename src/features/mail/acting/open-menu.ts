/** Which question about messages stands open: where to move them, or how to file them. */
import { createSubject } from '#lib/observable.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';

export interface OpenMenu {
  readonly kind: 'move' | 'categories' | 'destroy';
  readonly messages: readonly MessageSummary[];
}

export const openMenu = createSubject<OpenMenu | undefined>(undefined);
