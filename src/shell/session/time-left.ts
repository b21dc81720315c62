import type { Grant } from '#auth/session.ts';

export function minutesLeft(grant: Grant, now: number): number {
  return Math.max(0, Math.floor((grant.expiresAt - now) / 60_000));
}

/** Tokens that can be called back live for a day. */
export function timeInWords(minutes: number): string {
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
