import { useMemo } from 'react';
import { formatCount } from '#lib/format-number.ts';
import { dateInWords } from './json-remarks.ts';
import type { Answer } from './send-request.ts';
import { tableOf } from './table-rows.ts';
import styles from './answer-view.module.css';

const most = 5_000_000;

export function AnswerTable({ answer }: { answer: Answer }) {
  const table = useMemo(() => {
    if (answer.body.byteLength > most) return undefined;
    try {
      return tableOf(JSON.parse(new TextDecoder().decode(answer.body)));
    } catch {
      return undefined;
    }
  }, [answer]);
  if (!table) {
    return (
      <p className={styles.note}>
        {answer.body.byteLength > most
          ? 'More than 5 MB: the tree shows it.'
          : 'Only a collection of things is a table.'}
      </p>
    );
  }
  return (
    // Scrolled with the keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroller} tabIndex={0} role="group" aria-label="The answer as a table">
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // Rows have no name of their own, and stay where they are.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={table.columns[column]} title={cell}>
                  {dateInWords(cell) ?? cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.total > table.rows.length && (
        <p className={styles.note}>
          The first {table.rows.length} of {formatCount(table.total)}.
        </p>
      )}
    </div>
  );
}
