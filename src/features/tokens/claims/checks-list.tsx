import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-name.ts';
import type { Check } from './check-claims.ts';
import styles from './claims.module.css';

const marks: Readonly<Record<Check['result'], readonly [icon: IconName, words: string]>> = {
  pass: ['done', 'good'],
  fail: ['warning', 'trouble'],
  note: ['info', 'note'],
};

export function ChecksList({
  checks,
  label = 'Checks',
}: {
  checks: readonly Check[];
  label?: string;
}) {
  return (
    <ul className={styles.checks} aria-label={label}>
      {checks.map(({ result, about, says }) => {
        const [icon, words] = marks[result];
        return (
          <li key={`${about} ${says}`} data-result={result}>
            <Icon name={icon} size={16} label={words} />
            <code>{about}</code>
            <span>{says}</span>
          </li>
        );
      })}
    </ul>
  );
}
