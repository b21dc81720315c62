/** Asks for the keys that Entra signs id_tokens with. */
import { send } from '#http/send.ts';

/** @throws {NetworkError} */
export function sendForKeys(jwksUri: string): Promise<Response> {
  const init = { headers: { accept: 'application/json' } };
  return send(jwksUri, init, { cause: 'sign-in', kind: 'keys', stamp: 'none' });
}
