import { useState } from 'react';
import { resourceTitle } from '#config/resource-title.ts';
import { Panel } from '#shell/panel.tsx';
import { Chip } from '#ui/chip.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { CopyLedger } from './copy-ledger.tsx';
import type { LedgerRow, Trouble } from './ledger.ts';
import { LedgerTable } from './ledger-table.tsx';
import { RegisteredField } from './registered-field.tsx';
import { signInItself } from './scope-resource.ts';
import { troubleWords } from './trouble-words.ts';
import { useLedger } from './use-ledger.ts';
import styles from './ledger-view.module.css';

/** Registered, requested, granted, used, needed: what this sign-in asked for against what it took. */
export function LedgerView() {
  return (
    <Panel heading="Ledger of scopes" headingHidden skeleton={<Skeleton rows={6} height={46} />}>
      <Ledger />
    </Panel>
  );
}

type Filter = Trouble | 'all' | 'trouble';
type Order = 'trouble' | 'name';

function Ledger() {
  const { rows, registered, finder } = useLedger();
  const [filter, setFilter] = useState<Filter>('all');
  const [order, setOrder] = useState<Order>('trouble');
  const shown = sorted(rows.filter(fits(filter)), order);
  const troubles = Object.keys(troubleWords) as Trouble[];
  const count = (trouble: Trouble) => rows.filter(fits(trouble)).length;
  return (
    <div className={styles.view}>
      <p className={styles.intro}>
        Rests on what this tab recorded since the page was last loaded (its visits to the sign-in
        page from before, too), on the scopes that came with each token, and for <i>needed</i> on
        Microsoft’s permission lists of {finder.facts.source.date}. Nothing leaves the browser.
      </p>
      <div className={styles.fields}>
        <SelectField label="Show" value={filter} onValue={(value) => setFilter(value as Filter)}>
          <option value="all">every scope ({rows.length})</option>
          <option value="trouble">any trouble ({rows.filter(fits('trouble')).length})</option>
          {troubles.map((trouble) => (
            <option key={trouble} value={trouble}>
              {troubleWords[trouble].short} ({count(trouble)})
            </option>
          ))}
        </SelectField>
        <SelectField label="Order" value={order} onValue={(value) => setOrder(value as Order)}>
          <option value="trouble">trouble first</option>
          <option value="name">by name</option>
        </SelectField>
      </div>
      {filter !== 'all' && filter !== 'trouble' && (
        <p className={styles.meaning} aria-live="polite">
          <Chip tone={troubleWords[filter].tone}>{troubleWords[filter].short}</Chip>{' '}
          {troubleWords[filter].long}
        </p>
      )}
      {shown.length === 0 && <p aria-live="polite">No scope is in this trouble.</p>}
      {[...new Set(shown.map(({ resource }) => resource))].map((resource) => (
        <LedgerTable
          key={resource}
          title={resource === signInItself ? 'The sign-in itself' : resourceTitle(resource)}
          resource={resource}
          rows={shown.filter((row) => row.resource === resource)}
        />
      ))}
      <CopyLedger rows={rows} finder={finder} />
      <RegisteredField registered={registered} />
    </div>
  );
}

const fits =
  (filter: Filter) =>
  ({ troubles }: LedgerRow) =>
    filter === 'all' || (filter === 'trouble' ? troubles.length > 0 : troubles.includes(filter));

function sorted(rows: readonly LedgerRow[], order: Order): readonly LedgerRow[] {
  return order === 'trouble'
    ? rows
    : rows.toSorted((one, other) => one.scope.localeCompare(other.scope));
}
