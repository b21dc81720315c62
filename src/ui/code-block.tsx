import type { ReactNode } from 'react';
import styles from './code-block.module.css';

/** Text of a machine, in lines that break where they have to. */
export function CodeBlock({ children }: { children: ReactNode }) {
  return <pre className={styles.block}>{children}</pre>;
}
