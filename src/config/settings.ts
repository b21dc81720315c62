/**
 * What a deployment (`config.json`) or a person (the set-up screen) may choose. Nothing here is secret: a client id is
 * public by nature (RFC 6749 section 2.2). The person's choice wins over the deployment's.
 */
import { clouds, isCloudName, type Cloud, type CloudName } from './clouds.ts';

export interface Settings {
  readonly cloud: CloudName;
  /** Application (client) id: a GUID. */
  readonly clientId: string;
  /** `common`, `organizations`, `consumers`, a tenant GUID or a verified domain. */
  readonly tenant: string;
}

/** The simulated tenant knows this client; it is also the world of a deployment that sets nothing. */
export const simulatedSettings: Settings = {
  cloud: 'simulated',
  clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
  tenant: 'common',
};

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

export function isClientId(text: string): boolean {
  return guid.test(text);
}

export function isTenant(text: string): boolean {
  return (
    ['common', 'organizations', 'consumers'].includes(text) || guid.test(text) || domain.test(text)
  );
}

/** Personal accounts live in the global cloud only, so `consumers` is no tenant of any other. */
export function hasTenant(cloud: CloudName, tenant: string): boolean {
  return isTenant(tenant) && (tenant !== 'consumers' || clouds[cloud].personalAccounts);
}

/** Reads settings from parsed JSON of unknown origin; `undefined` where they cannot be used as they stand. */
export function parseSettings(json: unknown): Settings | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { cloud, clientId, tenant } = json as Record<string, unknown>;
  if (cloud === 'simulated') {
    if (!import.meta.env.SIMULATOR) return undefined;
    // Somebody is a guest only where the tenant is named.
    return typeof tenant === 'string' && hasTenant(cloud, tenant)
      ? { ...simulatedSettings, tenant }
      : simulatedSettings;
  }
  if (!isCloudName(cloud) || typeof clientId !== 'string' || typeof tenant !== 'string')
    return undefined;
  const trimmed = { cloud, clientId: clientId.trim(), tenant: tenant.trim() };
  return isClientId(trimmed.clientId) && hasTenant(cloud, trimmed.tenant) ? trimmed : undefined;
}

let current: Settings = simulatedSettings;

/** Set once, by `main.tsx`, when the document starts. */
export function installSettings(settings: Settings): void {
  current = settings;
}

export function settings(): Settings {
  return current;
}

export function cloud(): Cloud {
  return clouds[current.cloud];
}
