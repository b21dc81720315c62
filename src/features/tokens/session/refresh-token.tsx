import type { RefreshTokenFacts } from '#auth/tokens/token-report.ts';
import { formatFull } from '#lib/format-date.ts';
import { useNow } from '#shell/use-now.ts';
import { inWords } from '#features/tokens/claims/check-claims.ts';
import { TokenCard } from './token-card.tsx';
import styles from './session-view.module.css';

/** Never shown, not even to developers: it opens every resource. */
export function RefreshToken({ token }: { token: RefreshTokenFacts }) {
  const now = useNow(30_000);
  const { since, endsAt, rotations, rotatedAt } = token;
  const rows = [
    ['Since', formatFull(new Date(since))],
    [
      'Ends',
      `${formatFull(new Date(endsAt))}, in ${inWords(Math.max(0, (endsAt - now) / 1000))}; no renewal moves that`,
    ],
    [
      'Renewed',
      rotations === 0
        ? 'not yet'
        : `${rotations} times, last ${rotatedAt ? formatFull(new Date(rotatedAt)) : ''}`,
    ],
  ] as const;
  return (
    <TokenCard
      title="Refresh token"
      about="Gets access tokens for every resource that was agreed to. It is opaque, and there is no way to see it, in no kind of session."
    >
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </TokenCard>
  );
}
