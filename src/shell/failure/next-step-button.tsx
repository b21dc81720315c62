import { paths } from '#config/paths.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { grantName, type NextStep } from './failure.ts';
import { BackToList } from './back-to-list.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

/** Does what helps, or nothing where nothing does. */
export function NextStepButton({
  step,
  onRetry,
  returnTo,
}: {
  step: NextStep;
  onRetry: () => void;
  /** Where a sign-in comes back to; here, unless given. */
  returnTo?: string | undefined;
}) {
  const { signIn, leaving } = useSignIn();
  // By what has the focus then it is known, back from Microsoft's page, that it was for this.
  const asking = { kind: 'primary', isBusy: leaving, 'data-asks': true } as const;
  switch (step.kind) {
    case 'retry':
      return (
        <Button icon="retry" onClick={onRetry}>
          {step.words ?? 'Try again'}
        </Button>
      );
    case 'reload':
      return (
        <>
          <Button kind="primary" icon="retry" onClick={onRetry}>
            Try again
          </Button>
          {/* Offline a reload would leave nothing but the browser's own page. */}
          {navigator.onLine && <Button onClick={() => location.reload()}>Reload</Button>}
          <BackToList />
        </>
      );
    case 'wait':
      return <WaitButton key={step.seconds} seconds={step.seconds} onRetry={onRetry} />;
    case 'sign-in':
      return (
        <Button {...asking} onClick={() => signIn({ kind: 'sign-in' }, returnTo)}>
          Sign in again
        </Button>
      );
    case 'restore':
      return (
        <Button {...asking} icon="forward" onClick={() => signIn({ kind: 'restore' }, returnTo)}>
          Continue where I was
        </Button>
      );
    case 'step-up':
      return (
        <Button
          {...asking}
          onClick={() => signIn({ kind: 'step-up', claims: step.claims }, returnTo)}
        >
          Go to Microsoft’s page
        </Button>
      );
    case 'grant':
      return (
        <Button
          {...asking}
          onClick={() =>
            signIn({ kind: 'grant', resource: step.resource, scopes: step.scopes }, returnTo)
          }
        >
          Allow {grantName(step.resource, step.scopes)}
        </Button>
      );
    case 'set-up':
      return (
        <ButtonLink kind="primary" to={paths.setup}>
          Open the set-up
        </ButtonLink>
      );
    case 'none':
      return null;
  }
}

/** Asking earlier than told makes the wait longer, so the button opens when the time is over. */
function WaitButton({ seconds, onRetry }: { seconds: number; onRetry: () => void }) {
  const left = useSecondsLeft(seconds);
  return (
    <Button icon="retry" disabled={left > 0} onClick={onRetry}>
      {left > 0 ? `Try again in ${left}\u00a0s` : 'Try again'}
    </Button>
  );
}
