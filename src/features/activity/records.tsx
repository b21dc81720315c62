import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatFull } from '#lib/format-date.ts';
import { formatCount } from '#lib/format-number.ts';
import { MoreButton, NextPage } from '#shell/next-page.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { SelectField, TextField } from '#ui/text-field.tsx';
import { filtered, inOrder, type ContentType, type RecordRow } from './activity.ts';
import { activityQueries } from './activity-queries.ts';
import styles from './activity.module.css';

/** As many rows are drawn at once. */
const atOnce = 300;

export function Records({
  tenant,
  type,
  daysAgo,
}: {
  tenant: string;
  type: ContentType;
  daysAgo: number;
}) {
  const pages = useSuspenseInfiniteQuery(activityQueries.content(tenant, type, daysAgo));
  const [filter, setFilter] = useState({ text: '', workload: '', operation: '' });
  const [most, setMost] = useState(atOnce);
  const [looked, setLooked] = useState<RecordRow>();
  const all = inOrder(pages.data.pages.flatMap((page) => page.records));
  const shown = filtered(all, filter);
  const valuesOf = (member: 'workload' | 'operation') =>
    [...new Set(all.map((record) => record[member]))].filter(Boolean).toSorted();
  const choice = (label: string, member: 'workload' | 'operation') => (
    <SelectField
      label={label}
      value={filter[member]}
      onValue={(value) => setFilter({ ...filter, [member]: value })}
    >
      <option value="">All</option>
      {valuesOf(member).map((value) => (
        <option key={value}>{value}</option>
      ))}
    </SelectField>
  );
  return (
    <>
      <div className={styles.choice}>
        <TextField
          label="Find"
          type="search"
          value={filter.text}
          onValue={(text) => setFilter({ ...filter, text })}
        />
        {choice('Operation', 'operation')}
        {choice('Workload', 'workload')}
      </div>
      <p className={styles.small} aria-live="polite">
        {formatCount(shown.length)} of {formatCount(all.length)} records
        {shown.length > most && `, the newest ${formatCount(most)} shown`}
      </p>
      {shown.length > 0 ? (
        <RecordTable records={shown.slice(0, most)} onLook={setLooked} />
      ) : (
        <Notice icon="search" title={all.length > 0 ? 'No record fits' : 'Nothing was recorded'}>
          <p>
            {all.length > 0
              ? 'Loosen the filters above to see more of what was read.'
              : 'For this content and this day the service has no records; they may take a day to arrive.'}
          </p>
        </Notice>
      )}
      <MoreButton
        words="Show older ones"
        isMore={shown.length > most}
        onMore={() => setMost(most + atOnce)}
      />
      <NextPage of={pages} words="Next page" />
      {looked && (
        <Dialog title={looked.operation} onClose={() => setLooked(undefined)}>
          <pre className={styles.whole}>{JSON.stringify(looked.whole, null, 2)}</pre>
        </Dialog>
      )}
    </>
  );
}

function RecordTable({
  records,
  onLook,
}: {
  records: readonly RecordRow[];
  onLook: (record: RecordRow) => void;
}) {
  return (
    // Where it is too wide the arrow keys push it sideways from any of its buttons: it needs no stop of its own.
    <div className={styles.sideways} role="region" aria-label="Audit records">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Operation</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Result</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td>{record.at && formatFull(record.at)}</td>
              <th scope="row">
                <button type="button" onClick={() => onLook(record)}>
                  {record.operation}
                </button>
              </th>
              <td data-column="Who">{record.user}</td>
              <td data-column="What">{record.object}</td>
              <td data-column="Result">{record.result}</td>
              <td data-column="From">
                <code>{record.address}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
