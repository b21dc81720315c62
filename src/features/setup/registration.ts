/** What has to be entered in the app registration for this page to work: addresses and permissions, letter for letter. */
import { paths } from '#config/paths.ts';
import { scopes, signInScopes } from '#config/scopes.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import type { CloudName } from '#config/clouds.ts';

/** The exact redirect URI of one cloud; Microsoft compares it character by character. */
export function redirectUri(cloud: CloudName, origin: string, base: string): string {
  return origin + base.replace(/\/$/, '') + paths.callback(cloud);
}

/** The second one, for the answers of administrators. */
export function adminConsentUri(cloud: CloudName, origin: string, base: string): string {
  return origin + base.replace(/\/$/, '') + paths.adminConsent(cloud);
}

/** Delegated permissions of Microsoft Graph that a person can agree to, each once, those of the sign-in first. */
export function permissionsToAdd(): string[] {
  return [...new Set([...signInScopes, ...Object.values(scopes).flat(), ...serviceScopes.files])];
}

/** Those that Microsoft lets only an administrator agree to, whatever a tenant's policy. */
export function permissionsOfAdministrators(): string[] {
  return [...serviceScopes.health, ...serviceScopes.announcements];
}

/** The choice of "Supported account types" that fits a tenant. */
export function accountTypes(tenant: string): string {
  switch (tenant.trim().toLowerCase()) {
    case 'common':
      return 'Accounts in any organizational directory and personal Microsoft accounts';
    case 'organizations':
      return 'Accounts in any organizational directory';
    case 'consumers':
      return 'Personal Microsoft accounts only';
    default:
      return 'Accounts in this organizational directory only';
  }
}
