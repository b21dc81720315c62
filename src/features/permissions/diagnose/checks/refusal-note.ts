import type { Finding, Reader } from './finding.ts';

/** An answer that says no is well formed for all that: the number in its text leads to what it means. */
export function refusalNote(read: Reader): Finding {
  const number = /AADSTS(\d+)/.exec(read.value('error_description') ?? '')?.[1];
  return {
    severity: 'note',
    about: 'error',
    says: `The answer is a refusal: ${read.value('error') ?? ''}.`,
    ...(number === undefined ? {} : { number: Number(number) }),
  };
}
