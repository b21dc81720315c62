import { cloud } from '#config/settings.ts';
import { useSession } from '#shell/session/use-session.ts';
import { describeFailure } from './describe-failure.ts';
import type { Failure } from './failure.ts';

/** A failure in words, for who is signed in here. */
export function useFailure(error: unknown): Failure {
  const session = useSession();
  return describeFailure(error, {
    cloud: cloud(),
    grants: session.kind === 'signed-in' ? session.grants : [],
  });
}
