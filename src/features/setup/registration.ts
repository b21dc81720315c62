/** What has to be entered in the app registration for this page to work: addresses and permissions, letter for letter. */
import { paths } from '#config/paths.ts';
import { scopes, signInScopes } from '#config/scopes.ts';
import { serviceScopes } from '#config/service-scopes.ts';
import type { Cloud, CloudName } from '#config/clouds.ts';

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

/** The choice of "Supported account types" that fits a tenant; personal accounts are in the global cloud alone. */
export function accountTypes(tenant: string, cloud: Pick<Cloud, 'personalAccounts'>): string {
  const anyOrganization = 'Accounts in any organizational directory';
  switch (tenant.trim().toLowerCase()) {
    case 'common':
      return cloud.personalAccounts
        ? `${anyOrganization} and personal Microsoft accounts`
        : anyOrganization;
    case 'organizations':
      return anyOrganization;
    case 'consumers':
      return 'Personal Microsoft accounts only';
    default:
      return 'Accounts in this organizational directory only';
  }
}
