/** Messages that the browser itself carries to Microsoft's page: recorded here, for the document ends with them. */
import { emptyExchange, type Exchange } from '#http/exchange.ts';
import { adoptEarlier } from '#http/adopt-earlier.ts';
import { redactMessageUrl, redactParameters } from '#http/redact.ts';
import { readFrontChannel, writeFrontChannel } from './front-channel-store.ts';

const most = 20;

/**
 * Keeps what was sent, without anything secret, for the timeline of the next document of this tab.
 * @param screen first part of the path of the screen that asked
 */
export async function keepFrontChannel(
  kind: 'authorize' | 'admin-consent',
  address: string,
  screen?: string,
): Promise<void> {
  const parameters = await redactParameters(new URL(address).searchParams);
  const value = (name: string) => parameters.find(([each]) => each === name)?.[1];
  const exchange: Exchange = {
    ...emptyExchange,
    id: `left-${crypto.randomUUID()}`,
    kind,
    cause: 'sign-in',
    screen: screen || undefined,
    method: 'GET',
    url: await redactMessageUrl(address),
    parameters,
    scopes: value('scope')?.split(' ') ?? [],
    startedAt: Date.now(),
  };
  writeFrontChannel(JSON.stringify([...readKept(), exchange].slice(-most)));
}

/** Puts what was kept before everything that this document has seen. */
export function adoptFrontChannel(): void {
  adoptEarlier(readKept());
}

function readKept(): Exchange[] {
  try {
    const kept: unknown = JSON.parse(readFrontChannel() ?? '[]');
    return Array.isArray(kept) ? (kept as Exchange[]) : [];
  } catch {
    return [];
  }
}
