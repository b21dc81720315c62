/** Every code that can be explained here, by the name that stands in an answer. */
import { apiCodes } from './api-codes.ts';
import { accountCodes } from './entra-account-codes.ts';
import { flowCodes } from './entra-flow-codes.ts';
import { registrationCodes } from './entra-registration-codes.ts';
import { libraryCodes } from './library-codes.ts';
import { oauthErrors, suberrors } from './oauth-errors.ts';
import { sentences } from './sentences.ts';
import { serviceCodes } from './service-codes.ts';
import { meaningOf, type Meaning, type Row } from './refusal-meaning.ts';

export function knownRefusals(): { readonly code: string; readonly meaning: Meaning }[] {
  const numbers = Object.entries({
    ...flowCodes,
    ...registrationCodes,
    ...accountCodes,
  }).map(([number, row]) => [`AADSTS${number}`, row] as const);
  const names: (readonly [string, Row])[] = Object.entries({
    ...suberrors,
    ...oauthErrors,
    ...serviceCodes,
    ...apiCodes,
    ...libraryCodes,
    ...Object.fromEntries(sentences.map(([name, , row]) => [name, row])),
  });
  return [...numbers, ...names].map(([code, row]) => ({ code, meaning: meaningOf(row) }));
}
