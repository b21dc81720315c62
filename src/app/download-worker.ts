/**
 * Fetches files by their pre-authorised addresses. A worker, because SharePoint's hosts are open to no page; one of its
 * own, because nothing that comes from there shall come near the tokens.
 */
import { clouds, type CloudName } from '#config/clouds.ts';
import { openTap } from '#http/exchange-tap.ts';
import { NetworkError } from '#http/network-error.ts';
import { readBody } from '#http/read-body.ts';
import { send } from '#http/send.ts';
import type { FromDownloads, ToDownloads } from './download-messages.ts';
import { enterWorld } from './world.ts';

const say = (message: FromDownloads, transfer: Transferable[] = []) =>
  (globalThis as unknown as Worker).postMessage(message, transfer);

let ready: Promise<void> | undefined;

async function prepare(cloud: CloudName): Promise<void> {
  const { createRecorder } = await import('#http/recorder.ts');
  openTap(createRecorder((exchange) => say({ kind: 'exchange', exchange })));
  await enterWorld(clouds[cloud], () => []);
}

async function fetchFile({ id, url, cloud, screen }: ToDownloads): Promise<void> {
  try {
    await (ready ??= prepare(cloud));
    const response = await send(
      url,
      { credentials: 'omit', referrerPolicy: 'no-referrer' },
      { cause: 'screen', screen, stamp: 'none', kind: 'api' },
    );
    if (!response.ok) {
      const text = `The address was refused (${response.status}): it holds for an hour.`;
      throw new NetworkError('network', new URL(url).origin, text);
    }
    const type = response.headers.get('content-type') ?? '';
    const bytes = await readBody(response, url, undefined);
    say({ kind: 'file', id, bytes, type }, [bytes]);
  } catch (error) {
    const reason = error instanceof NetworkError ? error.reason : 'network';
    say({ kind: 'failed', id, reason, message: String((error as Error).message) });
  }
}

addEventListener('message', ({ data }) => void fetchFile(data as ToDownloads));
