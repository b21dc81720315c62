import { cloud } from '#config/settings.ts';
import { describeFailure } from '#shell/describe-failure.ts';
import { useSignIn } from '#shell/use-sign-in.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { ForEverybodyButton } from './for-everybody-button.tsx';
import type { ServiceState } from './service-state.ts';
import styles from './service-table.module.css';

export function StateCell({ state, adminOnly }: { state: ServiceState; adminOnly: boolean }) {
  const { signIn, leaving } = useSignIn();
  switch (state.kind) {
    case 'asking':
      return <Chip>asking</Chip>;
    case 'ok':
      return (
        <Chip tone="ok" icon="check">
          {state.duration} ms
        </Chip>
      );
    case 'consent-needed':
      return (
        <span className={styles.consent}>
          <Chip tone={adminOnly ? 'warn' : 'token'} icon="lock">
            {adminOnly ? 'administrator' : 'consent needed'}
          </Chip>
          <Button
            disabled={leaving}
            aria-label={`Allow ${state.scopes.join(', ')}`}
            onClick={() => signIn({ kind: 'grant', resource: cloud().graph, scopes: state.scopes })}
          >
            Allow
          </Button>
          {adminOnly && <ForEverybodyButton scopes={state.scopes} />}
        </span>
      );
    case 'not-licensed':
      return (
        <Chip icon="licence" title={state.said}>
          not licensed
        </Chip>
      );
    case 'role-needed':
      return (
        <Chip tone="warn" icon="lock" title={state.said}>
          role needed
        </Chip>
      );
    case 'failed': {
      const failure = describeFailure(state.error, { cloud: cloud(), grants: [] });
      return (
        <Chip tone="danger" icon="warning" title={failure.explanation}>
          {failure.title}
        </Chip>
      );
    }
    case 'listed':
      return <Chip>listed</Chip>;
  }
}
