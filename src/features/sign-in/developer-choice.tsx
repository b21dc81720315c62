import { useDeployment } from '#shell/use-deployment.ts';
import styles from './sign-in-screen.module.css';

/** Before the sign-in and nowhere else: whoever finds a signed-in page open cannot turn it on. */
export function DeveloperChoice({
  chosen,
  onChoose,
}: {
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}) {
  if (!useDeployment()?.developerSessions) return null;
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={chosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span>
        Developer session
        <span className={styles.aside}>
          The text of tokens can be shown and copied. Whoever has it can use it: for tests only.
        </span>
      </span>
    </label>
  );
}
