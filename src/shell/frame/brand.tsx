import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import styles from './frame.module.css';

export function Brand() {
  return (
    <Link to={paths.home} className={styles.brand}>
      <b>Grantscope</b>
      <span className={styles.wide}> for Microsoft 365</span>
    </Link>
  );
}
