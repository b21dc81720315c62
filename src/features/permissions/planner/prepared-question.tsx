import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { vault, type ScopesOf, type SignInChoices } from '#auth/vault.ts';
import { isTenant } from '#config/settings.ts';
import { ParameterTable } from '#features/permissions/diagnose/parameter-table.tsx';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button } from '#ui/button.tsx';
import { CodeBlock } from '#ui/code-block.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { plannerQueries } from './planner-queries.ts';
import type { Plan } from './use-plan.ts';
import styles from './planner.module.css';

/** Characters that are safe, and that were seen to be too many; Microsoft names no limit. */
const [safe, tooMany] = [2000, 7089];

export function PreparedQuestion({
  wanted,
  plan,
  isMixed,
}: {
  wanted: readonly ScopesOf[];
  plan: Plan;
  isMixed: boolean;
}) {
  const { pathname, search } = useLocation();
  const [problem, setProblem] = useState<unknown>();
  const [first, ...also] = wanted;
  const back = new URLSearchParams(search);
  back.set('asked', '1');
  back.delete('refused');
  const { data: prepared } = useSuspenseQuery(
    plannerQueries.prepared(
      vault(),
      first
        ? { kind: 'grant', resource: first.resource, scopes: first.scopes, also }
        : { kind: 'sign-in' },
      `${pathname}?${back.toString()}`,
      choicesOf(plan),
    ),
  );
  const url = new URL(prepared.url);
  const parameters = [...url.searchParams].map(([name, value]) => ({
    name,
    value,
    place: 'query' as const,
    isSecret: false,
    length: value.length,
    isPlaceholder: false,
    isUnreserved: true,
  }));
  const { length } = prepared.url;
  const isNoTenant = plan.tenant !== '' && !isTenant(plan.tenant);
  const isOff = isMixed || isNoTenant;
  return (
    <section aria-label="What will be sent" className={styles.view}>
      <div className={styles.head}>
        <h2 className={styles.title}>What will be sent</h2>
        {isOff ? (
          <Button icon="copy" disabled aria-describedby="no-ask">
            Copy the address
          </Button>
        ) : (
          <CopyButton text={prepared.url}>Copy the address</CopyButton>
        )}
      </div>
      {isOff && (
        <p className={styles.words} id="no-ask">
          {isNoTenant ? (
            <>
              <b>{plan.tenant}</b> is no tenant, so this address is made for the one you are in.
              Nothing is copied or asked before that field is mended or empty.
            </>
          ) : (
            'Entra refuses this address, for “.default” does not stand alone in it. Nothing is copied or asked before it does.'
          )}
        </p>
      )}
      <CodeBlock>
        <b>GET </b>
        {prepared.url}
      </CodeBlock>
      <p className={styles.words}>
        {length.toLocaleString('en')} characters.{' '}
        {length <= safe
          ? `Up to ${safe.toLocaleString('en')} have never been too many.`
          : `More than ${safe.toLocaleString('en')}: ask in two rounds.`}{' '}
        <span className={styles.small}>
          Microsoft names no limit; one of {tooMany.toLocaleString('en')} was refused (AADSTS90015).
        </span>
      </p>
      <ParameterTable parameters={parameters} findings={[]} />
      <p>
        <Button
          kind="primary"
          icon="forward"
          disabled={isOff}
          aria-describedby={isOff ? 'no-ask' : undefined}
          onClick={() => void prepared.go().catch(setProblem)}
        >
          Ask
        </Button>
      </p>
      {problem !== undefined && (
        <FailureNotice error={problem} onRetry={() => setProblem(undefined)} />
      )}
    </section>
  );
}

function choicesOf({ prompt, tenant, domain }: Plan): SignInChoices {
  const prompts = ['consent', 'select_account', 'login', 'none'] as const;
  const chosen = prompts.find((each) => each === prompt);
  return {
    ...(chosen ? { prompt: chosen } : {}),
    ...(isTenant(tenant) ? { tenant } : {}),
    ...(domain ? { domainHint: domain } : {}),
  };
}
