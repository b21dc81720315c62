/** Who asks, and where the answer goes: the same in every leg (RFC 6749 sections 2.2 and 3.1.2). */
import { guid, type Finding, type Reader } from './finding.ts';

export function checkClient(read: Reader): Finding[] {
  const client = read.get('client_id');
  const about = 'client_id';
  if (!client || client.length === 0) {
    if (sendsBasic(read)) {
      const says =
        'Id and secret come in the Authorization header (HTTP Basic), as a server sends them.';
      return [{ severity: 'note', about: 'Authorization', says }];
    }
    return [
      {
        severity: 'wrong',
        about,
        says: 'There is no client_id.',
        mend: 'Send the Application (client) ID.',
        number: 900144,
      },
    ];
  }
  if (client.isPlaceholder) return [];
  return guid.test(client.value)
    ? [{ severity: 'good', about, says: 'The client id has the form of one.' }]
    : [
        {
          severity: 'wrong',
          about,
          says: 'The client id is no GUID.',
          mend: 'Send the Application (client) ID from the app’s Overview.',
          number: 700016,
        },
      ];
}

/** A token request has no other use for the header (RFC 6749 section 2.3.1). */
export function sendsBasic(read: Reader): boolean {
  return read.message.parameters.some(
    ({ name, place }) => place === 'header' && /^authorization$/i.test(name),
  );
}

export function checkRedirect(read: Reader): Finding[] {
  const redirect = read.get('redirect_uri');
  const about = 'redirect_uri';
  if (!redirect || redirect.length === 0) {
    return [
      {
        severity: 'risky',
        about,
        says: 'There is no redirect_uri: Entra chooses one of those registered.',
        mend: 'Send the one that is meant.',
      },
    ];
  }
  if (redirect.isPlaceholder) return [];
  const url = URL.parse(redirect.value);
  if (!url)
    return [
      { severity: 'wrong', about, says: 'The redirect URI is no absolute address.', number: 50011 },
    ];
  const findings: Finding[] = [];
  const isLocal = ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url.protocol === 'http:' && !isLocal) {
    findings.push({
      severity: 'wrong',
      about,
      says: 'The code would travel over http.',
      mend: 'Use https; http is for localhost only.',
      number: 50011,
    });
  }
  if (redirect.value.includes('#')) {
    findings.push({
      severity: 'wrong',
      about,
      says: 'A redirect URI may have no fragment.',
      number: 50011,
    });
  }
  if (url.pathname === '/' && !redirect.value.endsWith('/')) {
    findings.push({
      severity: 'note',
      about,
      says: 'Without a path Entra adds a slash to it on the way back; the comparison is exact.',
    });
  }
  if (redirect.value !== redirect.value.trim() || /\s/.test(redirect.value)) {
    findings.push({
      severity: 'wrong',
      about,
      says: 'There is a space in the redirect URI.',
      number: 50011,
    });
  }
  return findings;
}
