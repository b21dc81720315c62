/** The rest of an answer whose head has come: a connection can break off, or run out of time, in the middle of it. */
import { recordedBytes, tap } from './exchange-tap.ts';
import { NetworkError } from './network-error.ts';
import { correlationIdOf } from './send.ts';

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
    const body = await response.arrayBuffer();
    // A copy, because the body itself goes on to the page.
    const head = body.slice(0, recordedBytes);
    tap({ kind: 'body', clock: performance.now(), response, size: body.byteLength, head });
    return body;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    const { origin, host } = new URL(address);
    const isLate = cause instanceof DOMException && cause.name === 'TimeoutError';
    const reason = isLate ? 'timeout' : 'network';
    throw new NetworkError(
      reason,
      origin,
      `The answer from ${host} broke off.`,
      correlationIdOf(response),
      { cause },
    );
  }
}
