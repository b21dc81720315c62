import { useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tabs.module.css';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly words: string;
  /** A number or a word beside the name. */
  readonly count?: string | number | undefined;
}

/** One panel of several (ARIA tabs: one tab stop, arrows choose). */
export function Tabs<Key extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  end,
  isText = false,
  children,
}: {
  label: string;
  tabs: readonly Tab<Key>[];
  chosen: Key;
  onChoose: (key: Key) => void;
  /** Stands at the end of the row. */
  end?: ReactNode;
  /** Whether the panel holds nothing that the tab key reaches: then it is reached itself, to be scrolled. */
  isText?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const at = tabs.findIndex(({ key }) => key === chosen);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (!next) return;
    event.preventDefault();
    onChoose(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <div className={styles.whole}>
      <div className={styles.bar}>
        <div
          role="tablist"
          tabIndex={-1}
          aria-label={label}
          className={styles.list}
          onKeyDown={onKeyDown}
        >
          {tabs.map((tab) => (
            <button
              key={tab.key}
              id={`${id}-${tab.key}`}
              type="button"
              role="tab"
              aria-selected={tab.key === chosen}
              aria-controls={`${id}-panel`}
              tabIndex={tab.key === chosen ? 0 : -1}
              className={styles.tab}
              onClick={() => onChoose(tab.key)}
            >
              {tab.words}
              {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            </button>
          ))}
        </div>
        {end}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${chosen}`}
        className={styles.panel}
        {...(isText ? { tabIndex: 0 } : {})}
      >
        {children}
      </div>
    </div>
  );
}
