/** What can be said of a token from its claims alone: the seeds of trouble, and what is as it should be. */
import { checkGroups, checkPermissions } from './check-rights.ts';

export interface Check {
  readonly result: 'pass' | 'fail' | 'note';
  readonly about: string;
  readonly says: string;
}

type Parts = Readonly<Record<string, unknown>>;

export interface CheckedAgainst {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whom it should be for; any when not known. */
  readonly audience?: readonly string[];
}

/** Seconds that clocks may differ. */
const tolerance = 300;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const graphAppId = '00000003-0000-0000-c000-000000000000';

export function checkClaims(header: Parts, claims: Parts, against: CheckedAgainst): Check[] {
  return [
    ...checkTime(claims, against.now),
    ...checkAudience(claims, against.audience),
    ...checkIssuer(claims),
    ...checkSignatureKind(header, claims),
    ...checkPermissions(claims),
    ...checkGroups(claims),
  ];
}

function checkTime(claims: Parts, now: number): Check[] {
  const seconds = Math.floor(now / 1000);
  const { exp, nbf } = claims;
  if (typeof exp !== 'number') return [{ result: 'fail', about: 'exp', says: 'It has no end.' }];
  if (exp + tolerance <= seconds) {
    return [{ result: 'fail', about: 'exp', says: `It ended ${inWords(seconds - exp)} ago.` }];
  }
  if (exp <= seconds) {
    return [
      {
        result: 'fail',
        about: 'exp',
        says: `It ended ${inWords(seconds - exp)} ago. Some services still take it, for clocks differ.`,
      },
    ];
  }
  if (typeof nbf === 'number' && nbf > seconds + tolerance) {
    return [
      {
        result: 'fail',
        about: 'nbf',
        says: `It is good only in ${inWords(nbf - seconds)}: a clock is wrong, this device’s or the issuer’s.`,
      },
    ];
  }
  return [
    { result: 'pass', about: 'exp', says: `It is good for another ${inWords(exp - seconds)}.` },
  ];
}

function checkAudience(claims: Parts, wanted: readonly string[] | undefined): Check[] {
  const audiences = [claims['aud']]
    .flat()
    .filter((each): each is string => typeof each === 'string');
  const about = 'aud';
  if (audiences.length === 0) return [{ result: 'fail', about, says: 'It is for nobody.' }];
  if (!wanted)
    return [
      {
        result: 'note',
        about,
        says: `It is for ${audiences.map(nameOf).join(', ')} and nobody else.`,
      },
    ];
  const plain = (text: string) => text.replace(/\/$/, '').toLowerCase();
  return audiences.some((each) => wanted.some((other) => plain(other) === plain(each)))
    ? [{ result: 'pass', about, says: 'It is for whom it was asked for.' }]
    : [
        {
          result: 'fail',
          about,
          says: `It is for ${audiences.map(nameOf).join(', ')}: any other API answers 401.`,
        },
      ];
}

function nameOf(audience: string): string {
  return audience === graphAppId ? 'Microsoft Graph' : audience;
}

function checkIssuer(claims: Parts): Check[] {
  const { iss, tid, ver } = claims;
  if (typeof iss !== 'string')
    return [{ result: 'fail', about: 'iss', says: 'It names no issuer.' }];
  const checks: Check[] = [];
  if (typeof tid === 'string') {
    const isGuid = guid.test(tid);
    checks.push(
      isGuid && iss.toLowerCase().includes(tid.toLowerCase())
        ? { result: 'pass', about: 'iss', says: 'Issuer and tenant agree.' }
        : {
            result: 'fail',
            about: 'iss',
            says: isGuid ? 'The issuer is that of another tenant than tid.' : 'tid is no GUID.',
          },
    );
  }
  const isV1 =
    /^https:\/\/sts\.(windows\.net|chinacloudapi\.cn|microsoftonline\.\w+)\//.test(iss) ||
    ver === '1.0';
  if (isV1) {
    checks.push({
      result: 'note',
      about: 'ver',
      says: 'A token of version 1.0: the API chose that (requestedAccessTokenVersion), whichever endpoint was asked. Its issuer is sts.windows.net.',
    });
  }
  return checks;
}

function checkSignatureKind(header: Parts, claims: Parts): Check[] {
  const { alg } = header;
  if (typeof alg !== 'string' || alg.toLowerCase() === 'none') {
    return [
      { result: 'fail', about: 'alg', says: 'It is not signed: anybody could have written it.' },
    ];
  }
  if (alg.startsWith('HS')) {
    return [
      {
        result: 'fail',
        about: 'alg',
        says: 'It is signed with a shared secret, which Entra never does.',
      },
    ];
  }
  if ('nonce' in header) {
    return [
      {
        result: 'note',
        about: 'alg',
        says: 'Its header has a nonce, so its signature can be checked by Microsoft Graph only. It is not yours to verify.',
      },
    ];
  }
  return claims['aud'] === graphAppId || claims['aud'] === 'https://graph.microsoft.com'
    ? [
        {
          result: 'note',
          about: 'alg',
          says: 'A token for Microsoft Graph is not yours to verify: its form may change at any time.',
        },
      ]
    : [];
}

/** Seconds as a person says them. */
export function inWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 90) return `${Math.max(0, Math.round(seconds))} s`;
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}
