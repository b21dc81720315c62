/** What stays in this tab after a reload: enough to offer "Continue as ...", nothing that proves anything. */
import { isTenant } from '#config/settings.ts';
import type { SignInHint } from './session.ts';

const key = 'grantscope.hint';

export function readHint(): SignInHint | undefined {
  try {
    const hint = JSON.parse(sessionStorage.getItem(key) ?? 'null') as SignInHint | null;
    return hint &&
      [hint.name, hint.loginHint, hint.tenantId, hint.account].every(
        (v) => typeof v === 'string',
      ) &&
      isTenant(hint.tenant)
      ? hint
      : undefined;
  } catch {
    return undefined;
  }
}

export function keepHint(hint: SignInHint | undefined): void {
  try {
    if (hint) sessionStorage.setItem(key, JSON.stringify(hint));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage there is no "Continue as", and nothing else is lost.
  }
}
