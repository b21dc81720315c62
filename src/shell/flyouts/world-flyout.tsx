import { cloud } from '#config/settings.ts';
import { Chip } from '#ui/chip.tsx';
import styles from '#shell/frame/frame.module.css';
import { WorldPanel } from './lazy-panels.tsx';
import { Flyout } from './flyout.tsx';

/** Always in sight while the tenant is simulated, so that nobody takes made-up people for real ones. */
export function WorldFlyout() {
  if (cloud().name !== 'simulated') return null;
  return (
    <Flyout
      label="Simulated tenant"
      opener={
        <Chip tone="token" icon="beaker">
          <span className={styles.world}>Simulated</span>
          <span className={styles.wide}> tenant</span>
        </Chip>
      }
    >
      <WorldPanel />
    </Flyout>
  );
}
