import type { AccessTokenFacts } from '#auth/tokens/token-report.ts';
import { vault } from '#auth/vault.ts';
import { formatTime } from '#lib/format-date.ts';
import { useNow } from '#shell/use-now.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { ChecksList } from '#features/tokens/claims/checks-list.tsx';
import { checkClaims, inWords } from '#features/tokens/claims/check-claims.ts';
import { ClaimsTable } from '#features/tokens/claims/claims-table.tsx';
import { KeepButton } from '#features/tokens/compare/keep-button.tsx';
import { handOnTo } from '#ui/hand-on-to.ts';
import { TokenCard } from './token-card.tsx';
import { TokenText } from './token-text.tsx';
import styles from './session-view.module.css';

const toAnother = handOnTo('section button');

/** Graph's tokens name Graph by its id. */
const graphAppId = '00000003-0000-0000-c000-000000000000';

export function AccessToken({
  token,
  isDeveloper,
}: {
  token: AccessTokenFacts;
  isDeveloper: boolean;
}) {
  const now = useNow(10_000);
  const { header, claims, resource, title } = token;
  const left = Math.max(0, Math.floor((token.expiresAt - now) / 1000));
  return (
    <TokenCard
      title={`Access token: ${title}`}
      about={
        <>
          For <code>{resource}</code>,{' '}
          {token.cameBy === 'code' ? 'by the code' : 'by the refresh token'} at{' '}
          {formatTime(new Date(token.gotAt))}. {endOf(token, left)}
        </>
      }
      actions={
        <>
          {header && claims && <KeepButton name={title} header={header} claims={claims} />}
          <Button
            ref={toAnother}
            kind="quiet"
            icon="trash"
            onClick={() => void vault().forgetToken(resource)}
          >
            Forget here
          </Button>
        </>
      }
    >
      <Granted token={token} />
      {isDeveloper && (
        <TokenText which={{ kind: 'access-token', resource }} name={`access token for ${title}`} />
      )}
      {header && claims ? (
        <>
          <ChecksList
            checks={checkClaims(header, claims, { now, audience: [resource, graphAppId] })}
          />
          <ClaimsTable header={header} claims={claims} isHeld />
        </>
      ) : (
        <p className={styles.opaque}>
          Opaque: only its API can read it. Tokens of personal accounts are like that; what it may
          do is what the answer said, above.
        </p>
      )}
    </TokenCard>
  );
}

/** Where the session ends first, the token's own end (`exp`) is later and of no use. */
function endOf({ expiresAt, claims }: AccessTokenFacts, left: number): string {
  const own = claims?.['exp'];
  return typeof own === 'number' && own * 1000 > expiresAt + 600_000
    ? `It is used for another ${inWords(left)}: then the session ends, before the token does.`
    : `It lasts another ${inWords(left)}, and is renewed by itself before.`;
}

/** What was asked for beside what came. */
function Granted({ token: { asked, granted } }: { token: AccessTokenFacts }) {
  const wanted = new Set(asked.map((scope) => scope.toLowerCase()));
  return (
    <ul className={styles.granted} aria-label="Granted scopes">
      {granted.map((scope) => (
        <li key={scope}>
          <Chip
            tone="token"
            {...(wanted.has(scope.toLowerCase())
              ? {}
              : { title: 'Came without being asked for this time.' })}
          >
            {scope}
            {!wanted.has(scope.toLowerCase()) && ' +'}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
