/** What can be provoked with one press, and which refusal is to be expected then. */

export interface Deed {
  readonly title: string;
  readonly what: string;
  readonly body: object;
  readonly expect: string;
}

export const situations: readonly Deed[] = [
  {
    title: 'Default',
    what: 'preset',
    body: { name: 'default' },
    expect: 'Everybody may consent; nothing is slow or refused.',
  },
  {
    title: 'Admin must approve',
    what: 'preset',
    body: { name: 'admin-must-approve' },
    expect:
      'Microsoft’s recommended policy: mail and calendars need an administrator. The page offers to ask one; the app gets access_denied, AADSTS90095.',
  },
  {
    title: 'Throttled',
    what: 'preset',
    body: { name: 'throttled' },
    expect: 'The next five requests to Graph: 429 TooManyRequests with Retry-After: 5.',
  },
  {
    title: 'Token dies in 30 s',
    what: 'preset',
    body: { name: 'token-dies-in-30-s' },
    expect: 'expires_in is 30 from the next token on; renewal every half minute.',
  },
  {
    title: 'Slow network',
    what: 'preset',
    body: { name: 'slow-network' },
    expect: 'Every answer takes 1.2 to 2 seconds.',
  },
  {
    title: 'Second factor for mail',
    what: 'preset',
    body: { name: 'second-factor-for-mail' },
    expect: 'Conditional Access: a token for Mail.Read is refused with AADSTS50076 and claims.',
  },
];

/** @param user whom it is about: `userPrincipalName` */
export function deedsTo(user: string): readonly Deed[] {
  return [
    {
      title: 'Call tokens back',
      what: 'revoke',
      body: { user },
      expect: 'Graph: 401 with a claims challenge; one silent renewal mends it.',
    },
    {
      title: 'Revoke sessions',
      what: 'revoke',
      body: { user, refreshTokens: true },
      expect: 'Renewal: invalid_grant, AADSTS50173; only a new sign-in helps.',
    },
    {
      title: 'Change password',
      what: 'password',
      body: { user },
      expect: 'The same: invalid_grant, AADSTS50173, suberror bad_token.',
    },
    {
      title: 'Disable',
      what: 'account',
      body: { user, difficulty: 'disabled' },
      expect: 'Renewal: AADSTS50057. At sign-in a page, and no way back.',
    },
    {
      title: 'Expire password',
      what: 'account',
      body: { user, difficulty: 'password-expired' },
      expect: 'Renewal: AADSTS50055, suberror user_password_expired.',
    },
    {
      title: 'Want a second factor',
      what: 'account',
      body: { user, difficulty: 'needs-mfa' },
      expect: 'Renewal: AADSTS50076 with claims; at sign-in one more page.',
    },
    {
      title: 'Second factor, enabled',
      what: 'account',
      body: { user, difficulty: 'mfa-enabled' },
      expect: 'Set for this person alone and not yet set up. Renewal: AADSTS50072.',
    },
    {
      title: 'Second factor, enforced',
      what: 'account',
      body: { user, difficulty: 'mfa-enforced' },
      expect: 'Set for this person alone. Renewal: AADSTS50074.',
    },
    {
      title: 'Not assigned',
      what: 'account',
      body: { user, difficulty: 'not-assigned' },
      expect: 'The application is for others: AADSTS50105.',
    },
    {
      title: 'Delete',
      what: 'account',
      body: { user, difficulty: 'deleted' },
      expect: 'The directory knows nobody of that name: AADSTS50034.',
    },
    {
      title: 'No difficulty',
      what: 'account',
      body: { user, difficulty: 'none' },
      expect: 'The account is as good as any.',
    },
    {
      title: 'Take the licence',
      what: 'licence',
      body: { user, licensed: false },
      expect: 'Mail: 404 MailboxNotEnabledForRESTAPI.',
    },
    {
      title: 'Give a licence',
      what: 'licence',
      body: { user, licensed: true },
      expect: 'Mail, files and teams answer.',
    },
    {
      title: 'Let mail arrive',
      what: 'mail',
      body: { user },
      expect: 'One message in the inbox; an open list asks for it when it is looked at again.',
    },
  ];
}

export const clockDeeds: readonly Deed[] = [
  {
    title: '+5 min',
    what: 'clock',
    body: { advance: 300 },
    expect: 'Tokens and codes age; clocks may differ as much, so nothing is refused.',
  },
  {
    title: '+1 h',
    what: 'clock',
    body: { advance: 3600 },
    expect:
      'Tokens of an hour are over: 401, one renewal. To whoever signs in anew the clock of this device seems wrong, until Reset.',
  },
  {
    title: '+24 h',
    what: 'clock',
    body: { advance: 86_400 },
    expect: 'The refresh tokens’ day is over, AADSTS700084: only a new sign-in helps, after Reset.',
  },
  {
    title: 'Expire all tokens',
    what: 'expire',
    body: {},
    expect: 'Graph: 401 without a challenge; one silent renewal mends it.',
  },
  {
    title: 'Roll the keys',
    what: 'keys',
    body: {},
    expect: 'New tokens have another key; the old one stays published, and nobody is refused.',
  },
];
