/** What the page and the worker that fetches files say to each other. */
import type { CloudName } from '#config/clouds.ts';
import type { Exchange } from '#http/exchange.ts';
import type { NetworkError } from '#http/network-error.ts';

export interface ToDownloads {
  readonly id: number;
  readonly url: string;
  readonly cloud: CloudName;
  readonly screen: string | undefined;
}

export type FromDownloads =
  | {
      readonly kind: 'file';
      readonly id: number;
      readonly bytes: ArrayBuffer;
      readonly type: string;
    }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly reason: NetworkError['reason'];
      readonly message: string;
    }
  | { readonly kind: 'exchange'; readonly exchange: Exchange };
