import { formatTime } from '#lib/format-date.ts';

/** Milliseconds: time enough to finish a sentence. */
const announcedBefore = 10 * 60_000;

/** @returns what to say of the end of a session, or nothing while it is far */
export function sessionEndInWords(
  endsAt: number,
  now: number,
): { readonly title: string; readonly explanation: string } | undefined {
  if (endsAt - announcedBefore > now) return undefined;
  const explanation = 'What you see stays. Signing in again brings you back to this place.';
  return endsAt > now
    ? { title: `This session ends at ${formatTime(new Date(endsAt))}`, explanation }
    : { title: 'This session has ended', explanation };
}
