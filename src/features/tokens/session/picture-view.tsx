import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { AccessTokenFacts } from '#auth/tokens/token-report.ts';
import { formatTime } from '#lib/format-date.ts';
import { formatUntil } from '#lib/format-until.ts';
import { Panel } from '#shell/panel.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { Icon } from '#ui/icon.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { tokenQueries } from '#features/tokens/token-queries.ts';
import styles from './picture-view.module.css';

/** One sign-in, many resources: the code, what it gave, and what the refresh token got since. */
export function PictureView() {
  return (
    <Panel heading="One sign-in" headingHidden skeleton={<Skeleton rows={4} height={72} />}>
      <Picture />
    </Panel>
  );
}

function Picture() {
  const { data: report } = useSuspenseQuery(tokenQueries.report(useDeferredValue(useSession())));
  const { accessTokens, refreshToken } = report;
  const first = accessTokens.filter(({ cameBy }) => cameBy === 'code');
  const later = accessTokens.filter(({ cameBy }) => cameBy === 'renewal');
  return (
    <div className={styles.view}>
      <p className={styles.intro}>
        A code is good once and for one resource’s token. Every other token comes by the refresh
        token: one request for each resource, without another question.
      </p>
      <ol className={styles.tree}>
        <li>
          <Node icon="send" title="Sign-in" detail="one page, one answer" />
          <ol>
            <li>
              <Node icon="code" title="Code" detail="redeemed once, with the verifier" />
              <ol>
                <li>
                  <Node icon="person" title="id token" detail="who signed in" />
                </li>
                {first.map((token) => (
                  <TokenNode key={token.resource} token={token} />
                ))}
                {refreshToken && (
                  <li>
                    <Node
                      icon="retry"
                      title="Refresh token"
                      detail={`${refreshToken.rotations} ${refreshToken.rotations === 1 ? 'renewal' : 'renewals'}, ends ${formatUntil(new Date(refreshToken.endsAt))}`}
                      tone="token"
                    />
                    <ol>
                      {later.map((token) => (
                        <TokenNode key={token.resource} token={token} />
                      ))}
                      {later.length === 0 && (
                        <li>
                          <Node
                            icon="circle"
                            title="Nothing yet"
                            detail="open a service to see one come"
                          />
                        </li>
                      )}
                    </ol>
                  </li>
                )}
              </ol>
            </li>
          </ol>
        </li>
      </ol>
    </div>
  );
}

function TokenNode({ token }: { token: AccessTokenFacts }) {
  return (
    <li>
      <Node
        icon="key"
        title={token.title}
        detail={`at ${formatTime(new Date(token.gotAt))}: ${token.granted.join(' ')}`}
        tone="net"
      />
    </li>
  );
}

function Node({
  icon,
  title,
  detail,
  tone,
}: {
  icon: 'send' | 'code' | 'person' | 'retry' | 'key' | 'circle';
  title: string;
  detail: string;
  tone?: 'token' | 'net';
}) {
  return (
    <span className={styles.node} data-tone={tone}>
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <span className={styles.detail}>{detail}</span>
      </span>
    </span>
  );
}
