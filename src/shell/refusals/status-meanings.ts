/** What an HTTP status says when no code of the answer is known (RFC 9110 section 15, RFC 6585). */
import type { Row } from './refusal-meaning.ts';

const dev = 'the developer';
const ms = 'Microsoft';
const wait = 'Wait as long as Retry-After says; without it, wait with growing pauses.';

export const statusMeanings: Readonly<Record<number, Row>> = {
  400: [
    'request',
    dev,
    'The service does not understand the request.',
    'Compare it with the reference; trying it again as it is cannot help.',
  ],
  401: [
    'session',
    dev,
    'The token is missing, expired, called back, or for another audience.',
    'Renew it once, with the claims of the challenge when there are any; then sign in again.',
  ],
  403: [
    'role',
    'an administrator',
    'The token is good, but the scope, the person’s role, the licence or a policy does not allow this.',
    'Compare the token’s scopes with those the call needs; when they are there, a role or a licence is missing, and consent cannot mend that.',
  ],
  404: [
    'service',
    'you',
    'There is nothing of that address, or the person may not know of it.',
    'Check the id; it may have been moved or deleted.',
  ],
  405: ['request', dev, 'The address does not take this method.', 'Use another method.'],
  406: [
    'request',
    dev,
    'The service cannot answer in the format that was asked for.',
    'Ask for application/json.',
  ],
  409: [
    'service',
    'you',
    'Something else changed it in between.',
    'Read it again, then change it.',
  ],
  410: [
    'service',
    dev,
    'It is gone for good: a delta token that is too old, or an API that was closed.',
    'Begin anew, or use what replaced it.',
  ],
  412: ['service', 'you', 'It was changed since it was read.', 'Read it again, then change it.'],
  413: ['request', dev, 'The body is too large.', 'Use an upload session.'],
  415: ['request', dev, 'The body’s type is not taken.', 'Send Content-Type: application/json.'],
  423: ['service', 'you', 'Somebody holds a lock on it.', 'Try later.'],
  424: [
    'request',
    dev,
    'A request of the batch that this one depends on failed.',
    'Mend that one.',
  ],
  429: ['throttling', dev, 'Too many requests.', wait],
  500: ['service', ms, 'The service failed.', 'Try again in a moment.'],
  501: ['request', dev, 'The service cannot do that.', 'Read what the reference says of the call.'],
  502: ['service', ms, 'A server on the way did not answer.', 'Try again in a moment.'],
  503: ['service', ms, 'The service cannot answer now.', wait],
  504: [
    'service',
    ms,
    'The answer took too long.',
    'Ask for less at once: fewer items, fewer members.',
  ],
  507: ['licence', 'you', 'The storage is full.', 'Delete something or buy more.'],
  509: ['throttling', dev, 'The app uses too much bandwidth.', wait],
};
