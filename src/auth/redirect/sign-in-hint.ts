/** What stays in this tab after a reload: enough to offer "Continue as ...", nothing that proves anything. */
import { isTenant } from '#config/settings.ts';
import { isAccountMark } from '#auth/tab/other-tabs.ts';
import type { SignInHint } from '#auth/session.ts';

const key = 'grantscope.hint';

/** A name for the eye: no line ends or other control characters, and no novel. */
const name = /^[^\p{C}]{1,256}$/u;
/** Entra's opaque hint or what a person types: one word, which will stand in an address. */
const loginHint = /^[^\p{C}\s]{0,2048}$/u;

/** What lies in the storage may have been written by anything that runs on this origin. */
export function readHint(): SignInHint | undefined {
  try {
    const hint = JSON.parse(sessionStorage.getItem(key) ?? 'null') as SignInHint | null;
    return hint && isHint(hint) ? hint : undefined;
  } catch {
    return undefined;
  }
}

function isHint(hint: SignInHint): boolean {
  return (
    Object.values(hint).every((value) => typeof value === 'string') &&
    name.test(hint.name) &&
    loginHint.test(hint.loginHint) &&
    isTenant(hint.tenantId) &&
    isTenant(hint.tenant) &&
    isAccountMark(hint.account)
  );
}

export function keepHint(hint: SignInHint | undefined): void {
  try {
    if (hint) sessionStorage.setItem(key, JSON.stringify(hint));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage there is no "Continue as", and nothing else is lost.
  }
}
