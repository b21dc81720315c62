import { useId, useSyncExternalStore } from 'react';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-name.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { chooseTheme, theme, type Theme } from './theme.ts';
import styles from './theme-switch.module.css';

const choices: readonly { theme: Theme; icon: IconName; words: string }[] = [
  { theme: 'light', icon: 'theme-light', words: 'Light' },
  { theme: 'dark', icon: 'theme-dark', words: 'Dark' },
  { theme: 'system', icon: 'theme-system', words: 'As the system' },
];

export function ThemeSwitch() {
  const current = useSyncExternalStore(theme.subscribe, theme.get);
  const name = useId();
  return (
    <fieldset className={styles.switch}>
      <legend>
        <VisuallyHidden>Appearance</VisuallyHidden>
      </legend>
      {choices.map((choice) => (
        <label key={choice.theme} className={styles.choice} title={choice.words}>
          <input
            type="radio"
            name={name}
            checked={current === choice.theme}
            onChange={() => chooseTheme(choice.theme)}
          />
          <Icon name={choice.icon} size={16} />
          <VisuallyHidden>{choice.words}</VisuallyHidden>
        </label>
      ))}
    </fieldset>
  );
}
