import { useCommands } from '#shell/keyboard/use-commands.ts';
import { usePreference } from '#shell/use-preference.ts';
import { Splitter } from '#ui/splitter.tsx';
import { foldersWidth, listWidth } from './mail-preferences.ts';
import styles from './mail-screen.module.css';

const usual = { folders: 208, list: 372 };

/** The edges of the panes. Their widths can also be set by words, for whom a drag is no way (WCAG 2.2, 2.5.7). */
export function MailSplitters() {
  const folders = Number(usePreference(foldersWidth)) || usual.folders;
  const list = Number(usePreference(listWidth)) || usual.list;
  const choose = (what: keyof typeof usual, width: number) => {
    const kept = what === 'folders' ? foldersWidth : listWidth;
    kept.choose(width === usual[what] ? '' : String(width));
  };
  useCommands([
    {
      id: 'mail.widen-list',
      words: 'Widen the message list',
      group: 'Settings',
      icon: 'maximize',
      run: () => choose('list', Math.min(list + 80, 640)),
    },
    {
      id: 'mail.narrow-list',
      words: 'Narrow the message list',
      group: 'Settings',
      icon: 'panel',
      run: () => choose('list', Math.max(list - 80, 280)),
    },
    {
      id: 'mail.reset-panes',
      words: 'Panes in their usual widths',
      group: 'Settings',
      icon: 'panel',
      run: () => {
        choose('folders', usual.folders);
        choose('list', usual.list);
      },
    },
  ]);
  return (
    <>
      <Splitter
        label="Width of the folders"
        className={styles.foldersEdge}
        width={folders}
        usual={usual.folders}
        min={160}
        max={360}
        onWidth={(width) => choose('folders', width)}
      />
      <Splitter
        label="Width of the message list"
        className={styles.listEdge}
        width={list}
        usual={usual.list}
        min={280}
        max={640}
        onWidth={(width) => choose('list', width)}
      />
    </>
  );
}
