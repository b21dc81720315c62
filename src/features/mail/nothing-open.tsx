import { Icon } from '#ui/icon.tsx';
import styles from './mail-screen.module.css';

export function NothingOpen() {
  return (
    <p className={styles.nothingOpen}>
      <Icon name="mail" size={24} />
      Choose a message to read it here.
    </p>
  );
}
