/** What a token may do, and whether all the groups are in it. */
import type { Check } from './check-claims.ts';

type Parts = Readonly<Record<string, unknown>>;

export function checkPermissions(claims: Parts): Check[] {
  const { scp, roles, idtyp } = claims;
  const isIdToken =
    scp === undefined &&
    roles === undefined &&
    ('nonce' in claims || 'preferred_username' in claims);
  if (isIdToken)
    return [
      {
        result: 'note',
        about: 'scp',
        says: 'An id token: it says who signed in and opens no API.',
      },
    ];
  if (typeof scp === 'string' && Array.isArray(roles)) {
    return [
      {
        result: 'note',
        about: 'scp',
        says: 'Delegated scopes, and roles of the person beside them.',
      },
    ];
  }
  if (typeof scp === 'string') {
    const count = scp.split(' ').filter(Boolean).length;
    return [
      {
        result: 'note',
        about: 'scp',
        says: `Delegated: for a person, with ${count} ${count === 1 ? 'scope' : 'scopes'}.`,
      },
    ];
  }
  if (Array.isArray(roles) || idtyp === 'app') {
    return [
      {
        result: 'note',
        about: 'roles',
        says: 'Application: nobody is signed in; what it may do was agreed to by an administrator.',
      },
    ];
  }
  return [
    {
      result: 'fail',
      about: 'scp',
      says: 'It has neither scopes nor roles, so it opens nothing (AF10001, accessDenied and the like).',
    },
  ];
}

export function checkGroups(claims: Parts): Check[] {
  const names = claims['_claim_names'];
  const hasOverage =
    claims['hasgroups'] === true ||
    (typeof names === 'object' && names !== null && 'groups' in names);
  return hasOverage
    ? [
        {
          result: 'note',
          about: 'groups',
          says: 'Too many groups to list (over 200): ask Graph for /me/memberOf. An empty groups claim does not mean “in no group”.',
        },
      ]
    : [];
}
