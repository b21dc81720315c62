import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { cloud } from '#config/settings.ts';
import { Chip } from '#ui/chip.tsx';
import { Flyout } from './flyout.tsx';
import styles from './frame.module.css';

/** Always in sight while the tenant is simulated, so that nobody takes made-up people for real ones. */
export function WorldFlyout() {
  if (cloud().name !== 'simulated') return null;
  return (
    <Flyout
      label="Simulated tenant"
      opener={
        <Chip tone="token" icon="beaker">
          Simulated<span className={styles.wide}> tenant</span>
        </Chip>
      }
    >
      <div className={styles.note}>
        <p className={styles.noteTitle}>Nothing here is real</p>
        <p>
          The company, its people, their mail and contacts are made up, and no request leaves this
          browser. The protocol is the real one: the same requests, answers and refusals.
        </p>
        <p>
          <Link to={paths.setup}>Use your own tenant</Link>
        </p>
      </div>
    </Flyout>
  );
}
