import { Screen } from '#shell/screen.tsx';
import { Notice } from '#ui/notice.tsx';
import type { AskTenant } from './application-api.ts';
import { FeedSteps } from './feed-steps.tsx';
import { KeySteps } from './key-steps.tsx';
import { ProofSteps } from './proof-steps.tsx';
import { RegistrationSteps } from './registration-steps.tsx';
import { useLab } from './use-lab.ts';
import styles from './app-only.module.css';

/**
 * Access without a person, the whole way: as the Management APIs' introduction of 2016 told it, and as it is now.
 * @param ask the simulated tenant, where this world is one
 */
export function AppOnlyScreen({ ask }: { ask: AskTenant | undefined }) {
  const lab = useLab(ask);
  return (
    <Screen title="App-only access">
      <p className={styles.intro}>
        A service that works at night has nobody to sign in. It proves itself with a certificate and
        gets a token of its own, with roles in the place of scopes. Key and assertion are made in
        this page and stored nowhere;{' '}
        {ask
          ? 'the requests go to the simulated tenant in this browser.'
          : 'nothing is sent: Microsoft takes such requests from no browser, so they are made ready for a shell.'}
      </p>
      {lab.problem !== undefined && (
        <div className={styles.problem}>
          <Notice tone="danger" live="assertive" title="That did not work">
            <p>{lab.problem}</p>
          </Notice>
        </div>
      )}
      <ol className={styles.steps}>
        <RegistrationSteps lab={lab} />
        <KeySteps lab={lab} />
        <ProofSteps lab={lab} />
        {lab.hasFeed && <FeedSteps lab={lab} />}
      </ol>
    </Screen>
  );
}
