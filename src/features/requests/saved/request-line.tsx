import styles from './saved-requests.module.css';

export function Line({ method, path }: { method: string; path: string }) {
  return (
    <>
      <code className={styles.method} data-method={method}>
        {method}
      </code>
      <span className={styles.path}>{path}</span>
    </>
  );
}
