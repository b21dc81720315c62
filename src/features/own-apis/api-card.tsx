import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { AuthorizedAnswer } from '#auth/vault.ts';
import type { OwnApi } from '#config/own-apis.ts';
import { paths } from '#config/paths.ts';
import { cloud } from '#config/settings.ts';
import { NetworkError } from '#http/network-error.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { explainAnswer, explainCors, explainNoAnswer } from './explain-answer.ts';
import { tryApi, wayWords, type Way } from './try-api.ts';
import styles from './own-apis.module.css';

/** One API: what is kept of it, and what it answers. */
export function ApiCard({
  api,
  onEdit,
  onRemove,
}: {
  api: OwnApi;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const id = useId();
  const isSimulated = cloud().name === 'simulated';
  const [path, setPath] = useState(isSimulated ? '/account/me' : '/');
  const tried = useMutation({ mutationFn: (way: Way) => tryApi(api, path, way) });
  const headers = Object.entries(api.headers);
  const ways: readonly Way[] = [
    'token',
    'without-token',
    ...(headers.length > 0 ? (['without-headers'] as const) : []),
    ...(isSimulated ? (['small-token'] as const) : []),
  ];
  const console_ = new URLSearchParams({ method: 'GET', url: api.baseUrl + path });
  if (headers.length > 0)
    console_.set('headers', headers.map(([name, value]) => `${name}: ${value}`).join('\n'));
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{api.title}</h2>
        <div className={styles.buttons}>
          <Button icon="edit" kind="quiet" label={`Change ${api.title}`} onClick={onEdit} />
          <Button icon="trash" kind="quiet" label={`Remove ${api.title}`} onClick={onRemove} />
        </div>
      </div>
      <FactList
        facts={[
          { name: 'Base URL', value: api.baseUrl },
          {
            name: 'Scopes',
            value: api.scopes.map((name) => `${api.identifier}/${name}`).join(' '),
          },
          ...headers.map(([name, value]) => ({ name, value })),
        ]}
      />
      {!isSimulated && <PolicyLine origin={api.origin} />}
      <TextField label="Path" value={path} onValue={setPath} />
      <div className={styles.buttons}>
        {ways.map((way) => (
          <Button
            key={way}
            kind={way === 'token' ? 'primary' : 'plain'}
            isBusy={tried.isPending}
            onClick={() => tried.mutate(way)}
          >
            {wayWords[way]}
          </Button>
        ))}
        <ButtonLink icon="code" kind="quiet" to={`${paths.requests}?${console_}`}>
          Open in Requests
        </ButtonLink>
      </div>
      <div aria-live="polite">
        {tried.data && tried.variables && (
          <Outcome way={tried.variables} api={api} answer={tried.data} />
        )}
      </div>
      {tried.error &&
        (tried.error instanceof NetworkError && tried.error.reason === 'network' ? (
          <NoAnswer api={api} />
        ) : (
          <FailureNotice
            error={tried.error}
            onRetry={() => tried.variables && tried.mutate(tried.variables)}
          />
        ))}
    </section>
  );
}

function Outcome({ way, api, answer }: { way: Way; api: OwnApi; answer: AuthorizedAnswer }) {
  const { status, headers } = answer;
  const body = new TextDecoder().decode(answer.body).slice(0, 4000);
  const isGood = status < 400;
  return (
    <div className={styles.outcome}>
      <p>
        <Chip tone={isGood ? 'ok' : 'warn'} icon={isGood ? 'check' : 'warning'}>
          {status}
        </Chip>{' '}
        {wayWords[way]}: {explainAnswer(way, { status, headers, body })}
      </p>
      {way === 'without-token' && (
        <p>{explainCors(cloud().name === 'simulated', Object.keys(api.headers))}</p>
      )}
      {/* Reached by keyboard where it has to be pushed sideways. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label="The answer" role="region">
        {body || '(empty)'}
      </pre>
    </div>
  );
}

function NoAnswer({ api }: { api: OwnApi }) {
  return (
    <Notice tone="warn" live="polite" title="No answer, and the browser does not say why">
      <p>Pages are told nothing more than that it failed. It may be that</p>
      <ul className={styles.causes}>
        {explainNoAnswer(api, location.origin).map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The shipped policy names Microsoft's hosts; one's own is for the deployment to add. */
function PolicyLine({ origin }: { origin: string }) {
  return (
    <Notice title="The shipped policy does not name this API">
      <p>
        A browser sends nothing to a host that the deployment’s Content-Security-Policy does not
        list. Unless that was done here, add it to <code>cloudHosts</code> in{' '}
        <code>scripts/policy.mjs</code> and build again (docs/deploy.md):
      </p>
      <p className={styles.line}>
        <code>{`'${origin}',`}</code>
        <CopyButton text={`'${origin}',`} label="Copy the line" />
      </p>
    </Notice>
  );
}
