/** Tells one news of the session from the next, for whatever is asked anew with each of them. */
import type { Session } from '#auth/session.ts';

const moments = new WeakMap<Session, number>();
let latest = 0;

/**
 * The session is said anew whenever a token came or went. Its grants are no sign of that: a token that outlives the
 * session ends with it, so that two of them look alike.
 */
export function sessionMoment(session: Session): number {
  let moment = moments.get(session);
  if (moment === undefined) {
    latest += 1;
    moment = latest;
    moments.set(session, moment);
  }
  return moment;
}
