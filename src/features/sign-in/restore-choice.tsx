import { useSyncExternalStore } from 'react';
import { restorePreference } from '#shell/place/restore-preference.ts';
import { useDeployment } from '#shell/use-deployment.ts';
import styles from './sign-in-screen.module.css';

/** Once in ten minutes, without a question: some would rather be asked. */
export function RestoreChoice() {
  const chosen = useSyncExternalStore(restorePreference.subscribe, restorePreference.get);
  if (!useDeployment()?.restoreOnReload) return null;
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={chosen === 'by-itself'}
        onChange={(event) =>
          restorePreference.choose(event.currentTarget.checked ? 'by-itself' : 'when-asked')
        }
      />
      <span>
        Come back by itself after a reload
        <span className={styles.aside}>By way of Microsoft’s page, which still knows you.</span>
      </span>
    </label>
  );
}
