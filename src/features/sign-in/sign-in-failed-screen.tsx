import type { AuthErrorDetail, AuthErrorKind } from '#auth/auth-error.ts';
import { vault } from '#auth/vault.ts';
import { paths } from '#config/paths.ts';
import { signInScopes } from '#config/scopes.ts';
import { cloud } from '#config/settings.ts';
import { describeAuthFailure } from '#shell/failure/describe-auth-failure.ts';
import { sideInWords } from '#shell/failure/failure.ts';
import { Front } from '#shell/frame/front.tsx';
import { NextStepButton } from '#shell/failure/next-step-button.tsx';
import { ScopeList } from '#shell/failure/scope-list.tsx';
import { PageTitle } from '#shell/page-title.tsx';
import { explainNumbers } from '#shell/refusals/explain-refusal.ts';
import { withRefusal } from '#shell/refusals/told-refusal.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import styles from './outcome.module.css';
import { SupportFacts } from './support-facts.tsx';

const moreRefused = {
  title: 'The permission was not given',
  explanation: 'Nothing else changed: what you allowed before still holds.',
};

const pressMends: ReadonlySet<AuthErrorKind> = new Set([
  'consent-required',
  'interaction-required',
  'no-microsoft-session',
]);

/** A sign-in that did not happen: what happened, whose side, what to do, and the button that does it. */
export function SignInFailedScreen({ failure: detail }: { failure: AuthErrorDetail }) {
  const { signIn, leaving } = useSignIn();
  // Without a place of its own it happened here: the address is where the person wants to be.
  const returnTo = withRefusal(detail.returnTo, detail);
  // Whether it is one again is for the vault to say, as before.
  const choices = detail.isDeveloper ? { isDeveloper: true } : {};
  // Refusing more permissions does not end what was agreed before: Microsoft still has that session.
  const askedMore = (detail.scopes ?? []).some((scope) => !signInScopes.includes(scope));
  // Said no to the permission, or knows none of that name: asking for it again does not help.
  const refusedMore = askedMore && ['declined', 'configuration'].includes(detail.kind);
  // Who cancelled knows it; what the number means to a developer is no help to them.
  const why = detail.codes?.includes(65004) ? undefined : explainNumbers(detail.codes);
  const described = describeAuthFailure(detail, cloud());
  const failure = {
    ...described,
    ...why,
    // Where one press mends it, what a client would have to do is nothing to read.
    ...(why?.whose === 'you' &&
      pressMends.has(detail.kind) && { explanation: described.explanation }),
    // Nothing is asked again by itself here: a code is good for one time only.
    ...(detail.online === false && {
      explanation: 'This device has no connection at the moment. Try again when it is back.',
    }),
    ...(refusedMore && {
      ...moreRefused,
      explanation: [
        why?.explanation ?? (detail.kind === 'configuration' && described.explanation),
        moreRefused.explanation,
      ]
        .filter(Boolean)
        .join(' '),
    }),
  };
  return (
    <Front>
      <div className={styles.outcome} role="alert">
        <PageTitle title={failure.title} isNews className={styles.title} />
        <p className={styles.words}>{failure.explanation}</p>
        {failure.next.kind === 'grant' && <ScopeList scopes={failure.next.scopes} />}
        <p>
          <Chip tone={failure.whose === 'you' ? 'neutral' : 'warn'}>{sideInWords(failure)}</Chip>
        </p>
        <div className={styles.buttons}>
          {!refusedMore && (
            <NextStepButton
              step={failure.next}
              returnTo={returnTo}
              onRetry={() => signIn({ kind: 'sign-in' }, returnTo, choices)}
            />
          )}
          {askedMore && (
            <Button
              {...(refusedMore && { kind: 'primary' })}
              disabled={leaving}
              onClick={() => signIn({ kind: 'restore' }, returnTo, choices)}
            >
              Continue without it
            </Button>
          )}
          {(refusedMore || failure.next.kind !== 'set-up') && (
            <ButtonLink to={paths.setup}>Set-up</ButtonLink>
          )}
          {cloud().name === 'simulated' && (
            <ButtonLink to={paths.simulator}>Control panel</ButtonLink>
          )}
          <Button kind="quiet" onClick={() => vault().forgetHint()}>
            Back to the start
          </Button>
        </div>
      </div>
      <SupportFacts facts={failure.facts} />
    </Front>
  );
}
