import type { IdTokenFacts } from '#auth/tokens/token-report.ts';
import { settings } from '#config/settings.ts';
import { useNow } from '#shell/use-now.ts';
import { ChecksList } from '#features/tokens/claims/checks-list.tsx';
import { checkClaims, type Check } from '#features/tokens/claims/check-claims.ts';
import { ClaimsTable } from '#features/tokens/claims/claims-table.tsx';
import { KeepButton } from '#features/tokens/compare/keep-button.tsx';
import { TokenCard } from './token-card.tsx';
import { TokenText } from './token-text.tsx';

export function IdToken({ token, isDeveloper }: { token: IdTokenFacts; isDeveloper: boolean }) {
  const now = useNow(30_000);
  const { header = {}, claims = {}, verification } = token;
  const checks: Check[] = [
    {
      result: 'pass',
      about: 'signature',
      says: `Checked before anybody was signed in: ${verification.algorithm}, with key ${verification.keyId} of ${verification.keyIssuer}.`,
    },
    {
      result: 'pass',
      about: 'nonce',
      says: verification.nonceCompared
        ? 'Compared with the one that was sent.'
        : 'A renewal’s has none to compare; it is about the same person.',
    },
    ...checkClaims(header, claims, { now, audience: [settings().clientId] }),
  ];
  return (
    <TokenCard
      title="id token"
      about="Says who signed in. It opens no API, and is sent to none."
      actions={<KeepButton name="id token" header={header} claims={claims} />}
    >
      {isDeveloper && <TokenText which={{ kind: 'id-token' }} name="id token" />}
      <ChecksList checks={checks} />
      <ClaimsTable header={header} claims={claims} isHeld />
    </TokenCard>
  );
}
