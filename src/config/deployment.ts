/**
 * What a deployment sets in `config.json` beside the registration: what its people may do, and how long a session may
 * stand unused. Nothing here is secret, and nothing here loosens a rule.
 */
import { createSubject, type Observable } from '#lib/observable.ts';
import { parseSettings, simulatedSettings, type Settings } from './settings.ts';

export interface Deployment {
  readonly settings: Settings;
  /** Whether a person may begin a session that shows the text of tokens. */
  readonly developerSessions: boolean;
  /** Whether a reload may go to Microsoft's page and back by itself (`prompt=none`), once in ten minutes. */
  readonly restoreOnReload: boolean;
  /** Minutes without a sign of life after which the session ends; without one it ends after a day and not before. */
  readonly idleMinutes: number | undefined;
  /** Path of the product's own host that is passed on to the Management API, which no page of another host may read. */
  readonly managementProxy: string | undefined;
}

/** Of a deployment that sets nothing. */
export const plainDeployment: Deployment = {
  settings: simulatedSettings,
  developerSessions: true,
  restoreOnReload: true,
  idleMinutes: undefined,
  managementProxy: undefined,
};

/** Of one whose wishes could not be read: what it may have forbidden is not allowed. */
export const unreadDeployment: Deployment = {
  ...plainDeployment,
  developerSessions: false,
  restoreOnReload: false,
};

const mostIdleMinutes = 24 * 60;

/** Reads parsed JSON of unknown origin; a switch that is anything but `true` or missing is off. */
export function parseDeployment(json: unknown): Deployment {
  if (typeof json !== 'object' || json === null) return unreadDeployment;
  const { developerSessions, restoreOnReload, idleMinutes, managementProxy } = json as Record<
    string,
    unknown
  >;
  const isOn = (value: unknown) => value === undefined || value === true;
  return {
    settings: parseSettings(json) ?? simulatedSettings,
    developerSessions: isOn(developerSessions),
    restoreOnReload: isOn(restoreOnReload),
    idleMinutes: readIdleMinutes(idleMinutes),
    managementProxy: readProxyPath(managementProxy),
  };
}

/** One minute to a day; `undefined` for everything that is no such number. */
export function readIdleMinutes(value: unknown): number | undefined {
  if (typeof value !== 'number' || !(value > 0)) return undefined;
  return Math.min(Math.max(value, 1), mostIdleMinutes);
}

/** A path of the own host and nothing that could lead to another: tokens go there. */
export function readProxyPath(value: unknown): string | undefined {
  const isPath = typeof value === 'string' && /^(?:\/[\w-]+(?:\.[\w-]+)*)+\/?$/.test(value);
  return isPath ? value.replace(/\/$/, '') : undefined;
}

const current = createSubject<Deployment | undefined>(undefined);

/** `undefined` until it has been read. */
export const deployment: Observable<Deployment | undefined> = current;

export function installDeployment(read: Deployment): void {
  current.set(read);
}
