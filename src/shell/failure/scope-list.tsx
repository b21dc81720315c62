import { scopeInWords } from '#shell/session/scopes-in-words.ts';
import styles from './failure-in-words.module.css';

/** Which permissions are missing, each with what it lets this app do. */
export function ScopeList({ scopes }: { scopes: readonly string[] }) {
  return (
    <ul className={styles.scopes}>
      {scopes.map((scope) => (
        <li key={scope}>
          <code>{scope}</code> {scopeInWords(scope)}
        </li>
      ))}
    </ul>
  );
}
