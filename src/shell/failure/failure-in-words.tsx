import { QueryClientContext } from '@tanstack/react-query';
import { use, useEffect, useEffectEvent } from 'react';
import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import { handOn } from '#ui/hand-on.ts';
import { Notice } from '#ui/notice.tsx';
import { useEndTold } from '#shell/session/use-end-told.ts';
import { AskAdministrator } from './ask-administrator.tsx';
import { FailureFacts } from './failure-facts.tsx';
import { offline, type Failure } from './failure.ts';
import { NextStepButton } from './next-step-button.tsx';
import { ScopeList } from './scope-list.tsx';
import { useFailure } from './use-failure.ts';
import styles from './failure-in-words.module.css';

const offlineByHand =
  'This device has no connection at the moment. Nothing is done by itself when it is back.';

/** A failure in the place where the data would be: what happened, whose side, and the button that does what helps. */
export function FailureInWords({
  error,
  onRetry,
  byHand = false,
}: {
  error: unknown;
  onRetry: () => void;
  /** As at `FailureNotice`: nothing is done by itself when the connection is back. */
  byHand?: boolean;
}) {
  const failure = useFailure(error);
  const missing = failure.next.kind === 'grant';
  useBackOnline(error, failure, byHand ? undefined : onRetry);
  useAskedAfresh(error);
  const isTold = useEndTold() && isMendedBySignIn(error);
  if (isTold)
    return (
      <Notice
        // Another one: whose button had the focus hands it on.
        key="told"
        live="polite"
        actions={
          <span className={styles.inDialog}>
            <NextStepButton step={failure.next} onRetry={onRetry} />
          </span>
        }
      >
        <p ref={handOnWithNotice}>This waits for you to sign in again.</p>
        <FailureFacts failure={failure} />
      </Notice>
    );
  return (
    <Notice
      tone={missing ? 'token' : failure.whose === 'you' ? 'info' : 'warn'}
      {...(missing ? { icon: 'lock' } : {})}
      title={failure.title}
      live="polite"
      actions={<NextStepButton step={failure.next} onRetry={onRetry} />}
    >
      <p ref={handOnWithNotice}>
        {byHand && failure.title === offline.title ? offlineByHand : failure.explanation}
      </p>
      {failure.next.kind === 'grant' && (
        <>
          <ScopeList scopes={failure.next.scopes} />
          <AskAdministrator resource={failure.next.resource} scopes={failure.next.scopes} />
        </>
      )}
      <FailureFacts failure={failure} />
    </Notice>
  );
}

/** Also where a service sent a token back and no other was to be had: who signs in has a new one. */
function isMendedBySignIn(error: unknown): boolean {
  if (!(error instanceof AuthError)) return false;
  const { kind, suberror } = error.detail;
  return (
    kind === 'sign-in-required' || (kind === 'interaction-required' && suberror !== 'message_only')
  );
}

/**
 * The button goes with the failure, and the focus would fall to the page: Tab goes on from the part of the screen that
 * asks again. Where something nearer takes the focus, it keeps it.
 */
const handOnToPart = handOn((notice) => {
  const part = notice.closest('section');
  return () => {
    if (!part || document.activeElement !== document.body) return;
    if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
    part.focus({ preventScroll: true });
  };
});

/** The words leave with their notice, and the button is beside them in it. */
const handOnWithNotice = (words: HTMLElement | null) =>
  handOnToPart(words?.closest<HTMLElement>('[aria-live]') ?? null);

/**
 * Who comes back from a tunnel need not say so.
 *
 * @param onRetry unless it is to be done by hand only
 */
function useBackOnline(
  error: unknown,
  { whose, title }: Failure,
  onRetry: (() => void) | undefined,
): void {
  const isWaiting = whose === 'the network' && onRetry !== undefined;
  const wasOffline = title === offline.title;
  const retry = useEffectEvent(() => onRetry?.());
  useEffect(() => {
    if (!isWaiting) return undefined;
    // Back while these words were on their way: the event that says so is over.
    if (wasOffline && navigator.onLine) retry();
    const again = () => retry();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
    // Once for each failure: while it is asked again, the old one may still be here.
  }, [error, isWaiting, wasOffline]);
}

/** What was refused may be given meanwhile: whoever leaves and comes back asks again, and needs no reload. */
function useAskedAfresh(error: unknown): void {
  const queries = use(QueryClientContext);
  useEffect(() => {
    if (!(error instanceof ApiError)) return undefined;
    // Perhaps it has been asked once more since, and refused again. What was read before stays.
    return () =>
      queries?.removeQueries({
        predicate: ({ state }) => state.data === undefined && state.error instanceof ApiError,
      });
  }, [queries, error]);
}
