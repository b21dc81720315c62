import type { Resource } from '#config/clouds.ts';
import { useSession } from '#shell/session/use-session.ts';
import { CopyForAdministrator, ForEverybodyButton } from './for-everybody-button.tsx';
import styles from './failure-in-words.module.css';

/** The ways on where an organisation leaves a permission to its administrators; a personal account has none. */
export function AskAdministrator({
  resource,
  scopes,
}: {
  resource: Resource;
  scopes: readonly string[];
}) {
  const session = useSession();
  if (session.kind !== 'signed-in' || session.account.isPersonal) return null;
  return (
    <details className={styles.facts}>
      <summary>If Microsoft says that an administrator must approve</summary>
      <p className={styles.administrator}>
        Many organisations leave this permission to their administrators. Where Microsoft’s page
        offers to request approval, write there what you need it for. Otherwise send an
        administrator the link to the page that agrees for everybody; once that is done, Allow works
        for you without a question.
      </p>
      <p className={styles.ways}>
        <CopyForAdministrator resource={resource} scopes={scopes} />
        <ForEverybodyButton resource={resource} scopes={scopes} />
      </p>
    </details>
  );
}
