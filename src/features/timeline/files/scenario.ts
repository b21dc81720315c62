/** A scenario file: what was chosen, what happened and, in the simulated world, what the tenant is like. */
import { parseSettings, type Settings } from '#config/settings.ts';
import type { Exchange } from '#http/exchange.ts';
import { toHar } from './har.ts';
import { fromHar } from './read-har.ts';

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

export function isScenario(json: unknown): boolean {
  return (json as { kind?: unknown } | null)?.kind === kind;
}

/**
 * Reads a file of unknown origin: everything in it is redacted and checked again.
 * @throws {Error} in words for a person
 */
export async function readScenario(json: Record<string, unknown>): Promise<Scenario> {
  if (json['version'] !== 1) {
    const version = JSON.stringify(json['version']) ?? 'unknown';
    throw new Error(`The file is a scenario of version ${version}; only version 1 is known here.`);
  }
  if (!hasEntries(json['timeline'])) {
    throw new Error('The file is a scenario without its timeline, and so not a whole one.');
  }
  const { exchanges, unread } = await fromHar(JSON.stringify(json['timeline']));
  return { settings: parseSettings(json['settings']), exchanges, unread, tenant: json['tenant'] };
}

function hasEntries(timeline: unknown): boolean {
  return Array.isArray((timeline as { log?: { entries?: unknown } } | null)?.log?.entries);
}
