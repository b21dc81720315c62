import { formatFull } from '#lib/format-date.ts';
import { Chip, type Tone } from '#ui/chip.tsx';
import { compareClaims, type Difference } from '#features/tokens/claims/compare-claims.ts';
import { knownClaim } from '#features/tokens/claims/known-claims.ts';
import facts from '#ui/rows-table.module.css';
import styles from './compare.module.css';

type Parts = Readonly<Record<string, unknown>>;

const kinds: Readonly<Record<Difference['kind'], readonly [words: string, tone: Tone]>> = {
  changed: ['changed', 'warn'],
  'only-first': ['gone', 'danger'],
  'only-second': ['new', 'ok'],
  same: ['same', 'neutral'],
};

export function DifferenceTable({ first, second }: { first: Parts; second: Parts }) {
  const all = compareClaims(first, second);
  const changed = all.filter(({ kind }) => kind !== 'same');
  return (
    <>
      <p aria-live="polite" className={styles.count}>
        {changed.length === 0
          ? 'They say the same.'
          : `${changed.length} of ${all.length} claims differ.`}
      </p>
      <table className={`${facts.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">This token</th>
            <th scope="col">With this one</th>
          </tr>
        </thead>
        <tbody>
          {all.map((difference) => (
            <Row key={difference.name} difference={difference} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Seconds since 1970 mean nothing to anybody. */
function When({ claim, value }: { claim: string; value: string | undefined }) {
  const date = new Date(Number(value) * 1000);
  if (!knownClaim(claim)?.isTime || value === undefined || Number.isNaN(date.getTime()))
    return null;
  return <span className={styles.when}>{formatFull(date)}</span>;
}

function Row({
  difference: { name, kind, first, second, gone, come },
}: {
  difference: Difference;
}) {
  const [words, tone] = kinds[kind];
  const isList = gone.length + come.length > 0;
  return (
    <tr data-kind={kind}>
      <th scope="row" title={knownClaim(name)?.meaning}>
        <code>{name}</code> <Chip tone={tone}>{words}</Chip>
      </th>
      <td data-which="this">
        <code>{first ?? '–'}</code>
        <When claim={name} value={first} />
        {isList && gone.map((each) => <del key={each}>{each}</del>)}
      </td>
      <td data-which="other">
        <code>{second ?? '–'}</code>
        <When claim={name} value={second} />
        {isList && come.map((each) => <ins key={each}>{each}</ins>)}
      </td>
    </tr>
  );
}
