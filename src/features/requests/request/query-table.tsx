import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '#ui/button.tsx';
import type { Draft } from './draft.ts';
import { odataOptions, readQuery, withOption, withRow } from './odata-query.ts';
import styles from './parts.module.css';
import { graphShapesQuery } from './graph-shapes-query.ts';
import { selectSuggestions } from './select-members.ts';

/** The address's query as rows, and OData's options to add. */
export function QueryTable({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}) {
  const id = useId();
  const rows = readQuery(draft.url);
  const select = rows.find(({ name }) => name === '$select');
  const shapes = useQuery({ ...graphShapesQuery, enabled: select !== undefined }).data;
  const members = select && shapes ? selectSuggestions(shapes, draft.url, select.value) : [];
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
                id={`request-query-${at}`}
                aria-label={name}
                className={styles.input}
                value={value}
                spellCheck={false}
                list={name === '$select' ? `${id}-members` : undefined}
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
      <datalist id={`${id}-members`}>
        {members.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </datalist>
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
