export interface Served {
  url: string;
  port: number;
  stop: () => Promise<void>;
}
export function serve(wish?: {
  root?: string;
  port?: number;
  host?: string;
  base?: string;
  config?: string;
  nextFreePort?: boolean;
}): Promise<Served>;
export function stopOnSignals(stop: () => Promise<void>): void;
