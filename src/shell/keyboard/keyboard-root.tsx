import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';
import { toggleDock } from '#shell/frame/dock.ts';
import { places } from '#shell/frame/navigation.tsx';
import { chooseTheme } from '#shell/frame/theme.ts';
import { Icon } from '#ui/icon.tsx';
import type { Command } from './commands.ts';
import { DockPlace } from './dock-place.tsx';
import { KeyCaps } from './key-caps.tsx';
import { KeySheet } from './key-sheet.tsx';
import { takeOver } from './lazy-keyboard.tsx';
import { Palette } from './palette.tsx';
import { press, pressLate } from './press.ts';
import { useCommands } from './use-commands.ts';
import styles from './keyboard.module.css';

/** Second keys after `g`, by where they lead. */
const goKeys: Readonly<Record<string, string>> = {
  '/mail': 'g i',
  '/contacts': 'g c',
  '/calendar': 'g k',
  '/files': 'g f',
  '/services': 'g s',
  '/permissions': 'g d',
  '/profile': 'g p',
};

/** The keys of the whole product, the palette, and the sheet that lists them. Fetched after the first screen. */
export function KeyboardRoot() {
  const [shown, setShown] = useState<'palette' | 'keys'>();
  const close = () => setShown(undefined);
  useCommands(useEverywhere(setShown));

  useEffect(() => {
    document.addEventListener('keydown', press);
    const forget = pressLate(takeOver());
    return () => {
      document.removeEventListener('keydown', press);
      forget();
    };
  }, []);

  return (
    <>
      <button
        type="button"
        className={styles.opener}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={() => setShown('palette')}
      >
        <Icon name="search" size={16} />
        <span className={styles.openerWords}>Search commands and people</span>
        <KeyCaps keys={['Mod+k']} />
      </button>
      <DockPlace />
      {shown === 'palette' && <Palette onClose={close} />}
      {shown === 'keys' && <KeySheet onClose={close} />}
    </>
  );
}

function useEverywhere(show: (what: 'palette' | 'keys' | undefined) => void): Command[] {
  const navigate = useNavigate();
  const go = places.map(({ to, icon, words }): Command => {
    const key = goKeys[to];
    return {
      id: `go.${to}`,
      words: `Go to ${words}`,
      group: 'Go to',
      icon,
      ...(key ? { keys: [key] } : {}),
      run: () => void navigate(to),
    };
  });
  return [
    ...go,
    {
      id: 'go.setup',
      words: 'Go to the set-up',
      group: 'Go to',
      icon: 'settings',
      run: () => void navigate(paths.setup),
    },
    {
      id: 'everywhere.palette',
      words: 'Search commands and people',
      group: 'Everywhere',
      keys: ['Mod+k'],
      isMove: true,
      run: () => show('palette'),
    },
    {
      id: 'everywhere.keys',
      words: 'Show keyboard shortcuts',
      group: 'Everywhere',
      icon: 'keyboard',
      keys: ['?'],
      run: () => show('keys'),
    },
    {
      id: 'everywhere.dock',
      words: 'Last messages of the protocol, below the screen',
      group: 'Everywhere',
      keys: ['Mod+`'],
      icon: 'timeline',
      run: toggleDock,
    },
    ...(['light', 'dark', 'system'] as const).map((theme): Command => ({
      id: `everywhere.theme-${theme}`,
      words: `Appearance: ${theme === 'system' ? 'as the system' : theme}`,
      group: 'Settings',
      icon: `theme-${theme}`,
      run: () => chooseTheme(theme),
    })),
  ];
}
