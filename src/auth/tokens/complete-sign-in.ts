/** What Entra says to a redeemed code: read, checked and proven before anybody is signed in. */
import { correlationIdOf } from '#http/send.ts';
import type { PendingSignIn } from '#auth/redirect/pending-sign-in.ts';
import { contextOf, SignInRefused, type RedeemedCode } from './redeem-code.ts';
import { createSigningKeys, type SigningKeys } from './signing-keys.ts';
import { readCodeAnswer, type TokenAnswer } from './token-endpoint.ts';

export interface CompletedSignIn extends TokenAnswer {
  readonly pending: PendingSignIn;
  readonly keys: SigningKeys;
  /** Milliseconds since 1970, from before the code was sent. */
  readonly askedAt: number;
}

/** @throws {SignInRefused} with its cause */
export async function completeSignIn({
  response,
  keys,
  authority,
  pending,
  askedAt,
}: RedeemedCode): Promise<CompletedSignIn> {
  const signingKeys = createSigningKeys(authority.jwks_uri, keys);
  try {
    const read = await readCodeAnswer(authority, signingKeys, pending, response);
    return { ...read, pending, keys: signingKeys, askedAt };
  } catch (cause) {
    const context = { ...contextOf(pending), correlationId: correlationIdOf(response) };
    throw new SignInRefused('token', context, cause);
  }
}
