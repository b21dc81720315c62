/**
 * The answer this document was opened with, redeemed while the rest of the product is still on its way. Only the vault
 * can pick up what came of it: no token passes through whoever starts this.
 */
import { completeSignIn, type CallbackAnswer, type CompletedSignIn } from './complete-sign-in.ts';
import { createSigningKeys, type SigningKeys } from './signing-keys.ts';

export interface Arrival {
  readonly keys: SigningKeys;
  readonly completed: Promise<CompletedSignIn>;
}

let arrival: Arrival | undefined;

export function redeemArrival(answer: CallbackAnswer): void {
  const keys = createSigningKeys();
  const completed = completeSignIn(answer, keys);
  // Met by whoever takes it; until then it is nobody's unhandled failure.
  completed.catch(() => undefined);
  arrival = { keys, completed };
}

/** Once: what was redeemed belongs to one session. */
export function takeArrival(): Arrival | undefined {
  const taken = arrival;
  arrival = undefined;
  return taken;
}
