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

/** Says what is wrong with each member, in words for the set-up screen; no entry where all is well. */
export function checkSettings(value: {
  cloud: string;
  clientId: string;
  tenant: string;
}): Partial<Record<keyof Settings, string>> {
  const problems: Partial<Record<keyof Settings, string>> = {};
  if (!isCloudName(value.cloud)) problems.cloud = 'Choose one of the listed clouds.';
  if (!isClientId(value.clientId.trim())) {
    problems.clientId =
      'A client id looks like 00000000-0000-0000-0000-000000000000. It is on the overview page of the app registration.';
  }
  if (!isTenant(value.tenant.trim())) {
    problems.tenant =
      'Use common, organizations, consumers, a tenant id (GUID) or a verified domain.';
  } else if (
    isCloudName(value.cloud) &&
    !clouds[value.cloud].personalAccounts &&
    value.tenant.trim() === 'consumers'
  ) {
    problems.tenant = 'Personal accounts exist only in the global cloud.';
  }
  return problems;
}

/** Reads settings from parsed JSON of unknown origin; `undefined` where they cannot be used as they stand. */
export function parseSettings(json: unknown): Settings | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { cloud, clientId, tenant } = json as Record<string, unknown>;
  if (cloud === 'simulated') return simulatedSettings;
  if (!isCloudName(cloud) || typeof clientId !== 'string' || typeof tenant !== 'string')
    return undefined;
  if (Object.keys(checkSettings({ cloud, clientId, tenant })).length > 0) return undefined;
  return { cloud, clientId: clientId.trim(), tenant: tenant.trim() };
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
