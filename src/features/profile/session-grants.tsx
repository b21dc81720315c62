import { useId } from 'react';
import type { Session } from '#auth/session.ts';
import { resourceTitle } from '#config/resource-title.ts';
import { cloud } from '#config/settings.ts';
import { formatUntil } from '#lib/format-until.ts';
import { useNow } from '#shell/use-now.ts';
import { scopeInOurWords } from '#shell/permissions/describe-permission.ts';
import { Chip } from '#ui/chip.tsx';
import styles from './profile-screen.module.css';

/** What this sign-in lets the app do, service by service. */
export function SessionGrants({ session }: { session: Extract<Session, { kind: 'signed-in' }> }) {
  const id = useId();
  const now = useNow(60_000);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        What this sign-in allows
      </h2>
      <ul className={styles.grants}>
        {session.grants.map((grant) => (
          <li key={grant.resource}>
            <div className={styles.grantHead}>
              <h3>{resourceTitle(grant.resource)}</h3>
              <span>
                token until {formatUntil(new Date(grant.expiresAt))}
                {session.endsAt > now && ', renewed by itself'}
              </span>
            </div>
            <ul className={styles.scopes}>
              {named(grant.scopes).map((scope) => (
                <li key={scope}>
                  <Chip tone="token">{scope}</Chip>{' '}
                  <span>{scopeInOurWords(scope, grant.resource === cloud().graph.identifier)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {session.refusedScopes.length > 0 && (
        <p className={styles.refused}>
          Asked for but not granted: {session.refusedScopes.join(', ')}
        </p>
      )}
    </section>
  );
}

/** `.default` asks for what is agreed already; what it gave stands beside it by name. */
function named(scopes: readonly string[]): readonly string[] {
  const byName = scopes.filter((scope) => scope !== '.default');
  return byName.length > 0 ? byName : scopes;
}
