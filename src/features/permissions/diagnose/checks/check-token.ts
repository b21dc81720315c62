/** The request to the token endpoint (RFC 6749 sections 4.1.3, 4.4.2 and 6, RFC 7636 section 4.5, RFC 7523). */
import { checkClient, checkRedirect, sendsBasic } from './check-client.ts';
import { checkScope } from './check-scope.ts';
import type { Finding, Reader } from './finding.ts';

export function checkToken(read: Reader): Finding[] {
  const grant = read.value('grant_type');
  return [
    ...checkForm(read),
    ...checkClient(read),
    ...checkGrant(read, grant),
    ...checkScope(read, 'token'),
    ...checkSecrets(read, grant),
  ];
}

function checkForm({ message }: Reader): Finding[] {
  const { method, bodyType, parameters } = message;
  const findings: Finding[] = [];
  if (method !== undefined && method !== 'POST') {
    findings.push({
      severity: 'wrong',
      about: 'method',
      says: `The token endpoint takes POST, not ${method}.`,
      number: 900561,
    });
  }
  if (bodyType === 'multipart' || bodyType === 'json') {
    findings.push({
      severity: 'wrong',
      about: 'body',
      says: `The body is ${bodyType === 'json' ? 'JSON' : 'multipart/form-data'}; OAuth wants a form (RFC 6749, appendix B).`,
      mend: 'Send Content-Type: application/x-www-form-urlencoded.',
      number: 900144,
    });
  }
  const inQuery = parameters.filter(({ place, isSecret }) => place === 'query' && isSecret);
  for (const { name } of inQuery) {
    findings.push({
      severity: 'wrong',
      about: name,
      says: `${name} stands in the address, where logs keep it.`,
      mend: 'Send it in the body.',
    });
  }
  return findings;
}

function checkGrant(read: Reader, grant: string | undefined): Finding[] {
  const about = 'grant_type';
  switch (grant) {
    case undefined:
      return [{ severity: 'wrong', about, says: 'There is no grant_type.', number: 900144 }];
    case 'authorization_code':
      return checkCode(read);
    case 'refresh_token':
      return checkRefresh(read);
    case 'client_credentials':
      return checkClientCredentials(read);
    case 'password':
      return [
        {
          severity: 'risky',
          about,
          says: 'The password grant shows the password to the app, and knows no second factor.',
          mend: 'Use authorization_code with PKCE.',
        },
      ];
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return [
        {
          severity: 'note',
          about,
          says: 'The on-behalf-of flow is for an API with a secret of its own, not for a page.',
        },
      ];
    case 'device_code':
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return [
        {
          severity: 'note',
          about,
          says: 'The flow for devices without a browser: the person enters a code elsewhere. A page signs in itself, and whoever is sent such a code by somebody else must not enter it.',
        },
      ];
    default:
      return [{ severity: 'wrong', about, says: `${grant} is not supported here.`, number: 70003 }];
  }
}

function checkCode(read: Reader): Finding[] {
  const findings = checkRedirect(read);
  if (!read.has('code')) {
    findings.push({ severity: 'wrong', about: 'code', says: 'There is no code.', number: 900144 });
  }
  const verifier = read.get('code_verifier');
  if (!verifier || verifier.length === 0) {
    findings.push(
      read.has('client_secret') || read.has('client_assertion')
        ? {
            severity: 'risky',
            about: 'code_verifier',
            says: 'There is no PKCE verifier; it protects apps with a secret too.',
            mend: 'Use PKCE.',
          }
        : {
            severity: 'wrong',
            about: 'code_verifier',
            says: 'There is no PKCE verifier, which a single-page application has to send.',
            mend: 'Send the verifier whose hash was the challenge.',
            number: 9002325,
          },
    );
  } else if (
    !verifier.isPlaceholder &&
    (verifier.length < 43 || verifier.length > 128 || !verifier.isUnreserved)
  ) {
    findings.push({
      severity: 'wrong',
      about: 'code_verifier',
      says: `A verifier has 43 to 128 characters of A–Z, a–z, 0–9 and -._~; this has ${verifier.length}.`,
      number: 501491,
    });
  }
  return findings;
}

function checkRefresh(read: Reader): Finding[] {
  if (!read.has('refresh_token')) {
    return [
      {
        severity: 'wrong',
        about: 'refresh_token',
        says: 'There is no refresh token.',
        mend: read.has('code')
          ? 'The first exchange of a code is grant_type=authorization_code.'
          : 'Send it.',
        number: 900144,
      },
    ];
  }
  const findings: Finding[] = [];
  if (read.has('code')) {
    findings.push({
      severity: 'wrong',
      about: 'grant_type',
      says: 'A code is redeemed with grant_type=authorization_code.',
    });
  }
  if (read.has('redirect_uri')) {
    findings.push({
      severity: 'note',
      about: 'redirect_uri',
      says: 'A renewal needs no redirect_uri. If this was meant to be the first exchange, its grant_type is authorization_code, with the code.',
    });
  }
  if (!read.has('scope') && !read.has('resource')) {
    findings.push({
      severity: 'note',
      about: 'scope',
      says: 'Without scope the token is for the resource of the sign-in.',
    });
  }
  return findings;
}

function checkClientCredentials(read: Reader): Finding[] {
  const findings: Finding[] = [];
  const scopes = read.scopes();
  if (!read.has('resource') && !(scopes.length === 1 && scopes[0]?.endsWith('/.default'))) {
    findings.push({
      severity: 'wrong',
      about: 'scope',
      says: 'An app without a person asks for {resource}/.default, and for nothing else.',
      number: 70011,
    });
  }
  const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  if (read.has('client_assertion') && read.value('client_assertion_type') !== jwtBearer) {
    findings.push({
      severity: 'wrong',
      about: 'client_assertion_type',
      says: 'The type of the assertion is missing or wrong.',
      mend: `Send ${jwtBearer}.`,
    });
  }
  if (!read.has('client_assertion') && !read.has('client_secret') && !sendsBasic(read)) {
    findings.push({
      severity: 'wrong',
      about: 'client_assertion',
      says: 'Nothing proves which app this is.',
      mend: 'Send an assertion signed with a registered certificate, or a secret.',
      number: 7000218,
    });
  }
  findings.push({
    severity: 'note',
    about: 'grant_type',
    says: 'Entra refuses this from a page: it is for servers, whose secret nobody can read.',
  });
  return findings;
}

function checkSecrets(read: Reader, grant: string | undefined): Finding[] {
  if (grant === 'client_credentials' || !read.has('client_secret')) return [];
  return [
    {
      severity: 'risky',
      about: 'client_secret',
      says: 'A secret in a page is no secret, and Entra refuses one from a single-page application.',
      mend: 'Leave it out and use PKCE. Only a server may send one.',
      number: 700025,
    },
  ];
}
