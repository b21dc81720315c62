/**
 * The worker's end of the line. It redeems a code with nothing but what that takes; what keeps the tokens afterwards is
 * fetched meanwhile.
 */
import { onFirstAnswer, openTap } from '#http/exchange-tap.ts';
import type { Cloud, Resource } from '#config/clouds.ts';
import type { Deployment } from '#config/deployment.ts';
import { redeemCode } from '#auth/tokens/redeem-code.ts';
import { packError } from './pack-error.ts';
import {
  keptCalls,
  type Answers,
  type FromVault,
  type KeptCall,
  type Port,
  type ToVault,
  type VaultCall,
  type VaultCalls,
  type VaultOpening,
} from './vault-messages.ts';

/** Milliseconds: for a sign-in after which nothing is asked, or which fails. */
const recordAtLast = 2_500;

/** What a vault stands in. */
export interface World {
  /** Reads what the deployment has set, from its own file and not from the page. */
  deployment(): Promise<Deployment>;
  /** Makes requests go to the network or to the simulated tenant; before the first of them. */
  enter(cloud: Cloud, ownApis: () => readonly Resource[]): Promise<void>;
}

export function serveVault(port: Port, world: World): void {
  const say = (message: FromVault, transfer?: Transferable[]) =>
    port.postMessage(message, transfer);
  const running = new Map<number, AbortController>();
  let read: Promise<Deployment> | undefined;
  const deployment = () => (read ??= world.deployment());
  let answers: Partial<Answers> = { deployment };

  const record = async () => {
    const { createRecorder } = await import('#http/recorder.ts');
    openTap(createRecorder((exchange) => say({ kind: 'exchange', exchange })));
  };
  // What cannot be fetched today leaves the timeline empty and everything else as it is.
  onFirstAnswer(() => void record().catch(() => undefined), recordAtLast);

  async function run(id: number, name: VaultCall, argument: never): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const answer = answers[name];
      if (!answer) throw new Error('The vault has not been opened.');
      const result = await answer(argument, controller.signal);
      say({ kind: 'result', id, result }, transferable(result));
    } catch (error) {
      say({ kind: 'error', id, error: packError(error) });
    } finally {
      running.delete(id);
    }
  }

  port.addEventListener('message', (event) => {
    const message = event.data as ToVault;
    if (message.kind === 'open') answers = open(message.opening, world, deployment, say);
    else if (message.kind === 'abort') running.get(message.id)?.abort();
    else void run(message.id, message.name, message.argument as never);
  });
}

function open(
  opening: VaultOpening,
  place: World,
  deployment: () => Promise<Deployment>,
  say: (message: FromVault) => void,
): Partial<Answers> {
  let ownApis: readonly Resource[] = [];
  const world = place.enter(opening.cloud, () => ownApis);
  const loading = import('#auth/keeper.ts').then(({ createKeeper }) =>
    createKeeper(
      opening,
      () => ownApis,
      deployment,
      (session) => say({ kind: 'session', session }),
    ),
  );
  const kept = <Name extends KeptCall>(name: Name) =>
    (async (argument: never, signal) => {
      await world;
      return (await loading)[name](argument, signal);
    }) as Answers[Name];
  return {
    ...Object.fromEntries(keptCalls.map((name) => [name, kept(name)])),
    deployment,
    async redeem({ answer, pending }) {
      say({ kind: 'session', session: { kind: 'signing-in' } });
      await world;
      const redeemed = redeemCode(answer, pending, opening.cloud);
      // Its failure is met by the keeper, which may not have arrived yet.
      redeemed.catch(() => undefined);
      return (await loading).take(redeemed);
    },
    async sendApart(deed, signal) {
      await world;
      return (await import('#auth/apart.ts')).sendApart(opening.cloud, ownApis, deed, signal);
    },
    async useOwnApis(apis) {
      ownApis = apis;
      return null;
    },
    ping: async () => null,
  };
}

/** Bodies change hands instead of being copied. */
function transferable(result: VaultCalls[VaultCall]['result']): Transferable[] {
  return result !== null && typeof result === 'object' && 'body' in result ? [result.body] : [];
}
