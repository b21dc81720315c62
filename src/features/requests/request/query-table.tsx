import { Button } from '#ui/button.tsx';
import type { Draft } from './draft.ts';
import { odataOptions, readQuery, withOption, withRow } from './odata-query.ts';
import styles from './parts.module.css';

/** The address's query as rows, and OData's options to add. */
export function QueryTable({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}) {
  const rows = readQuery(draft.url);
  const missing = odataOptions.filter(([name]) => !rows.some((row) => row.name === name));
  const set = (at: number, value: string | undefined) =>
    onChange({ url: withRow(draft.url, at, value) });
  return (
    <div className={styles.part}>
      {rows.length > 0 && (
        <ul className={styles.rows}>
          {rows.map(({ name, value }, at) => (
            // A name may come twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${name} ${at}`} className={styles.row}>
              <code
                className={styles.name}
                title={odataOptions.find(([known]) => known === name)?.[1]}
              >
                {name}
              </code>
              <input
                aria-label={name}
                className={styles.input}
                value={value}
                spellCheck={false}
                onChange={(event) => set(at, event.currentTarget.value)}
              />
              <Button
                kind="quiet"
                icon="dismiss"
                label={`Take ${name} away`}
                onClick={() => set(at, undefined)}
              />
            </li>
          ))}
        </ul>
      )}
      <h2 className={styles.heading}>Add an option</h2>
      <ul className={styles.options}>
        {missing.map(([name, does, example]) => (
          <li key={name}>
            <button
              type="button"
              className={styles.option}
              onClick={() => onChange({ url: withOption(draft.url, name, example) })}
            >
              <code>{name}</code> {does}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
