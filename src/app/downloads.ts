/** The page's side of the worker that fetches files, and the way to the browser's own downloads. */
import type { Downloads } from '#api/download.ts';
import { cloud } from '#config/settings.ts';
import { adoptExchange } from '#http/exchange-log.ts';
import { NetworkError } from '#http/network-error.ts';
import { ownWorker } from '#ui/own-worker.ts';
import { saveFile } from '#ui/save-file.ts';
import type { FromDownloads, ToDownloads } from './download-messages.ts';
// oxlint-disable-next-line import/default -- Vite gives the address of the built worker
import workerUrl from './download-worker.ts?worker&url';

const startWorker = ownWorker('download', workerUrl);
const waiting = new Map<number, PromiseWithResolvers<Blob> & { url: string }>();
let worker: Worker | undefined;
let count = 0;

function line(): Worker {
  if (worker) return worker;
  worker = startWorker();
  worker.addEventListener('message', ({ data }) => {
    const message = data as FromDownloads;
    if (message.kind === 'exchange') return adoptExchange(message.exchange);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'file') {
      asked?.resolve(new Blob([message.bytes], { type: message.type }));
    } else if (asked) {
      const { reason, message: words } = message;
      asked.reject(new NetworkError(reason, new URL(asked.url).origin, words));
    }
  });
  return worker;
}

function read(url: string, signal: AbortSignal | undefined): Promise<Blob> {
  signal?.throwIfAborted();
  const asked = Promise.withResolvers<Blob>();
  const id = (count += 1);
  waiting.set(id, { ...asked, url });
  const screen = location.pathname.slice(import.meta.env.BASE_URL.length).split('/')[0];
  const message: ToDownloads = { id, url, cloud: cloud().name, screen };
  line().postMessage(message);
  signal?.addEventListener('abort', () => asked.reject(signal.reason as Error), { once: true });
  return asked.promise;
}

export const downloads: Downloads = {
  read,
  async save(url, name) {
    // A browser cannot be sent to a host that does not exist; anywhere else it downloads by itself, however large.
    if (cloud().name === 'simulated') return saveFile(await read(url, undefined), name);
    if (URL.parse(url)?.protocol !== 'https:') throw new Error('No address to download from.');
    const link = document.createElement('a');
    link.href = url;
    link.rel = 'noreferrer';
    link.download = name;
    link.click();
  },
};
