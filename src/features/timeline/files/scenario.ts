/** A scenario file: what was chosen, what happened and, in the simulated world, what the tenant is like. */
import { parseSettings, type Settings } from '#config/settings.ts';
import type { Exchange } from '#http/exchange.ts';
import { fromHar, toHar } from './har.ts';

const kind = 'grantscope-scenario';

export interface Scenario {
  readonly settings: Settings | undefined;
  readonly exchanges: readonly Exchange[];
  readonly unread: number;
  /** Of the simulated tenant, as its control wrote it. */
  readonly tenant: unknown;
}

export function scenarioText(
  settings: Settings,
  exchanges: readonly Exchange[],
  tenant: unknown,
): string {
  return JSON.stringify(
    { kind, version: 1, settings, timeline: toHar(exchanges), tenant },
    null,
    2,
  );
}

export function isScenario(text: string): boolean {
  return text.slice(0, 200).includes(`"${kind}"`);
}

/**
 * Reads a file of unknown origin: everything in it is redacted and checked again.
 * @throws {Error} in words for a person
 */
export async function readScenario(text: string): Promise<Scenario> {
  const json = JSON.parse(text) as Record<string, unknown>;
  if (json['kind'] !== kind || json['version'] !== 1) {
    throw new Error('The file is a scenario of another version.');
  }
  const { exchanges, unread } = await fromHar(JSON.stringify(json['timeline'] ?? null));
  return { settings: parseSettings(json['settings']), exchanges, unread, tenant: json['tenant'] };
}
