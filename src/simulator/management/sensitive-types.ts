/** Names of what data-loss rules look for, in the language asked for. */
import { ActivityRefusal } from './refusal.ts';

const types: readonly (readonly [id: string, en: string, de: string])[] = [
  ['50842eb7-edc8-4019-85dd-5a5c1f2bb085', 'Credit Card Number', 'Kreditkartennummer'],
  [
    'e7dc4711-11b7-4cb0-b88b-2c394a771f0e',
    'International Banking Account Number (IBAN)',
    'Internationale Bankkontonummer (IBAN)',
  ],
  [
    'a44669fe-0d48-453d-a9b1-2cc83f2cba77',
    'U.S. Social Security Number (SSN)',
    'US-Sozialversicherungsnummer (SSN)',
  ],
  [
    '16c07343-c26f-49d2-a987-3daf717e94cc',
    'U.K. National Insurance Number (NINO)',
    'Britische Sozialversicherungsnummer (NINO)',
  ],
];

/** @throws {ActivityRefusal} AF20053, AF20054 */
export function sensitiveTypes(language: string | null) {
  const wanted = (language ?? 'en').split(',')[0]?.split(';')[0]?.trim() ?? '';
  if (language !== null && /;(?!\s*q=[\d.]+\s*(,|$))/.test(language))
    throw new ActivityRefusal('AF20054', 'Invalid syntax in Accept-Language header.');
  if (!/^(\*|[a-z]{2,3}(-[a-z0-9]{2,8})*)$/i.test(wanted))
    throw new ActivityRefusal(
      'AF20053',
      'The language specified in the Accept-Language header is not valid.',
    );
  const german = /^de\b/i.test(wanted);
  return types.map(([id, en, de]) => ({ id, name: german ? de : en }));
}
