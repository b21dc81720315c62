/** An answer of the token endpoint (RFC 6749 sections 5.1 and 5.2, OpenID Connect Core section 3.1.3.3). */
import type { Finding, Reader } from './finding.ts';
import { refusalNote } from './refusal-note.ts';

const members: readonly string[] = [
  ...['access_token', 'refresh_token', 'id_token', 'token_type', 'expires_in', 'ext_expires_in'],
  ...['refresh_token_expires_in', 'refresh_in', 'scope', 'client_info', 'foci'],
  ...['error', 'error_description', 'error_codes', 'error_uri', 'timestamp', 'trace_id'],
  ...['correlation_id', 'suberror', 'claims'],
];

/** The first version told when a token ends, for what it is, and when the password does. */
const older: readonly string[] = ['resource', 'expires_on', 'not_before', 'pwd_exp', 'pwd_url'];

const spelled = (name: string) => name.toLowerCase().replaceAll('-', '_');

/** Whether a JSON object can be meant as one: an answer holds a token or an error, and a request says who asks. */
export function isTokenAnswer(json: object): boolean {
  const names = new Set(Object.keys(json).map(spelled));
  return (
    ['access_token', 'refresh_token', 'id_token', 'error'].some((name) => names.has(name)) &&
    !names.has('grant_type') &&
    !names.has('client_id')
  );
}

export function checkAnswer(read: Reader): Finding[] {
  return [...checkNames(read), ...checkValues(read), ...checkTokens(read)];
}

function checkNames({ message }: Reader): Finding[] {
  return message.parameters.flatMap(({ name }): Finding[] => {
    if (older.includes(name)) {
      return [
        {
          severity: 'old',
          about: name,
          says: 'Only the first version’s answers have it.',
          mend: 'Count from expires_in, and read in scope what the token is for.',
        },
      ];
    }
    const right = spelled(name);
    if (members.includes(name)) return [];
    if (!members.includes(right)) {
      return [
        { severity: 'note', about: name, says: 'Entra’s answers have no member of this name.' },
      ];
    }
    return [
      {
        severity: 'wrong',
        about: name,
        says: `No answer has a member of this name; it is written ${right}.`,
        mend: `Read ${right}: with the other spelling there is no token.`,
      },
    ];
  });
}

function checkValues(read: Reader): Finding[] {
  const findings: Finding[] = [];
  const type = read.value('token_type');
  if (type !== undefined && type.toLowerCase() !== 'bearer') {
    findings.push({
      severity: 'wrong',
      about: 'token_type',
      says: `A token of the kind ${type} is not sent as Bearer.`,
    });
  }
  if (/%20|\+/.test(read.value('scope') ?? '')) {
    findings.push({
      severity: 'wrong',
      about: 'scope',
      says: 'The scopes stand encoded in it, and so may have run together.',
      mend: 'In JSON they are divided by blanks.',
    });
  }
  if (read.has('error')) {
    findings.push(refusalNote(read));
  }
  return findings;
}

function checkTokens(read: Reader): Finding[] {
  if (read.has('error')) return [];
  const findings: Finding[] = [];
  const has = (name: string) =>
    read.message.parameters.some((each) => spelled(each.name) === name && each.length > 0);
  const scopes = read.scopes().map((scope) => scope.toLowerCase());
  if (!has('id_token')) {
    findings.push({
      severity: scopes.includes('openid') ? 'wrong' : 'note',
      about: 'id_token',
      says: 'There is no id token, so it says nothing of who signed in.',
      mend: 'Ask for openid.',
    });
  }
  if (!has('refresh_token')) {
    findings.push({
      severity: 'note',
      about: 'refresh_token',
      says: 'There is no refresh token: when this one ends, the person is asked again.',
      mend: 'Ask for offline_access.',
    });
  }
  if (read.has('access_token')) {
    findings.push({
      severity: 'good',
      about: 'access_token',
      says: 'It has an access token, for one resource.',
    });
  }
  return findings;
}
