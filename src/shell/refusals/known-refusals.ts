/** Every code that can be explained here, by the name that stands in an answer. */
import { apiCodes } from './api-codes.ts';
import { accountCodes } from './entra-account-codes.ts';
import { registrationCodes } from './entra-registration-codes.ts';
import { oauthErrors, suberrors } from './oauth-errors.ts';
import { meaningOf, type Meaning, type Row } from './refusal-meaning.ts';

export function knownRefusals(): { readonly code: string; readonly meaning: Meaning }[] {
  const numbers = Object.entries({ ...registrationCodes, ...accountCodes }).map(
    ([number, row]) => [`AADSTS${number}`, row] as const,
  );
  const names: (readonly [string, Row])[] = Object.entries({
    ...suberrors,
    ...oauthErrors,
    ...apiCodes,
  });
  return [...numbers, ...names].map(([code, row]) => ({ code, meaning: meaningOf(row) }));
}
