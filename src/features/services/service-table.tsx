import { useId, useState } from 'react';
import { cloud } from '#config/settings.ts';
import { scopeInWords } from '#shell/scopes-in-words.ts';
import { Icon } from '#ui/icon.tsx';
import type { ServiceRow } from './service-row.ts';
import { StateCell } from './state-cell.tsx';
import type { ServiceState } from './service-state.ts';
import { useServiceStates } from './use-service-states.ts';
import styles from './service-table.module.css';

/** A table; on a phone the same rows as cards. */
export function ServiceTable({
  rows,
  source,
}: {
  rows: readonly ServiceRow[];
  source: 'discovery' | 'graph';
}) {
  const states = useServiceStates(rows);
  const reachable = rows.filter(({ key }) => states.get(key)?.kind === 'ok').length;
  return (
    <div className={styles.wrap}>
      <p className={styles.count} aria-live="polite">
        {reachable} of {rows.length} reachable now
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Capability</th>
            <th scope="col">Service</th>
            <th scope="col">Resource</th>
            <th scope="col">Scope</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Row
            key={row.key}
            row={row}
            source={source}
            state={states.get(row.key) ?? { kind: 'asking' }}
          />
        ))}
      </table>
    </div>
  );
}

function Row({
  row,
  source,
  state,
}: {
  row: ServiceRow;
  source: 'discovery' | 'graph';
  state: ServiceState;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { probe } = row;
  return (
    <tbody>
      <tr className={styles.row}>
        <th scope="row">
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
            <Icon name={probe?.icon ?? 'services'} />
            {row.capability}
          </button>
        </th>
        <td data-column="Service">{row.service}</td>
        <td data-column="Resource">
          <code>{row.resource.replace(/^https:\/\/|\/$/g, '')}</code>
        </td>
        <td data-column="Scope">
          <code>{probe?.scopes.join(' ') ?? 'unknown'}</code>
        </td>
        <td data-column="State">
          <StateCell state={state} adminOnly={probe?.adminOnly ?? false} />
        </td>
      </tr>
      <tr id={id} hidden={!open} className={styles.details}>
        <td colSpan={5}>{open && <Details row={row} source={source} state={state} />}</td>
      </tr>
    </tbody>
  );
}

function Details({
  row,
  source,
  state,
}: {
  row: ServiceRow;
  source: 'discovery' | 'graph';
  state: ServiceState;
}) {
  const facts = [
    ...(source === 'discovery' ? [['Resource', row.resource] as const] : []),
    ...row.facts,
    ...(row.probe
      ? ([
          ['Asked of Graph', `GET ${cloud().graph.origin}/v1.0${row.probe.path}`],
          ['Permission', row.probe.scopes.map((scope) => scopeInWords(scope) ?? scope).join(', ')],
        ] as const)
      : []),
    ...(state.kind === 'ok' ? state.facts : []),
    ...(state.kind === 'not-licensed' || state.kind === 'role-needed'
      ? ([['Graph said', state.said]] as const)
      : []),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value], index) => (
        <div key={`${name} ${index}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
