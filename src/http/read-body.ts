/** The rest of an answer whose head has come: a connection can break off, or run out of time, in the middle of it. */
import { NetworkError } from './network-error.ts';

/**
 * @throws {NetworkError} the answer broke off
 * @throws {DOMException} `AbortError` when `signal` was the reason
 */
export async function readBody(
  response: Response,
  address: string,
  signal: AbortSignal | undefined,
): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const { origin, host } = new URL(address);
    const isLate = cause instanceof DOMException && cause.name === 'TimeoutError';
    const reason = isLate ? 'timeout' : 'network';
    throw new NetworkError(reason, origin, `The answer from ${host} broke off.`, { cause });
  }
}
