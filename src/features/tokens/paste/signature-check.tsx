import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { vault } from '#auth/vault.ts';
import { cloud } from '#config/settings.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import type { Check } from '#features/tokens/claims/check-claims.ts';
import { ChecksList } from '#features/tokens/claims/checks-list.tsx';
import { verifyJwt, type Verification } from '#features/tokens/jwt/verify-jwt.ts';
import styles from './paste-view.module.css';

type Claims = Readonly<Record<string, unknown>>;

/** Asks for the issuer's public keys only when told to, and only in the cloud that is set up. */
export function SignatureCheck({ text, claims }: { text: string; claims: Claims }) {
  const tenant = tenantOf(claims);
  if (tenant === undefined) {
    return (
      <p className={styles.note}>
        Its signature cannot be checked here: the issuer is not of {cloud().title}, whose keys this
        page may ask for.
      </p>
    );
  }
  // Another token is another question.
  return <Asked key={text} text={text} tenant={tenant} />;
}

function Asked({ text, tenant }: { text: string; tenant: string }) {
  const [isWanted, setWanted] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['tokens', 'keys', tenant],
    queryFn: () => vault().signingKeys(tenant),
    enabled: isWanted,
    staleTime: 60_000,
  });
  const outcome = useQuery({
    // The token stays out of the key: keys are seen in developer tools.
    queryKey: ['tokens', 'verified', data?.length],
    queryFn: () => verifyJwt(text, data ?? []),
    enabled: data !== undefined,
    gcTime: 0,
    staleTime: 0,
  });
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!isWanted) {
    return (
      <p>
        <Button icon="seal" onClick={() => setWanted(true)}>
          Check its signature
        </Button>{' '}
        <span className={styles.note}>with the public keys of {tenant}</span>
      </p>
    );
  }
  return (
    <div aria-live="polite">
      {outcome.data ? (
        <ChecksList label="Signature" checks={[asCheck(outcome.data)]} />
      ) : (
        <p className={styles.note}>Asking for the keys…</p>
      )}
    </div>
  );
}

const results = {
  valid: 'pass',
  forged: 'fail',
  'unknown-key': 'fail',
  'not-ours': 'note',
  unsupported: 'fail',
} as const;

function asCheck(verification: Verification): Check {
  return {
    result: results[verification.kind],
    about: 'signature',
    says: inWords(verification),
  };
}

function inWords(verification: Verification): string {
  switch (verification.kind) {
    case 'valid':
      return `The signature holds: made with a key of ${verification.keyIssuer}.`;
    case 'forged':
      return 'The signature does not hold: something in it was changed, or somebody else signed it.';
    case 'unknown-key':
      return `The issuer has no key “${verification.kid}” (any more): the token is too old, or never was its own.`;
    case 'not-ours':
      return 'A token for Microsoft Graph: only Graph can check its signature, because of the nonce in its header.';
    case 'unsupported':
      return `Signed with ${verification.algorithm}, which Entra does not use.`;
  }
}

/** Entra's issuers of the cloud, in both versions; the keys of a tenant are those of all of them. */
function tenantOf({ iss, tid }: Claims): string | undefined {
  if (typeof iss !== 'string' || typeof tid !== 'string') return undefined;
  const { login, name } = cloud();
  const isOurs =
    iss === `${login}/${tid}/v2.0` ||
    (name !== 'china' && iss === `https://sts.windows.net/${tid}/`);
  return isOurs && /^[0-9a-f-]{36}$/i.test(tid) ? tid : undefined;
}
