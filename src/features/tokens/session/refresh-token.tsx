import type { RefreshTokenFacts } from '#auth/tokens/token-report.ts';
import { formatFull } from '#lib/format-date.ts';
import { useNow } from '#shell/use-now.ts';
import { FactList } from '#ui/fact-list.tsx';
import { inWords } from '#features/tokens/claims/check-claims.ts';
import { TokenCard } from './token-card.tsx';

/** Never shown, not even to developers: it opens every resource. */
export function RefreshToken({ token }: { token: RefreshTokenFacts }) {
  const now = useNow(30_000);
  const { since, endsAt, rotations, rotatedAt } = token;
  const facts = [
    { name: 'Since', value: formatFull(new Date(since)) },
    {
      name: 'Ends',
      value: `${formatFull(new Date(endsAt))}, in ${inWords(Math.max(0, (endsAt - now) / 1000))}; no renewal moves that`,
    },
    {
      name: 'Renewed',
      value:
        rotations === 0
          ? 'not yet'
          : `${rotations} times, last ${rotatedAt ? formatFull(new Date(rotatedAt)) : ''}`,
    },
  ];
  return (
    <TokenCard
      title="Refresh token"
      about="Gets access tokens for every resource that was agreed to. It is opaque, and there is no way to see it, in no kind of session."
    >
      <FactList facts={facts} />
    </TokenCard>
  );
}
