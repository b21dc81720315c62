/** What an API's answer to one of the questions says, in words: such APIs differ in what they call 401 and 403. */
import type { OwnApi } from '#config/own-apis.ts';
import type { Way } from './try-api.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As text. */
  readonly body: string;
}

export function explainAnswer(way: Way, { status, headers }: Answered): string {
  const challenge = headers['www-authenticate'] ?? '';
  const scope = /scope="([^"]*)"/.exec(challenge)?.[1];
  if (status === 401) {
    return way === 'without-token'
      ? 'Refused, as it should be: this was asked with a made-up token. 401 means that the API does not know who asks.'
      : 'The API does not take the token: it is not for this API, its time is up, or the API trusts another tenant. It was renewed once and asked again.';
  }
  if (status === 403 && way === 'without-token') {
    return 'Refused, as it should be. This API answers 403 where others answer 401: without a token it says the same as to one that is too small.';
  }
  if (status === 403 && way === 'without-headers') {
    return 'Without the header that names the tenancy the API does not say whose data is meant, and refuses although the token is good.';
  }
  if (status === 403 && scope !== undefined) {
    return `The token is good but too small: the API names what it wants, ${scope}.`;
  }
  if (status === 403) {
    return 'The API knows who asks and refuses: a scope is missing in the token, or the tenancy in the header is none of yours, or you have no role in it.';
  }
  if (status === 404) return 'The API took the question and knows nothing at this path.';
  if (status === 429) return 'The API is asked too often; wait as long as Retry-After says.';
  if (status >= 500) return 'The API itself failed. Neither the token nor the header is to blame.';
  return way === 'token'
    ? 'The token and the headers are what it wants.'
    : 'It answers all the same.';
}

/** What is known of the preflight from an answer that could be read. */
export function explainCors(isSimulated: boolean, headerNames: readonly string[]): string {
  const names = preflighted(headerNames);
  return isSimulated
    ? 'The simulated world asks no preflight: its API is a function in this browser. Over TLS (npm run tenant) browsers do ask.'
    : `The preflight let this page through with ${names}: a page never sees that answer itself, but without it this one could not be read.`;
}

/** What this page sends besides what every page may, and so asks about first. */
function preflighted(headerNames: readonly string[]): string {
  return [
    'authorization',
    'client-request-id',
    ...headerNames.map((name) => name.toLowerCase()),
  ].join(', ');
}

/**
 * Everything that hides behind the one failure a page is told of.
 * @param page the origin of this one
 */
export function explainNoAnswer(
  { origin, headers }: Pick<OwnApi, 'origin' | 'headers'>,
  page: string,
): readonly string[] {
  return [
    `The preflight (OPTIONS) was refused, or the API does not let this page read it. Every answer has to hold Access-Control-Allow-Origin: ${page}; that to OPTIONS also Access-Control-Allow-Headers: ${preflighted(Object.keys(headers))}, and no token is in it.`,
    `The policy of this deployment does not name ${origin}.`,
    'The host does not exist or does not answer, or its certificate is not trusted.',
    'A blocker, a proxy or the browser’s own protection of private networks is in the way.',
  ];
}
