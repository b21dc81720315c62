import { expect, test } from 'vitest';
import { AuthError } from '#auth/auth-error.ts';
import { clouds } from '#config/clouds.ts';
import { formatFull } from '#lib/format-date.ts';
import { describeFailure } from './describe-failure.ts';
import { factsAsText } from './failure.ts';

const cloud = clouds.global;

test('a policy that no proof satisfies is not said to be waiting for one', () => {
  const of = (suberror: string) =>
    describeFailure(new AuthError({ kind: 'interaction-required', message: '', suberror }), {
      cloud,
      grants: [],
    });
  expect(of('basic_action').title).toBe('Microsoft wants to see you');
  expect(of('message_only')).toMatchObject({
    title: 'A policy of your organisation does not allow this',
    whose: 'your administrator',
    next: { kind: 'step-up' },
  });
});

test('a code that Entra refuses is not said to be late, which only one’s own ten minutes are', () => {
  const of = (error?: string) =>
    describeFailure(new AuthError({ kind: 'sign-in-expired', message: '', error }), {
      cloud,
      grants: [],
    }).title;
  expect(of()).toBe('The sign-in took too long');
  expect(of('invalid_grant')).toBe('Microsoft did not accept the answer');
});

test('an error that nobody has heard of is not said to be the set-up’s, and goes into the details', () => {
  const of = (error: string) =>
    describeFailure(new AuthError({ kind: 'configuration', message: '', error }), {
      cloud,
      grants: [],
    });
  expect(of('made_up')).toMatchObject({
    title: 'Microsoft said no, for a reason that is not known here',
    next: { kind: 'sign-in' },
    facts: [{ name: 'Error', value: 'made_up' }],
  });
  expect(of('invalid_client').next).toEqual({ kind: 'set-up' });
});

test('the ids that Entra’s sentence repeats stand once, ready to copy', () => {
  const failure = describeFailure(
    new AuthError({
      kind: 'configuration',
      message: '',
      description:
        'AADSTS50011: Not registered.\r\nTrace ID: t\r\nCorrelation ID: c\r\nTimestamp: 1',
      traceId: 't',
      correlationId: 'c',
      timestamp: '1',
    }),
    { cloud, grants: [] },
  );
  expect(factsAsText(failure.facts)).toBe(
    'Message: AADSTS50011: Not registered.\nTrace id: t\nCorrelation id: c\nTime: 1',
  );
});

test('in a session it is a new token that Microsoft does not give, and nobody is said to be signed out', () => {
  const of = (returnTo?: string) =>
    describeFailure(new AuthError({ kind: 'unavailable', message: '', returnTo, retryAfter: 7 }), {
      cloud,
      grants: [],
    });
  expect(of('/mail').title).toBe('Microsoft cannot sign anybody in now');
  expect(of()).toMatchObject({
    title: 'Microsoft gives no new token now',
    next: { kind: 'wait', seconds: 7 },
  });
});

test('who is asked to wait is not told of trouble at Microsoft’s', () => {
  const of = (status: number) =>
    describeFailure(new AuthError({ kind: 'unavailable', message: '', status }), {
      cloud,
      grants: [],
    }).explanation;
  expect(of(429)).toContain('asks to wait');
  expect(of(503)).toContain('trouble of its own');
});

test('one permission that is missing is the title; several, and those of signing in, are a list below a short one', () => {
  const of = (scopes: string[], resource = cloud.graph.identifier) => {
    const detail = { kind: 'consent-required', message: '', scopes, resource } as const;
    const { title, next } = describeFailure(new AuthError(detail), { cloud, grants: [] });
    return { title, scopes: next.kind === 'grant' ? next.scopes : undefined };
  };
  const signIn = ['openid', 'profile', 'offline_access'];
  const one = { title: 'Needs your permission: Mail.Read', scopes: ['Mail.Read'] };
  expect(of(['Mail.Read'])).toEqual(one);
  expect(of([...signIn, 'Mail.Read'])).toEqual(one);
  const several = 'Needs your permission first';
  expect(of(['Mail.Read', 'Files.Read']).title).toBe(several);
  expect(of([...signIn, 'User.Read', 'Mail.Read'])).toEqual({
    title: several,
    scopes: ['User.Read', 'Mail.Read'],
  });
  expect(of(['openid', 'email'])).toEqual({ title: several, scopes: ['openid', 'email'] });
  // Asked for again, they go behind their resource once more.
  const identifier = 'https://api.office.com/discovery/';
  expect(of([...signIn, `${identifier}/.default`], identifier)).toEqual({
    title: 'Needs your permission: Office 365 Discovery',
    scopes: ['.default'],
  });
});

test('a wrong clock is named with its time and its distance, and ends no session', () => {
  const said = new Date(2026, 10, 27, 18, 10);
  const of = (ahead: number | undefined, more: { returnTo?: string } = {}) =>
    describeFailure(
      new AuthError({
        kind: 'clock-wrong',
        message: '',
        timestamp: said.toISOString(),
        issuedAt: ahead === undefined ? undefined : said.getTime() - ahead,
        ...more,
      }),
      { cloud, grants: [] },
    );
  expect(of(2 * 3_600_000)).toMatchObject({ next: { kind: 'retry' } });
  expect(of(2 * 3_600_000).explanation).toBe(
    `It said ${formatFull(said)}, about 2 hours ahead of Microsoft’s answer. Set date and time, then try again: you are still signed in.`,
  );
  expect(of(-86_400_000).explanation).toContain('about 1 day behind Microsoft’s answer');
  expect(of(-7 * 60_000).explanation).toContain('about 7 minutes behind');
  // Two clocks that agree are not said to differ: the times in the answer are what does not fit.
  for (const unknown of [undefined, 60_000]) {
    expect(of(unknown).explanation).toContain('which does not fit the times in Microsoft’s answer');
  }
  // A code is used up; the next sign-in brings another.
  const refused = of(2 * 3_600_000, { returnTo: '/mail' });
  expect(refused).toMatchObject({ next: { kind: 'sign-in' } });
  expect(refused.explanation).toMatch(/then sign in again\.$/);
});
