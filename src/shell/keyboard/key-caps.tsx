import { capsOf } from './keys.ts';
import styles from './keyboard.module.css';

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

export function KeyCaps({ keys }: { keys: readonly string[] }) {
  return (
    <span className={styles.keys}>
      {keys.map((each) => (
        <span key={each} className={styles.strokes}>
          {capsOf(each, isMac).map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
