/** What came back to the redirect URI (RFC 6749 sections 4.1.2 and 4.1.2.1), and from the administrator's page. */
import type { Finding, Reader } from './finding.ts';
import { refusalNote } from './refusal-note.ts';

export function checkCallback(read: Reader): Finding[] {
  return [...checkPlace(read), ...checkOutcome(read), ...checkAdministrator(read)];
}

function checkPlace({ message }: Reader): Finding[] {
  const places = new Set(
    message.parameters
      .filter(({ name }) => ['code', 'error', 'access_token', 'id_token'].includes(name))
      .map(({ place }) => place),
  );
  const findings: Finding[] = [];
  if (places.has('query') && places.has('fragment')) {
    findings.push({
      severity: 'wrong',
      about: 'address',
      says: 'There are two answers, one in the query and one in the fragment; one of them is somebody else’s.',
      mend: 'Use neither and start again.',
    });
  } else if (places.has('query') && message.parameters.some(({ name }) => name === 'code')) {
    findings.push({
      severity: 'risky',
      about: 'code',
      says: 'The code came in the query, where the host’s logs and the history keep it.',
      mend: 'Ask with response_mode=fragment, and take the answer out of the address at once.',
    });
  }
  if (message.parameters.some(({ name, place }) => name === 'access_token' && place !== 'body')) {
    findings.push({
      severity: 'risky',
      about: 'access_token',
      says: 'A token came in an address (the implicit flow).',
      mend: 'Use response_type=code with PKCE.',
    });
  }
  return findings;
}

function checkOutcome(read: Reader): Finding[] {
  const findings: Finding[] = [];
  const has = (name: string) => read.has(name);
  if (!has('state') && (has('code') || has('error'))) {
    findings.push({
      severity: 'risky',
      about: 'state',
      says: 'The answer has no state, so nothing ties it to a sign-in begun here.',
      mend: 'Refuse it.',
    });
  }
  if (has('error') && has('code')) {
    findings.push({
      severity: 'wrong',
      about: 'error',
      says: 'An answer with a code and an error is neither.',
      mend: 'Refuse it.',
    });
  } else if (has('error')) {
    findings.push(refusalNote(read));
  } else if (has('code')) {
    findings.push({
      severity: 'good',
      about: 'code',
      says: 'The answer has a code: good for some ten minutes, once, with the verifier of the page that asked.',
    });
  }
  if (has('iss')) {
    findings.push({
      severity: 'note',
      about: 'iss',
      says: 'The answer names its issuer (RFC 9207): it must be exactly the one that was asked.',
    });
  }
  return findings;
}

function checkAdministrator(read: Reader): Finding[] {
  if (!read.has('admin_consent')) return [];
  const findings: Finding[] = [
    {
      severity: 'risky',
      about: 'tenant',
      says: 'Anybody can write such an address: the tenant in it proves nothing.',
      mend: 'Compare the state, then ask for a token and look at its scope.',
    },
  ];
  if (read.has('error')) {
    findings.push({
      severity: 'note',
      about: 'admin_consent',
      says: 'admin_consent=True stands beside an error: it is a refusal all the same.',
    });
  }
  return findings;
}
