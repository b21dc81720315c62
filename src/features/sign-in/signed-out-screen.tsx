import { paths } from '#config/paths.ts';
import { Front } from '#shell/frame/front.tsx';
import { PageTitle } from '#shell/page-title.tsx';
import { ButtonLink } from '#ui/button.tsx';
import styles from './outcome.module.css';

export function SignedOutScreen() {
  return (
    <Front>
      <div className={styles.outcome}>
        <PageTitle title="You are signed out" className={styles.title} />
        <p className={styles.words}>
          The tokens, and everything that was read with them, are gone from this tab, and Microsoft
          was told. On a shared computer, close the browser as well.
        </p>
        <div className={styles.buttons}>
          <ButtonLink kind="primary" to={paths.home}>
            Sign in again
          </ButtonLink>
        </div>
      </div>
    </Front>
  );
}
