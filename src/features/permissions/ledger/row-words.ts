/** What stands in the columns of the ledger, on the screen and in a copy of it. */
import type { LedgerRow } from './ledger.ts';
import { signInItself } from './scope-resource.ts';

const bySigningIn = 'by signing in';

/** The scopes of the sign-in need no place in a registration, and `.default` is all that is in it. */
export function registeredInWords({ registered, resource, scope }: LedgerRow): string {
  if (registered === undefined) return '?';
  if (registered) return 'yes';
  return resource === signInItself || scope === '.default' ? 'need not be' : 'no';
}

export function usedInWords(
  { resource, used }: LedgerRow,
  requests: (count: number) => string,
): string {
  return resource === signInItself ? bySigningIn : requests(used.length);
}

export function neededInWords(
  { resource, needed }: LedgerRow,
  requests: (count: number) => string,
): string {
  if (resource === signInItself) return bySigningIn;
  return needed === undefined ? 'not known' : requests(needed.length);
}
