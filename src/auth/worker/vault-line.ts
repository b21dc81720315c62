/** The page's end of the line to the vault: calls with answers, calls that can be aborted, and the news between them. */
import { adoptExchange } from '#http/exchange-log.ts';
import { createSubject, type Observable } from '#lib/observable.ts';
import type { AuthErrorDetail } from '#auth/auth-error.ts';
import type { Session } from '#auth/session.ts';
import { unpackError } from './pack-error.ts';
import type {
  FromVault,
  Port,
  ToVault,
  VaultCall,
  VaultCalls,
  VaultOpening,
} from './vault-messages.ts';
import { takePulse } from './vault-pulse.ts';

export interface VaultLine {
  /** What the vault last said of the session; `undefined` before it has said anything. */
  readonly session: Observable<Session | undefined>;
  /** Before the first call but `deployment`. */
  open(opening: VaultOpening): void;
  /** @throws {AuthError | NetworkError | DOMException} as thrown on the other side, or `vault-lost` */
  call<Name extends VaultCall>(
    name: Name,
    argument: VaultCalls[Name]['argument'],
    signal?: AbortSignal,
  ): Promise<VaultCalls[Name]['result']>;
}

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

const vaultLost: AuthErrorDetail = {
  kind: 'vault-lost',
  message: 'The worker that held the tokens is gone, and they with it.',
};

/** @param start begins a vault; once more at the first call after one was lost, which then is the way back */
export function openLine(start: () => Port): VaultLine {
  const session = createSubject<Session | undefined>(undefined);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let opened: VaultOpening | undefined;
  let port: Port | undefined = listenTo(start());
  const say = (message: ToVault) => port?.postMessage(message);
  const pulse = takePulse({
    isAwaited: () => waiting.size > 0,
    ping: () => say({ kind: 'call', id: (lastId += 1), name: 'ping', argument: null }),
    lost: () => lose(port),
  });

  function listenTo(started: Port): Port {
    started.addEventListener('message', (event) => {
      // What a lost vault still says is of a session that has ended.
      if (started === port) hear(event.data as FromVault);
    });
    // After an error that nobody caught, or a message that cannot be read, nobody knows what state it is in.
    started.addEventListener('error', () => lose(started));
    started.addEventListener('messageerror', () => lose(started));
    return started;
  }

  function hear(message: FromVault): void {
    pulse.heard();
    if (message.kind === 'session') session.set(message.session);
    else if (message.kind === 'exchange') adoptExchange(message.exchange);
    else {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'result') call?.resolve(message.result as never);
      else call?.reject(unpackError(message.error));
    }
  }

  function lose(lost: Port | undefined): void {
    if (!lost || lost !== port) return;
    port = undefined;
    pulse.stop();
    lost.terminate?.();
    session.set({ kind: 'failed', failure: vaultLost });
    for (const call of waiting.values()) {
      call.reject(unpackError({ kind: 'auth', detail: vaultLost }));
    }
    waiting.clear();
  }

  function raise(): void {
    if (port) return;
    port = listenTo(start());
    if (opened) say({ kind: 'open', opening: opened });
  }

  return {
    session,
    open(opening) {
      opened = opening;
      say({ kind: 'open', opening });
    },
    call(name, argument, signal) {
      raise();
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        const abort = () => {
          waiting.delete(id);
          say({ kind: 'abort', id });
          reject(unpackError({ kind: 'aborted' }));
        };
        if (signal?.aborted) {
          abort();
          return;
        }
        signal?.addEventListener('abort', abort, { once: true });
        const settled = () => signal?.removeEventListener('abort', abort);
        waiting.set(id, {
          resolve: (result) => {
            settled();
            resolve(result);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        });
        pulse.waits();
        say({ kind: 'call', id, name, argument });
      });
    },
  };
}
