import { useEffect, useState } from 'react';
import { vault } from '#auth/vault.ts';
import { cloud, isClientId } from '#config/settings.ts';
import { useSession } from '#shell/session/use-session.ts';
import type { Application, AskTenant, FeedAnswer, ToldToken } from './application-api.ts';
import type { Assertion } from './assertion.ts';
import type { Algorithm, Credential } from './credential.ts';

interface LabState {
  readonly clientId: string;
  readonly tenant: string;
  readonly application: Application | undefined;
  /** An administrator's page came back with a yes. */
  readonly saidYes: boolean;
  readonly credential: Credential | undefined;
  readonly algorithm: Algorithm;
  readonly assertion: Assertion | undefined;
  readonly token: ToldToken | undefined;
  readonly subscriptions: FeedAnswer | undefined;
  readonly content: FeedAnswer | undefined;
  readonly blob: FeedAnswer | undefined;
}

/**
 * Everything of the path, in the memory of this page until the screen is left; the token is in the worker's, and goes
 * then as well.
 * @param ask the simulated tenant, where this world is one
 */
export function useLab(ask: AskTenant | undefined) {
  const session = useSession();
  const account = session.kind === 'signed-in' ? session.account : undefined;
  const [state, setState] = useState<LabState>({
    clientId: '',
    tenant: account && !account.isPersonal ? account.tenantId : '',
    application: undefined,
    saidYes: false,
    credential: undefined,
    algorithm: 'PS256',
    assertion: undefined,
    token: undefined,
    subscriptions: undefined,
    content: undefined,
    blob: undefined,
  });
  const [work, setWork] = useState<{ readonly isBusy: boolean; readonly problem?: string }>({
    isBusy: false,
  });
  useEffect(
    () => () => {
      vault()
        .sendApart({ kind: 'forget' })
        .catch(() => undefined);
    },
    [],
  );
  const change = (part: Partial<LabState>) => setState((before) => ({ ...before, ...part }));
  const { management, graph, login } = cloud();
  return {
    ...state,
    ...work,
    ask,
    change,
    resource: management ?? graph,
    hasFeed: management !== undefined,
    endpoint: `${login}/${state.tenant || '{tenant id}'}/oauth2/v2.0/token`,
    isNamed: isClientId(state.clientId) && isClientId(state.tenant),
    /** One thing at a time; what went wrong is said. */
    run: async (deed: () => Promise<Partial<LabState>>) => {
      setWork({ isBusy: true });
      try {
        change(await deed());
        setWork({ isBusy: false });
      } catch (error) {
        const problem = error instanceof Error ? error.message : 'Unknown failure';
        setWork({ isBusy: false, problem });
      }
    },
  };
}

export type Lab = ReturnType<typeof useLab>;
