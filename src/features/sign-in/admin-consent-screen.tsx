import { readAdminConsent } from '#auth/redirect/admin-consent.ts';
import { takeAdminConsent } from '#auth/redirect/pending-admin-consent.ts';
import { paths } from '#config/paths.ts';
import { cloud } from '#config/settings.ts';
import { describeAuthFailure } from '#shell/failure/describe-auth-failure.ts';
import { Front } from '#shell/frame/front.tsx';
import { PageTitle } from '#shell/page-title.tsx';
import { scopeInOurWords } from '#shell/permissions/describe-permission.ts';
import { explainNumbers } from '#shell/refusals/explain-refusal.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import styles from './outcome.module.css';
import { SupportFacts } from './support-facts.tsx';

// Here, because it can be done once only: the record is gone afterwards, and the answer leaves the address.
const { pathname, search } = location;
const outcome = readAdminConsent(search, pathname.split('/').at(-1), takeAdminConsent(search));
history.replaceState(history.state, '', pathname);

/** For words alone: anybody can make such an address. */
const answer = new URLSearchParams(search);
const saidYes = /^true$/i.test(answer.get('admin_consent') ?? '') && !answer.has('error');

/** What came of asking an administrator. The tokens went when the page left; signing in again asks nothing. */
export function AdminConsentScreen() {
  const { signIn, leaving } = useSignIn();
  switch (outcome.kind) {
    case 'said-granted': {
      const { resource, scopes, returnTo } = outcome.pending;
      const isOfGraph = resource.identifier === cloud().graph.identifier;
      return (
        <Front>
          <div className={styles.outcome}>
            <PageTitle title="Microsoft says an administrator agreed" className={styles.title} />
            <p className={styles.words}>For everybody in the organisation:</p>
            <ul className={styles.agreed}>
              {scopes.map((scope) => (
                <li key={scope}>
                  <code>{scope}</code> {scopeInOurWords(scope, isOfGraph)}
                </li>
              ))}
            </ul>
            <p className={styles.words}>
              Continue, and your own sign-in shows whether it counts for you.
            </p>
            <div className={styles.buttons}>
              <Button
                kind="primary"
                disabled={leaving}
                onClick={() => signIn({ kind: 'grant', resource, scopes }, returnTo)}
              >
                Continue
              </Button>
            </div>
          </div>
        </Front>
      );
    }
    case 'refused': {
      const { failure } = outcome;
      const { facts } = describeAuthFailure(failure, cloud());
      return (
        <Front>
          <div className={styles.outcome} role="alert">
            <PageTitle title="No administrator agreed" className={styles.title} />
            <p className={styles.words}>
              {explainNumbers(failure.codes)?.explanation ??
                'Microsoft’s page was left without a yes.'}{' '}
              What was allowed before still holds.
            </p>
            <div className={styles.buttons}>
              <Button
                kind="primary"
                disabled={leaving}
                onClick={() => signIn({ kind: 'restore' }, failure.returnTo)}
              >
                Continue without it
              </Button>
            </div>
          </div>
          <SupportFacts facts={facts} />
        </Front>
      );
    }
    case 'unknown':
      return (
        <Front>
          <div className={styles.outcome} role="alert">
            <PageTitle title="This answer belongs to nothing asked here" className={styles.title} />
            <p className={styles.words}>
              It comes from no question of this tab: somebody sent you the link, another tab asked,
              or it was used before. So this app believes nothing of it, and nothing here has
              changed.
            </p>
            {saidYes && (
              <p className={styles.words}>
                It says that an administrator agreed. If that was you, on Microsoft’s page, it may
                well stand: whoever sent the link sees it at the next sign-in.
              </p>
            )}
            <div className={styles.buttons}>
              <ButtonLink kind="primary" to={paths.home}>
                Go on
              </ButtonLink>
            </div>
          </div>
        </Front>
      );
  }
}
