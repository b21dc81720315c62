import { Suspense, useState } from 'react';
import { isUnanswered } from '#auth/redirect/pending-admin-consent.ts';
import { vault } from '#auth/vault.ts';
import { paths } from '#config/paths.ts';
import { signInScopes } from '#config/scopes.ts';
import { keepChosenSettings } from '#config/settings-store.ts';
import { cloud, settings, simulatedSettings } from '#config/settings.ts';
import { describeFailure } from '#shell/failure/describe-failure.ts';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { Front } from '#shell/frame/front.tsx';
import { PageTitle } from '#shell/page-title.tsx';
import { scopeInWords } from '#shell/session/scopes-in-words.ts';
import { useSession } from '#shell/session/use-session.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Notice } from '#ui/notice.tsx';
import type { IconName } from '#ui/icon-name.ts';
import { RestoreChoice } from './restore-choice.tsx';
import { DeveloperChoice } from './developer-choice.tsx';
import styles from './sign-in-screen.module.css';

/** Most people come back with an answer. */
const Unanswered = lazyPart(async () => (await import('./unanswered.tsx')).Unanswered);

const promises: readonly { icon: IconName; title: string; words: string }[] = [
  {
    icon: 'lock',
    title: 'Tokens stay in this tab’s memory',
    words: 'They are written nowhere. A reload forgets them and comes back with new ones.',
  },
  {
    icon: 'shield',
    title: 'You choose each permission',
    words: 'Mail and contacts are asked for when you open them, on Microsoft’s own page.',
  },
  {
    icon: 'offline',
    title: 'Nothing is sent to us',
    words: 'Your browser talks to Microsoft and to nobody else. There is no server of ours.',
  },
];

/** Why this tab is signed out, where nobody signed out here. */
const because = {
  'signed-out': 'You signed out in another tab',
  'account-changed': 'You signed in as somebody else in another tab',
  idle: 'Nobody used this tab for a while',
};

/** The way in. It comes back to where the person wanted to be. */
export function SignInScreen({ returnTo }: { returnTo: string }) {
  const session = useSession();
  return (
    <Front>
      <div className={styles.landing}>
        <div className={styles.pitch}>
          <PageTitle
            title="Read your Microsoft 365. See every token it takes."
            tab="Sign in"
            isNews={session.kind === 'signed-out' && session.because !== undefined}
            className={styles.title}
          />
          <ul className={styles.promises}>
            {promises.map(({ icon, title, words }) => (
              <li key={title}>
                <Icon name={icon} />
                <div>
                  <h2>{title}</h2>
                  <p>{words}</p>
                </div>
              </li>
            ))}
          </ul>
        </div>
        <SignInCard returnTo={returnTo} />
      </div>
    </Front>
  );
}

function SignInCard({ returnTo }: { returnTo: string }) {
  const session = useSession();
  const { signIn, leaving, problem } = useSignIn();
  const hint = session.kind === 'signed-out' ? session.hint : undefined;
  const [isDeveloper, setDeveloper] = useState(false);
  // Whoever finds an unattended device has Microsoft's session as well: only a password tells them from its owner.
  const wasIdle = session.kind === 'signed-out' && session.because === 'idle';
  const choices = { isDeveloper, ...(wasIdle && { prompt: 'login' as const }) };
  if (!import.meta.env.SIMULATOR && cloud().name === 'simulated') return <NoTenant />;
  const failure = problem ? describeFailure(problem, { cloud: cloud(), grants: [] }) : undefined;
  return (
    <section className={styles.card} aria-labelledby="sign-in">
      <h2 id="sign-in">Sign in with Microsoft</h2>
      {session.kind === 'signed-out' && session.because && (
        <Notice live="polite" title={because[session.because]}>
          <p>So this tab has forgotten its tokens and everything that was read with them.</p>
        </Notice>
      )}
      {!leaving && cloud().name !== 'simulated' && isUnanswered() && (
        <FailureBoundary fallback={() => null}>
          <Suspense fallback={null}>
            <Unanswered />
          </Suspense>
        </FailureBoundary>
      )}
      {hint && (
        <>
          <Button
            kind="primary"
            icon="forward"
            disabled={leaving}
            onClick={() => signIn({ kind: 'restore' }, returnTo, choices)}
          >
            Continue as {hint.name}
          </Button>
          <p className={styles.aside}>
            The reload forgot the tokens, as it should. Microsoft still knows you.{' '}
            <button type="button" className={styles.link} onClick={() => vault().forgetHint()}>
              Not you?
            </button>
          </p>
        </>
      )}
      <Button
        kind={hint ? 'plain' : 'primary'}
        {...(hint ? {} : { icon: 'forward' as const })}
        disabled={leaving}
        onClick={() =>
          signIn(hint ? { kind: 'switch-account' } : { kind: 'sign-in' }, returnTo, choices)
        }
      >
        {hint ? 'Sign in as somebody else' : 'Continue'}
      </Button>
      <RestoreChoice />
      <DeveloperChoice chosen={isDeveloper} onChoose={setDeveloper} />
      {failure && (
        <Notice tone="danger" live="assertive" title={failure.title}>
          <p>{failure.explanation}</p>
        </Notice>
      )}
      <div className={styles.asks}>
        <p>Microsoft will ask you to let this app</p>
        <ul>
          {signInScopes
            .filter((scope) => scope !== 'openid')
            .map((scope) => (
              <li key={scope}>
                <span>{scopeInWords(scope)}</span> <code>{scope}</code>
              </li>
            ))}
        </ul>
      </div>
      <World />
    </section>
  );
}

/** In a build without the simulated tenant, when neither the deployment nor the person has named another. */
function NoTenant() {
  return (
    <section className={styles.card} aria-labelledby="no-tenant">
      <h2 id="no-tenant">No tenant is set up</h2>
      <p>
        This build has no simulated tenant. Put a <code>config.json</code> with <code>cloud</code>,{' '}
        <code>clientId</code> and <code>tenant</code> beside <code>index.html</code>, or enter them
        for this browser.
      </p>
      <ButtonLink to={paths.setup} icon="settings">
        Use my own tenant
      </ButtonLink>
    </section>
  );
}

function World() {
  if (cloud().name === 'simulated') {
    return (
      <div className={styles.world}>
        <p>
          This is the <b>simulated tenant</b>: a made-up company, the real protocol, no account
          needed. Pick any person on the next page.
        </p>
        <ButtonLink to={paths.setup} icon="settings">
          Use my own tenant
        </ButtonLink>
      </div>
    );
  }
  const simulate = () => {
    vault().forgetHint();
    keepChosenSettings(simulatedSettings);
    location.reload();
  };
  return (
    <div className={styles.world}>
      <p>
        <b>{cloud().title}</b>, tenant <code>{settings().tenant}</code>, client{' '}
        <code>{settings().clientId}</code>
      </p>
      <div className={styles.buttons}>
        <ButtonLink to={paths.setup} icon="settings">
          Change
        </ButtonLink>
        {import.meta.env.SIMULATOR && (
          <Button icon="beaker" onClick={simulate}>
            Use the simulated tenant
          </Button>
        )}
      </div>
    </div>
  );
}
