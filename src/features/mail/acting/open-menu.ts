/** Which question about messages stands open: where to move them, or how to file them. */
import { createSubject } from '#lib/observable.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import type { Act } from './act.ts';

export interface OpenMenu {
  readonly kind: 'move' | 'categories' | 'destroy';
  readonly messages: readonly MessageSummary[];
  /** It is about these alone, not about their conversations. */
  readonly isSingle?: boolean;
}

export const openMenu = createSubject<OpenMenu | undefined>(undefined);

/** @returns whether the person is asked before it is done, because there is no way back */
export function asksFirst(
  { kind }: Act,
  messages: readonly MessageSummary[],
  isSingle = false,
): boolean {
  if (kind !== 'destroy') return false;
  openMenu.set({ kind, messages, isSingle });
  return true;
}
