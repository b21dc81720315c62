/** The ways in which the next requests can be told to fail, and what an application should make of each. */

interface Failure {
  readonly title: string;
  readonly expect: string;
  readonly more?: object;
}

export const failures: Readonly<Record<string, Failure>> = {
  '401': {
    title: '401 Unauthorized',
    expect: 'The token is no good: one silent renewal, then the request again.',
  },
  '403': {
    title: '403 Forbidden',
    expect: 'A permission is missing; trying again does not help.',
  },
  '404': {
    title: '404 Not found',
    expect: 'It was there, and is gone.',
  },
  '409': { title: '409 Conflict', expect: 'Somebody else was faster.' },
  '410': {
    title: '410 Gone',
    expect: 'What a delta link knew is forgotten: read again from the beginning.',
  },
  '412': { title: '412 Changed meanwhile', expect: 'If-Match names an older state.' },
  '429': {
    title: '429 Too many requests',
    more: { headers: { 'retry-after': '3' } },
    expect: 'Retry-After says three seconds; the application waits by itself.',
  },
  decimal: {
    title: '429, Retry-After 2.5',
    more: { status: 429, headers: { 'retry-after': '2.5' } },
    expect:
      'Graph sends decimals, too: two and a half seconds, rounded up by whoever counts whole ones.',
  },
  hidden: {
    title: '429, Retry-After hidden',
    more: {
      status: 429,
      headers: { 'retry-after': '3', 'access-control-expose-headers': 'request-id' },
    },
    expect:
      'The header is sent, and a page may not read it: the application waits by its own rule.',
  },
  '500': {
    title: '500 Internal error',
    expect: 'Nobody knows why; reading may be tried again, sending may not.',
  },
  '503': {
    title: '503 Unavailable',
    expect: 'No Retry-After: the application waits as long as it thinks fit.',
  },
  entra: {
    title: 'AADSTS90033 of Entra',
    more: { aadsts: 90_033 },
    expect: 'An outage of the sign-in: the tokens stay, and it is tried again later.',
  },
  late: { title: '3 s late', more: { delay: 3000 }, expect: 'The right answer, later.' },
  drop: { title: 'No answer', more: { drop: true }, expect: 'The connection breaks.' },
};

/** What the tenant is told; the words of a status are those of the service that is asked. */
export function faultFor(url: string, failure: string, times: number): object {
  const status = /^\d+$/.test(failure) ? { status: Number(failure) } : {};
  return { url, times, ...status, ...failures[failure]?.more };
}
