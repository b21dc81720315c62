/**
 * Codes of the Office 365 Management Activity API.
 *
 * @see https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-reference
 */
import type { Row } from './refusal-meaning.ts';

const admin = 'an administrator';
const dev = 'the developer';

const sameTenant = 'Use the tenant id of the token in the path.';

export const managementCodes: Readonly<Record<string, Row>> = {
  AF10001: [
    'consent',
    admin,
    'The token lacks the permission for this feed (ActivityFeed.Read, or ActivityFeed.ReadDlp for DLP.All).',
    'An administrator has to agree to it; then get a new token.',
  ],
  AF20001: ['request', dev, 'A parameter is missing.', 'The message names it.'],
  AF20002: ['request', dev, 'A parameter is of the wrong type.', 'The message names it.'],
  AF20003: ['request', dev, 'The expiration lies in the past.', 'Choose a later one.'],
  AF20010: [
    'request',
    dev,
    'The tenant in the address is not the tenant of the token.',
    sameTenant,
  ],
  AF20011: [
    'service',
    admin,
    'The tenant is not known to the feed; the unified audit log may be off.',
    'Turn the audit log on and wait some hours.',
  ],
  AF20012: [
    'service',
    admin,
    'The tenant is not set up for the feed.',
    'Turn the audit log on and wait some hours.',
  ],
  AF20013: ['request', dev, 'The tenant in the address is no GUID.', sameTenant],
  AF20020: [
    'request',
    dev,
    'There is no such content type.',
    'Audit.AzureActiveDirectory, Audit.Exchange, Audit.SharePoint, Audit.General, DLP.All.',
  ],
  AF20021: [
    'request',
    dev,
    'The webhook did not answer the validation.',
    'It has to answer 200 with the code; a page without a server has none.',
  ],
  AF20022: [
    'request',
    dev,
    'There is no subscription for that content type.',
    'Start it; the first content takes up to twelve hours.',
  ],
  AF20024: [
    'request',
    dev,
    'The subscription runs already, and nothing was changed. It is no failure.',
    'Go on: ask for its content.',
  ],
  AF20023: [
    'service',
    admin,
    'An administrator switched the subscription off.',
    'Ask for it to be started again.',
  ],
  AF20030: [
    'request',
    dev,
    'The time window is not allowed.',
    'Both ends or none, at most 24 hours apart, at most seven days back.',
  ],
  AF20031: ['request', dev, 'The next page’s address is not valid.', 'Use NextPageUri as it came.'],
  AF20050: ['service', dev, 'The content does not exist.', 'List the content again.'],
  AF20051: [
    'service',
    dev,
    'The content has expired: it is kept for seven days.',
    'List newer content.',
  ],
  AF20052: ['request', dev, 'The content id is not valid.', 'Encode it: it holds $ signs.'],
  AF20053: ['request', dev, 'The language is not valid.', 'Send another Accept-Language.'],
  AF20054: ['request', dev, 'The language is malformed.', 'Send another Accept-Language.'],
  AF20055: [
    'request',
    dev,
    'The window is none: both ends have to be there or neither, at most 24 hours apart, and the start no more than seven days back.',
    'Ask for a window of a day or less within the last seven days.',
  ],
  AF429: [
    'throttling',
    dev,
    'Too many requests of this publisher.',
    'Send PublisherIdentifier, and wait.',
  ],
  AF50000: ['service', 'Microsoft', 'The feed failed.', 'Try again in a moment.'],
};
