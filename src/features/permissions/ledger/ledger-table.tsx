import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatTime } from '#lib/format-date.ts';
import { Chip } from '#ui/chip.tsx';
import { DottedName } from '#ui/dotted-name.tsx';
import { Icon } from '#ui/icon.tsx';
import type { LedgerRow } from './ledger.ts';
import { RowDetails } from './row-details.tsx';
import { neededInWords, registeredInWords, usedInWords } from './row-words.ts';
import { signInItself } from './scope-resource.ts';
import { troubleWords } from './trouble-words.ts';
import facts from '#ui/rows-table.module.css';
import styles from './ledger-view.module.css';

const columns = ['Scope', 'Registered', 'Requested', 'Granted', 'Used', 'Needed', 'Trouble'];

export function LedgerTable({
  title,
  resource,
  rows,
}: {
  title: string;
  resource: string;
  rows: readonly LedgerRow[];
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.resource}>
      <h2 id={id} className={styles.title}>
        {title} {resource !== signInItself && <code>{resource}</code>}
      </h2>
      <table className={`${facts.table} ${styles.table}`} aria-labelledby={id}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.scope} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: LedgerRow }) {
  // A scope of a token leads here.
  const [search] = useSearchParams();
  const isMeant = search.get('scope')?.toLowerCase() === row.scope.toLowerCase();
  const [isOpen, setOpen] = useState(isMeant);
  const { scope, requested, granted, troubles } = row;
  const last = requested.findLast(({ screen }) => screen) ?? requested.at(-1);
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            ref={isMeant ? intoView : undefined}
            className={styles.toggle}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={16} />
            <DottedName>{scope}</DottedName>
          </button>
        </th>
        <td data-column="Registered">{registeredInWords(row)}</td>
        <td data-column="Requested">
          <span>
            {last
              ? `${formatTime(new Date(last.at))}${last.screen ? `, ${last.screen}` : ''}`
              : '–'}
            {requested.length > 1 && <span className={styles.more}> ×{requested.length}</span>}
          </span>
        </td>
        <td data-column="Granted">
          {granted === undefined ? '–' : granted === 0 ? 'yes' : formatTime(new Date(granted))}
        </td>
        <td data-column="Used">{usedInWords(row, requests)}</td>
        <td data-column="Needed">{neededInWords(row, requests)}</td>
        <td data-column="Trouble">
          {troubles.length > 0 && (
            <span className={styles.troubles}>
              {troubles.map((trouble) => (
                <Chip
                  key={trouble}
                  tone={troubleWords[trouble].tone}
                  title={troubleWords[trouble].long}
                >
                  {troubleWords[trouble].short}
                </Chip>
              ))}
            </span>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr className={styles.detailsRow}>
          <td colSpan={columns.length}>
            <RowDetails row={row} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Once: a function that stays the same is called when the row appears. */
function intoView(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: 'nearest' });
}

function requests(count: number): string {
  return count === 0 ? '–' : `${count} ${count === 1 ? 'request' : 'requests'}`;
}
