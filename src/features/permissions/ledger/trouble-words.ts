import type { Tone } from '#ui/chip.tsx';
import type { Trouble } from './ledger.ts';

export const troubleWords: Readonly<
  Record<Trouble, { readonly short: string; readonly long: string; readonly tone: Tone }>
> = {
  refused: {
    short: 'refused',
    long: 'Asked for, and no token has it: the person, a policy or the registration said no.',
    tone: 'danger',
  },
  unasked: {
    short: 'unasked',
    long: 'In a token without having been asked for here: Entra puts what was agreed to before into every token.',
    tone: 'warn',
  },
  'beyond-need': {
    short: 'beyond need',
    long: 'It opened requests, and a smaller permission would have opened each of them.',
    tone: 'warn',
  },
  unused: {
    short: 'unused',
    long: 'In a token, and no recorded request went by it.',
    tone: 'warn',
  },
  unregistered: {
    short: 'not registered',
    long: 'Asked for, and not in the registration: an administrator’s consent and .default leave it out.',
    tone: 'neutral',
  },
};
