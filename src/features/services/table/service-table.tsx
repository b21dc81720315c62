import { useId, useRef } from 'react';
import { innerPaths } from '#config/inner-paths.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DottedName } from '#ui/dotted-name.tsx';
import type { IconName } from '#ui/icon-name.ts';
import { Icon } from '#ui/icon.tsx';
import type { Standing } from '#features/services/state/use-service-states.ts';
import { useUnfolded, useWayBack } from './left-at.ts';
import { ServiceDetails } from './service-details.tsx';
import { rowId } from './stand-at.ts';
import { StateCell } from './state-cell.tsx';
import styles from './service-table.module.css';

/** A table; on a phone the same rows as cards. */
export function ServiceTable({ standings }: { standings: readonly Standing[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Capability</th>
          <th scope="col">Service</th>
          <th scope="col">Permission</th>
          <th scope="col">Licence plan</th>
          <th scope="col">State</th>
          <th scope="col">Open</th>
        </tr>
      </thead>
      {standings.map((standing) => (
        <Row key={standing.row.key} standing={standing} />
      ))}
    </table>
  );
}

const agreed = { flag: 'administrator', policy: 'administrator by policy', person: undefined };

function Row({ standing }: { standing: Standing }) {
  const { row, agreement, plan } = standing;
  const [open, setOpen] = useUnfolded(row.key);
  const id = useId();
  return (
    <tbody>
      <tr className={styles.row}>
        <th scope="row">
          <button
            type="button"
            id={rowId(row.key)}
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
            <Icon name={row.icon} />
            {row.name}
          </button>
        </th>
        <td data-column="Service">
          <span className={styles.two}>
            {row.service}
            <DottedName>{row.resourceId.replace(/^https:\/\/|\/$/g, '')}</DottedName>
          </span>
        </td>
        <td data-column="Permission">
          <span className={styles.two}>
            <DottedName>{row.scopes.join(' ') || 'not known'}</DottedName>
            {agreed[agreement] && <span className={styles.small}>{agreed[agreement]}</span>}
          </span>
        </td>
        <td data-column="Licence plan">
          <span className={styles.small}>{planInWords(standing, plan)}</span>
        </td>
        <td data-column="State">
          <StateCell standing={standing} />
        </td>
        <td data-column="Open">
          <Way standing={standing} />
        </td>
      </tr>
      <tr id={id} hidden={!open} className={styles.details}>
        <td colSpan={6}>{open && <ServiceDetails standing={standing} />}</td>
      </tr>
    </tbody>
  );
}

function planInWords({ row }: Standing, plan: string | undefined): string {
  if (row.scopes.length === 0) return 'not known';
  if (row.plans.length === 0) return 'none needed';
  return plan ?? row.plans[0] ?? '';
}

/** To the screen of the capability, or to the console with its address filled in. */
function Way({ standing: { row } }: { standing: Standing }) {
  const { screen, name } = row;
  const url = row.tries ?? (row.resource && row.endpoint);
  return (
    <span className={styles.ways}>
      {screen === undefined ? (
        <span />
      ) : (
        <WayLink icon="forward" label={`Open ${name}`} to={screen} />
      )}
      {url !== undefined && url !== '' && (
        <WayLink
          icon="code"
          label={`${name} in the request console`}
          to={innerPaths.request(url)}
        />
      )}
    </span>
  );
}

function WayLink({ icon, label, to }: { icon: IconName; label: string; to: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const leave = useWayBack(link, label);
  return <ButtonLink ref={link} kind="quiet" icon={icon} label={label} to={to} onClick={leave} />;
}
