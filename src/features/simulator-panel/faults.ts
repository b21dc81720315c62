/** The ways in which the next requests can be told to fail, and what an application should make of each. */

interface Failure {
  readonly title: string;
  readonly expect: string;
  /** Graph's code for it; without one it is not an answer that fails. */
  readonly code?: string;
  readonly more?: object;
}

export const failures: Readonly<Record<string, Failure>> = {
  '401': {
    title: '401 Unauthorized',
    code: 'InvalidAuthenticationToken',
    expect: 'The token is no good: one silent renewal, then the request again.',
  },
  '403': {
    title: '403 Forbidden',
    code: 'ErrorAccessDenied',
    expect: 'A permission is missing; trying again does not help.',
  },
  '404': {
    title: '404 Not found',
    code: 'ErrorItemNotFound',
    expect: 'It was there, and is gone.',
  },
  '409': { title: '409 Conflict', code: 'nameAlreadyExists', expect: 'Somebody else was faster.' },
  '429': {
    title: '429 Too many requests',
    code: 'TooManyRequests',
    more: { headers: { 'retry-after': '3' } },
    expect: 'Retry-After says three seconds; the application waits by itself.',
  },
  '500': {
    title: '500 Internal error',
    code: 'InternalServerError',
    expect: 'Nobody knows why; reading may be tried again, sending may not.',
  },
  '503': {
    title: '503 Unavailable',
    code: 'ServiceUnavailable',
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

/** What the tenant is told. */
export function faultFor(url: string, failure: string, times: number): object {
  const { code, title, more } = failures[failure] ?? {};
  return {
    url,
    times,
    ...(code
      ? {
          status: Number(failure),
          body: JSON.stringify({ error: { code, message: `${title}, as told.` } }),
        }
      : {}),
    ...more,
  };
}
