import { formatFull } from '#lib/format-date.ts';
import { useNow } from '#shell/use-now.ts';
import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { inWords } from './check-claims.ts';
import { claimText } from './compare-claims.ts';
import { knownClaim, knownHeader } from './known-claims.ts';
import facts from '#ui/rows-table.module.css';
import styles from './claims.module.css';

type Parts = Readonly<Record<string, unknown>>;

/**
 * Every claim with its meaning; times as dates, with what is left.
 *
 * @param isHeld a token of this session: its scopes are in the ledger
 */
export function ClaimsTable({
  header,
  claims,
  isHeld = false,
}: {
  header: Parts;
  claims: Parts;
  isHeld?: boolean;
}) {
  return (
    <table className={`${facts.table} ${styles.table}`}>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Value</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(claims).map(([name, value]) => (
          <Row key={name} name={name} value={value} known={knownClaim(name)} isHeld={isHeld} />
        ))}
      </tbody>
      <tbody aria-label="Header">
        {Object.entries(header).map(([name, value]) => (
          <Row key={name} name={name} value={value} known={knownHeader(name)} place="header" />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  name,
  value,
  known,
  place,
  isHeld = false,
}: {
  name: string;
  value: unknown;
  known: ReturnType<typeof knownClaim>;
  place?: 'header';
  isHeld?: boolean;
}) {
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {place && <span className={styles.place}>{place}</span>}
      </th>
      <td>
        {known?.isTime && typeof value === 'number' ? (
          <Time seconds={value} />
        ) : name === 'scp' && typeof value === 'string' ? (
          <Scopes list={value} isHeld={isHeld} />
        ) : (
          <code>{claimText(value)}</code>
        )}
      </td>
      <td className={styles.meaning}>
        {known?.meaning ?? 'Not known here: of this app or this tenant.'}{' '}
        {known && <span className={styles.source}>{known.source}</span>}
      </td>
    </tr>
  );
}

function Time({ seconds }: { seconds: number }) {
  const now = useNow(1000);
  const left = seconds - Math.floor(now / 1000);
  const date = new Date(seconds * 1000);
  return (
    <>
      <code>{seconds}</code>{' '}
      <span className={styles.time}>
        {Number.isNaN(date.getTime()) ? 'no date' : formatFull(date)},{' '}
        {left >= 0 ? `in ${inWords(left)}` : `${inWords(-left)} ago`}
      </span>
    </>
  );
}

/** Each leads to its row in the ledger; of a token from elsewhere, to what it opens. */
function Scopes({ list, isHeld }: { list: string; isHeld: boolean }) {
  const to = (scope: string) =>
    isHeld
      ? `${paths.permissionsView('ledger')}?scope=${encodeURIComponent(scope)}`
      : `${paths.permissionsView('finder')}?q=${encodeURIComponent(scope)}`;
  return (
    <ul className={styles.scopes}>
      {list
        .split(' ')
        .filter(Boolean)
        .map((scope) => (
          <li key={scope}>
            <Link to={to(scope)}>{scope}</Link>
          </li>
        ))}
    </ul>
  );
}
