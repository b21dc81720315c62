import type { AuthErrorDetail } from '#auth/auth-error.ts';
import { formatFull } from '#lib/format-date.ts';
import type { Failure } from './failure.ts';

/** The times of an id_token do not fit: what this device believes, and how far that is from Microsoft's word. */
export function describeClockFailure(detail: AuthErrorDetail): Omit<Failure, 'facts'> {
  // Only a sign-in has a place to return to, and its code is used up; a session is as good as before.
  const isSignIn = detail.returnTo !== undefined;
  return {
    title: 'The clock of this device seems wrong',
    whose: 'you',
    explanation: `${believed(detail)} Set date and time, then ${
      isSignIn ? 'sign in again' : 'try again: you are still signed in'
    }.`,
    next: isSignIn ? { kind: 'sign-in' } : { kind: 'retry' },
  };
}

function believed({ timestamp, issuedAt }: AuthErrorDetail): string {
  const at = Date.parse(timestamp ?? '');
  if (Number.isNaN(at)) return 'By this device’s clock, Microsoft’s answer is from another time.';
  const distance = issuedAt === undefined ? undefined : distanceInWords(at - issuedAt);
  const apart = distance ?? 'which does not fit the times in Microsoft’s answer';
  return `It said ${formatFull(new Date(at))}, ${apart}.`;
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Nothing for a few minutes: those are allowed for, so that they are not what was wrong. */
function distanceInWords(ahead: number): string | undefined {
  const apart = Math.abs(ahead);
  const [unit, length] = steps.find(([, one]) => apart >= one) ?? ['minute', 60_000];
  if (apart < 5 * 60_000) return undefined;
  const count = Math.round(apart / length);
  return `about ${count} ${unit}${count === 1 ? '' : 's'} ${ahead > 0 ? 'ahead of' : 'behind'} Microsoft’s answer`;
}
