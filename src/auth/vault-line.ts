/** The page's end of the line to the vault: calls with answers, calls that can be aborted, and the news between them. */
import { adoptExchange } from '#http/exchange-log.ts';
import { createSubject, type Observable } from '#lib/observable.ts';
import { unpackError } from './pack-error.ts';
import type { Session } from './session.ts';
import type {
  FromVault,
  Port,
  ToVault,
  VaultCall,
  VaultCalls,
  VaultOpening,
} from './vault-messages.ts';

export interface VaultLine {
  /** What the vault last said of the session; `undefined` before it has said anything. */
  readonly session: Observable<Session | undefined>;
  /** Before the first call but `deploymentSettings`. */
  open(opening: VaultOpening): void;
  /** @throws {AuthError | NetworkError | DOMException} as thrown on the other side */
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

export function openLine(port: Port): VaultLine {
  const session = createSubject<Session | undefined>(undefined);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const say = (message: ToVault) => port.postMessage(message);

  port.addEventListener('message', (event) => {
    const message = event.data as FromVault;
    if (message.kind === 'session') session.set(message.session);
    else if (message.kind === 'exchange') adoptExchange(message.exchange);
    else {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'result') call?.resolve(message.result as never);
      else call?.reject(unpackError(message.error));
    }
  });
  return {
    session,
    open: (opening) => say({ kind: 'open', opening }),
    call(name, argument, signal) {
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
        say({ kind: 'call', id, name, argument });
      });
    },
  };
}
