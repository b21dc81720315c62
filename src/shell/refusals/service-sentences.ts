/** Sentences of the services and of libraries that come without a code, or with one that says less than they do. */
import type { Row } from './refusal-meaning.ts';

const admin = 'an administrator';
const dev = 'the developer';

type Sentence = readonly [name: string, says: RegExp, row: Row];

const noPermissions: Sentence = [
  'the token has no permissions',
  /Either scp or roles claim need to be present|No authorization information present/i,
  [
    'consent',
    dev,
    'The token carries no permission at all: neither scp, of a person, nor roles, of an app.',
    'Ask for a scope of this API; for an app alone, have an administrator agree to its application permissions, and get a new token.',
  ],
];

const ofExchange: readonly Sentence[] = [
  [
    'no mailbox that REST reaches',
    /REST API is not yet supported for this mailbox|account that does not have a mailbox/i,
    [
      'licence',
      admin,
      'The account has no mailbox in Exchange Online: no licence, a guest, or a mailbox on the organisation’s own servers.',
      'Assign a licence with a mailbox, or use another account.',
    ],
  ],
  [
    'application access policy',
    /\[?RAOP\]?[^]{0,40}Blocked by tenant|AppOnly AccessPolicy/i,
    [
      'policy',
      admin,
      'The organisation lets this app into some mailboxes only, and this is none of them (application access policy of Exchange).',
      'Have the mailbox added to the policy’s group, or ask for one that is in it.',
    ],
  ],
];

const ofTeams: readonly Sentence[] = [
  [
    'no application access policy',
    /No application access policy found/i,
    [
      'policy',
      admin,
      'An app may speak for a person’s meetings only where a policy of Teams says so, and none does.',
      'A Teams administrator makes an application access policy for the app and grants it to the person; that takes up to half an hour.',
    ],
  ],
  [
    'Teams does not know the person',
    /Unable to find target address/i,
    [
      'licence',
      admin,
      'Teams has nothing for this person: no licence for it, or a personal account.',
      'Assign a licence with Teams, or use another account.',
    ],
  ],
];

const ofOthers: readonly Sentence[] = [
  [
    'no unified audit log',
    /Compliance\.Audit[^]*Tenant \S+ does not exist/i,
    [
      'service',
      admin,
      'The feed does not know the tenant: its unified audit log was never switched on.',
      'Turn the audit log on in the compliance portal and wait some hours.',
    ],
  ],
  [
    'access denied by SharePoint',
    /0x80070005|\bE_ACCESSDENIED\b/i,
    [
      'role',
      admin,
      'SharePoint refuses: the person, or the app, has no right on that site or list.',
      'Have the right given on the site; an app with Sites.Selected needs it site by site.',
    ],
  ],
];

const ofLibraries: readonly Sentence[] = [
  [
    'correlation failed',
    /\bCorrelation failed\b|\.AspNetCore\.Correlation/,
    [
      'session',
      dev,
      'The answer came back without the cookie that holds its state: another host or http instead of https, SameSite, two tabs, or an answer opened twice.',
      'Begin and end on the same https address, and behind a proxy trust its forwarded headers; then sign in anew.',
    ],
  ],
  [
    'scopes were declined',
    /requested scopes have been declined|MSALErrorServerDeclinedScopes|-50003\b/i,
    [
      'consent',
      dev,
      'Only a part of what was asked for was granted; the library calls that an error.',
      'Go on with what was granted. Leave openid, profile and offline_access out of what is asked of this library, and ask for the rest when it is needed.',
    ],
  ],
  [
    'no credential of the chain',
    /DefaultAzureCredential failed|ChainedTokenCredential[^]{0,40}failed|EnvironmentCredential authentication unavailable/i,
    [
      'request',
      dev,
      'None of the credentials that the library tries is there in this environment; nothing was sent, or the last answer below says why.',
      'Sign in with the tool that is meant (az login), or set its variables; name the one credential instead of the chain.',
    ],
  ],
];

const ofMicrosoftsPage: readonly Sentence[] = [
  [
    'not from this device',
    /You can.t get there from here|does not meet the criteria to access this resource|must be joined to .{2,60} network/i,
    [
      'policy',
      admin,
      'Conditional Access lets this app be reached from certain devices, apps or places only; the password was right.',
      'Use a device that the organisation manages, or ask an administrator which rule it was (the sign-in log names it).',
    ],
  ],
];

export const serviceSentences: readonly Sentence[] = [
  noPermissions,
  ...ofExchange,
  ...ofTeams,
  ...ofOthers,
  ...ofLibraries,
  ...ofMicrosoftsPage,
];
