import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import styles from './note.module.css';

export function WorldPanel() {
  return (
    <div className={styles.note}>
      <p className={styles.noteTitle}>Nothing here is real</p>
      <p>
        The company, its people, their mail and contacts are made up, and no request leaves this
        browser. The protocol is the real one: the same requests, answers and refusals.
      </p>
      <p>
        <Link to={paths.simulator}>Control panel: policies, people, clock, faults</Link>
      </p>
      <p>
        <Link to={paths.setup}>Use your own tenant</Link>
      </p>
    </div>
  );
}
