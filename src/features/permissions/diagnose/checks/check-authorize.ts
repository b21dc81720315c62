/** The request to the authorization endpoint (RFC 6749 section 4.1.1, RFC 7636 section 4.3, OpenID Connect Core 3.1.2.1). */
import { checkClient, checkRedirect } from './check-client.ts';
import { checkScope } from './check-scope.ts';
import type { Finding, Reader } from './finding.ts';

/** Characters that reach every server on the way in one piece. */
const safeLength = 2_000;

export function checkAuthorize(read: Reader): Finding[] {
  return [
    ...checkClient(read),
    ...checkRedirect(read),
    ...checkResponse(read),
    ...checkScope(read, 'authorize'),
    ...checkBinding(read),
    ...checkPkce(read),
    ...checkPrompt(read),
    ...checkLeaks(read),
    ...checkLength(read),
  ];
}

function checkResponse(read: Reader): Finding[] {
  const type = read.value('response_type');
  const mode = read.value('response_mode');
  const findings: Finding[] = [];
  if (!type) {
    findings.push({
      severity: 'wrong',
      about: 'response_type',
      says: 'There is no response_type.',
      mend: 'Send code.',
      number: 900144,
    });
  } else if (type !== 'code') {
    findings.push({
      severity: 'risky',
      about: 'response_type',
      says: `${type} brings a token through the browser (the implicit or the hybrid flow), where it can be read by others.`,
      mend: 'Use code with PKCE.',
      number: 700054,
    });
  }
  // With a token in it the answer comes in the fragment of itself.
  const isCode = type === undefined || type === 'code';
  if (mode === undefined && isCode) {
    findings.push({
      severity: 'note',
      about: 'response_mode',
      says: 'Without it the answer comes in the query, where the host’s logs and the Referer header may see the code.',
      mend: 'A page uses fragment.',
    });
  } else if (mode !== undefined && !['query', 'fragment', 'form_post'].includes(mode)) {
    findings.push({
      severity: 'wrong',
      about: 'response_mode',
      says: `${mode} is no response mode.`,
      mend: 'query, fragment or form_post.',
      number: 70007,
    });
  } else if (mode === 'form_post') {
    findings.push({
      severity: 'note',
      about: 'response_mode',
      says: 'form_post needs a server to receive it; a single-page application has none.',
    });
  }
  return findings;
}

function checkBinding(read: Reader): Finding[] {
  const findings: Finding[] = [];
  const state = read.get('state');
  if (!state || state.length === 0) {
    findings.push({
      severity: 'risky',
      about: 'state',
      says: 'There is no state, so an answer that somebody else began would be taken (cross-site request forgery).',
      mend: 'Send 32 random bytes and compare them on the way back.',
    });
  } else if (!state.isPlaceholder && state.length < 16) {
    findings.push({
      severity: 'risky',
      about: 'state',
      says: `A state of ${state.length} characters can be guessed.`,
      mend: 'Send 32 random bytes.',
    });
  }
  if (read.scopes().includes('openid') && !read.has('nonce')) {
    findings.push({
      severity: 'risky',
      about: 'nonce',
      says: 'There is no nonce, so an id token of another sign-in would be taken.',
      mend: 'Send 32 random bytes and compare them with the id token’s claim.',
    });
  }
  return findings;
}

function checkPkce(read: Reader): Finding[] {
  const challenge = read.get('code_challenge');
  const method = read.value('code_challenge_method');
  const about = 'code_challenge';
  const type = read.value('response_type');
  // Without a code there is nothing that it could bind.
  if (!challenge && type !== undefined && !type.split(/\s+/).includes('code')) return [];
  if (!challenge || challenge.length === 0) {
    return [
      {
        severity: 'wrong',
        about,
        says: 'There is no PKCE challenge, which a single-page application has to send.',
        mend: 'Send the S256 hash of a fresh verifier.',
        number: 9002325,
      },
    ];
  }
  if (challenge.isPlaceholder) return [];
  if (method !== 'S256') {
    return [
      {
        severity: method === 'plain' || method === undefined ? 'risky' : 'wrong',
        about: 'code_challenge_method',
        says: 'Without S256 the challenge is the verifier itself, for everybody to read.',
        mend: 'Send code_challenge_method=S256.',
      },
    ];
  }
  return challenge.length === 43 && challenge.isUnreserved
    ? [{ severity: 'good', about, says: 'PKCE with S256, 43 characters.' }]
    : [
        {
          severity: 'wrong',
          about,
          says: `An S256 challenge is 43 characters of base64url; this has ${challenge.length}.`,
          number: 501491,
        },
      ];
}

const prompts = ['login', 'none', 'consent', 'select_account', 'create'];

function checkPrompt(read: Reader): Finding[] {
  const prompt = read.value('prompt');
  const about = 'prompt';
  if (prompt === undefined) return [];
  if (prompt === 'admin_consent') {
    return [
      {
        severity: 'old',
        about,
        says: 'prompt=admin_consent belongs to the first version.',
        mend: 'Send an administrator to /{tenant}/v2.0/adminconsent.',
      },
    ];
  }
  if (!prompts.includes(prompt)) {
    return [
      {
        severity: 'wrong',
        about,
        says: `${prompt} is no prompt.`,
        mend: `One of ${prompts.join(', ')}.`,
      },
    ];
  }
  if (prompt === 'select_account' && read.has('login_hint')) {
    return [
      {
        severity: 'wrong',
        about,
        says: 'An account is named and a choice is wanted.',
        mend: 'Send login_hint or prompt=select_account.',
        number: 90005,
      },
    ];
  }
  if (prompt === 'none' && !read.has('login_hint') && !read.has('sid')) {
    return [
      {
        severity: 'note',
        about,
        says: 'Without a login_hint it fails as soon as two accounts are signed in.',
      },
    ];
  }
  return [];
}

function checkLeaks(read: Reader): Finding[] {
  return read.message.parameters
    .filter(({ place, isSecret, name }) => place === 'query' && isSecret && name !== 'code')
    .map(({ name }) => ({
      severity: 'wrong' as const,
      about: name,
      says: `${name} stands in an address, where histories and logs keep it.`,
      mend:
        name === 'id_token_hint'
          ? 'Use logout_hint or login_hint.'
          : 'Take it out, and treat it as known to others.',
    }));
}

function checkLength(read: Reader): Finding[] {
  const { addressLength } = read.message;
  return addressLength > safeLength
    ? [
        {
          severity: 'risky',
          about: 'address',
          says: `The address has ${addressLength} characters; somewhere above ${safeLength} servers begin to refuse.`,
          mend: 'Ask for fewer scopes at once.',
          number: 90015,
        },
      ]
    : [];
}
