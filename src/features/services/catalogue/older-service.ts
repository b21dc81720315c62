/**
 * What the services that Discovery lists can be asked: the smallest request of each, the permission for it, and what has
 * taken its place. What is not here is listed, and can be asked in the request console.
 */
import { scopes } from '#config/scopes.ts';
import type { IconName } from '#ui/icon-name.ts';

export interface OlderService {
  readonly icon: IconName;
  /** What follows the endpoint. */
  readonly path: string;
  readonly scopes: readonly string[];
  readonly replacedBy: string;
}

const exchange = (
  icon: IconName,
  path: string,
  wanted: readonly string[],
  today: string,
): OlderService => ({
  icon,
  path,
  scopes: wanted,
  replacedBy: `Microsoft Graph ${today}; Microsoft closed the Outlook REST API in March 2024`,
});

const known: Readonly<Record<string, OlderService>> = {
  'mail@o365_exchange': exchange('mail', '/me/messages?$top=1', scopes.mail, '/me/messages'),
  'contacts@o365_exchange': exchange('people', '/me/contacts', scopes.contacts, '/me/contacts'),
  'calendar@o365_exchange': exchange('calendar', '/me/calendars', scopes.calendar, '/me/calendars'),
  'myfiles@o365_sharepoint': {
    icon: 'folder',
    path: '/drive',
    scopes: ['MyFiles.Read'],
    replacedBy: 'Microsoft Graph /me/drive',
  },
  'rootsite@o365_sharepoint': {
    icon: 'link',
    path: '/web',
    scopes: ['AllSites.Read'],
    replacedBy: 'Microsoft Graph /sites/root; SharePoint still answers its own REST API',
  },
};

/** @param entity capability and service id, as in `Mail@O365_EXCHANGE` */
export function olderService(entity: string): OlderService | undefined {
  const name = entity.toLowerCase();
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** Of what no token can be had for any more. */
export function successorOf(resource: string): string | undefined {
  return /^https:\/\/graph\.windows\.net\/?$/i.test(resource)
    ? 'Microsoft Graph /organization and /users; Microsoft has retired the Azure AD Graph API'
    : undefined;
}
