import { useId, useSyncExternalStore } from 'react';
import { usePreference } from '#shell/use-preference.ts';
import { Dialog } from '#ui/dialog.tsx';
import { registered, type Command } from './commands.ts';
import { KeyCaps } from './key-caps.tsx';
import { singleKeys } from './single-keys.ts';
import styles from './keyboard.module.css';

/** All keys that do something here, by what they do. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const lists = useSyncExternalStore(registered.subscribe, registered.get);
  const single = usePreference(singleKeys);
  const note = useId();
  const groups = Map.groupBy(
    lists.flat().filter(({ keys, ownKeys }) => (keys ?? ownKeys ?? []).length > 0),
    ({ group }) => group,
  );
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} className={styles.sheet}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={single === 'on'}
          aria-describedby={note}
          onChange={({ target }) => singleKeys.choose(target.checked ? 'on' : 'off')}
        />
        Single keys do something
      </label>
      <p id={note} className={styles.note}>
        They are always off while you write. Switch them off if you dictate, or press keys by
        accident.
      </p>
      <div className={styles.groups}>
        {[...groups].map(([group, commands]) => (
          <Group key={group} name={group} commands={commands} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ name, commands }: { name: string; commands: readonly Command[] }) {
  return (
    <section className={styles.group}>
      <h3>{name}</h3>
      <dl>
        {commands.map(({ id, words, keys = [], ownKeys = [] }) => (
          <div key={id}>
            <dt>{words}</dt>
            <dd>
              <KeyCaps keys={[...keys, ...ownKeys]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
