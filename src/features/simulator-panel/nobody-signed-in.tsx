import { paths } from '#config/paths.ts';
import { cloud } from '#config/settings.ts';
import { describeFailure } from '#shell/failure/describe-failure.ts';
import { useSession } from '#shell/session/use-session.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

/** Above the control panel while this tab is signed out: the way in, and back to here. */
export function NobodySignedIn() {
  const session = useSession();
  const { signIn, leaving, problem } = useSignIn();
  const hint = session.kind === 'signed-out' ? session.hint : undefined;
  const failure = problem ? describeFailure(problem, { cloud: cloud(), grants: [] }) : undefined;
  return (
    <>
      <Notice
        title="Nobody is signed in in this tab"
        actions={
          <Button
            kind="primary"
            disabled={leaving}
            onClick={() => signIn({ kind: hint ? 'restore' : 'sign-in' }, paths.simulator)}
          >
            {hint ? `Continue as ${hint.name}` : 'Continue'}
          </Button>
        }
      >
        <p>What is switched here is met at the next sign-in.</p>
      </Notice>
      {failure && (
        <Notice tone="danger" live="assertive" title={failure.title}>
          <p>{failure.explanation}</p>
        </Notice>
      )}
    </>
  );
}
