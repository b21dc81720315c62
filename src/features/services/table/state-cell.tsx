import { cloud } from '#config/settings.ts';
import { formatUntil } from '#lib/format-until.ts';
import { describeFailure } from '#shell/failure/describe-failure.ts';
import { ForEverybodyButton } from '#shell/failure/for-everybody-button.tsx';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import type { Standing } from '#features/services/state/use-service-states.ts';
import { rowId, standAt } from './stand-at.ts';
import styles from './state-cell.module.css';

export function StateCell({ standing: { row, state } }: { standing: Standing }) {
  const { signIn, leaving } = useSignIn();
  const { resource } = row;
  switch (state.kind) {
    case 'asking':
      return <Chip>asking</Chip>;
    case 'ready':
      return (
        <span className={styles.state}>
          <Chip tone="ok" icon="check">
            ready, {state.duration} ms
          </Chip>
          {state.until !== undefined && (
            <span className={styles.until}>token until {formatUntil(new Date(state.until))}</span>
          )}
        </span>
      );
    case 'token-held':
      return (
        <Chip tone="token" icon="key">
          token until {formatUntil(new Date(state.until))}
        </Chip>
      );
    case 'not-asked':
      return <Chip icon="key">no token yet</Chip>;
    case 'consent-needed':
    case 'admin-needed': {
      const standAtName = () => standAt(rowId(row.key));
      const isAdmins = state.kind === 'admin-needed';
      return (
        <span className={styles.state}>
          <Chip tone={isAdmins ? 'warn' : 'token'} icon="lock">
            {isAdmins ? 'administrator needed' : 'consent needed'}
          </Chip>
          {resource && (
            <Button
              disabled={leaving}
              aria-label={`Allow ${state.scopes.join(', ')}`}
              onClick={() => {
                standAtName();
                signIn({ kind: 'grant', resource, scopes: state.scopes });
              }}
            >
              Allow
            </Button>
          )}
          {isAdmins && resource && (
            <ForEverybodyButton resource={resource} scopes={state.scopes} onLeave={standAtName} />
          )}
        </span>
      );
    }
    case 'not-licensed':
      return (
        <Chip icon="licence" title={state.said ?? 'None of the plans that hold it is assigned'}>
          not licensed
        </Chip>
      );
    case 'organisations':
      return (
        <Chip icon="licence" title="Microsoft gives this to no personal account">
          for organisations
        </Chip>
      );
    case 'refused':
      return (
        <span className={styles.state}>
          <Chip tone="warn" icon="warning">
            refused
          </Chip>
          <span className={styles.because} title={state.because}>
            {state.because}
          </span>
        </span>
      );
    case 'failed': {
      const failure = describeFailure(state.error, { cloud: cloud(), grants: [] });
      return (
        <Chip tone="danger" icon="warning" title={failure.explanation}>
          {failure.title}
        </Chip>
      );
    }
    case 'retired':
      return <Chip>retired</Chip>;
    case 'listed':
      return <Chip>listed</Chip>;
  }
}
