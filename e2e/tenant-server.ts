/** Starts `npm run tenant`'s server for one worker of the test runner, and talks to its control API. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface TenantServer {
  readonly port: number;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('../scripts/tenant.mjs', import.meta.url));

export async function startTenant(appOrigin: string): Promise<TenantServer> {
  const child = spawn(process.execPath, [script, '--port', '0', '--app-origin', appOrigin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`The tenant ended with ${code}.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = readyPort(line);
      if (found !== undefined) ready(found);
    });
  });
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The one line of the server that is meant for programs. */
function readyPort(line: string): number | undefined {
  const match = /^READY (\{.*\})$/.exec(line);
  if (!match?.[1]) return undefined;
  return (JSON.parse(match[1]) as { port: number }).port;
}
