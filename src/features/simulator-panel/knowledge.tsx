import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { handOn } from '#ui/hand-on.ts';
import type { AskTenant } from './control-api.ts';
import { controlQueries } from './control-queries.ts';
import type { Tell } from './simulator-screen.tsx';
import styles from './simulator-screen.module.css';

/** Not to the next row: who presses twice would answer that one, too. */
const toItsHeading = handOn((row) => {
  const group = row.parentElement?.parentElement;
  return () => group?.querySelector('h3')?.focus();
});

/** Rows of what was issued say what and for whom; the texts are nowhere. */
export function Knowledge({ ask, tell }: { ask: AskTenant; tell: Tell }) {
  const { data } = useSuspenseQuery(controlQueries.state(ask));
  const { sessions, grants, issued, approvalRequests, steering } = data;
  return (
    <div className={styles.known}>
      <p>
        Its clock says {data.now.slice(0, 19).replace('T', ' ')} UTC
        {steering.ahead > 0 && ` (${Math.round(steering.ahead / 60_000)} minutes ahead)`}.{' '}
        {steering.faults.length > 0 && `${steering.faults.length} faults are waiting.`}
      </p>
      <Rows title="Requests for approval" empty="Nobody has asked an administrator.">
        {approvalRequests.map(({ id, user, application, consents, reason }) => (
          <li key={id} ref={toItsHeading}>
            <span>
              {user} for {application}: {scopesIn(consents)} {reason && `(“${reason}”)`}
            </span>
            <Button kind="primary" onClick={() => tell('approve', { id })}>
              Approve
            </Button>
            <Button onClick={() => tell('approve', { id, deny: true })}>Deny</Button>
          </li>
        ))}
      </Rows>
      <Rows title="Signed in" empty="Nobody is.">
        {sessions.flat().map(({ sid, user, signedInAt, secondFactor }) => (
          <li key={sid}>
            {user} since {signedInAt.slice(11, 19)}
            {secondFactor && ', with a second factor'}
          </li>
        ))}
      </Rows>
      <Rows title="Grants" empty="Nothing has been agreed to.">
        {grants.map(({ clientId, application, user, tenantId, scopes }) => (
          <li key={`${clientId} ${user ?? tenantId}`} ref={toItsHeading}>
            <span>
              {application}, {user ?? 'everybody'}: {scopesIn(scopes)}
            </span>
            <Button
              kind="quiet"
              onClick={() => tell('grants', { clientId, user, tenantId }, 'DELETE')}
            >
              Take back
            </Button>
          </li>
        ))}
      </Rows>
      <Rows title="Issued" empty="Nothing yet.">
        {issued.toReversed().map(({ id, kind, user, application, scope, endsAt, state }) => (
          <li key={id} data-state={state}>
            {kind} ({state}) for {user ?? application}, until{' '}
            {endsAt.slice(0, 19).replace('T', ' ')} {scope}
          </li>
        ))}
      </Rows>
    </div>
  );
}

function Rows({
  title,
  empty,
  children,
}: {
  title: string;
  empty: string;
  children: readonly ReactNode[];
}) {
  return (
    <div>
      <h3 tabIndex={-1}>{title}</h3>
      {children.length > 0 ? <ul className={styles.rows}>{children}</ul> : <p>{empty}</p>}
    </div>
  );
}

function scopesIn(consents: Readonly<Record<string, readonly string[]>>): string {
  return Object.values(consents).flat().join(' ');
}
