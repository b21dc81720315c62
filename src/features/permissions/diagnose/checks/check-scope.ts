/** The `scope` parameter, and the `resource` parameter that it replaced. */
import type { Finding, Reader } from './finding.ts';

const identity = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Everything before the last slash; empty for Graph's short names. */
export function resourceOfScope(scope: string): string {
  const slash = scope.lastIndexOf('/');
  return slash < 0 ? '' : scope.slice(0, slash);
}

/** What `scope` has to say on v2.0 for a `resource` of the first version: the resource's own slash is kept. */
export function defaultScopeOf(resource: string): string {
  return `${resource}/.default`;
}

export function checkScope(read: Reader, leg: 'authorize' | 'token' | 'admin-consent'): Finding[] {
  return [
    ...checkResource(read),
    ...checkPresence(read, leg),
    ...read.scopes().flatMap(checkSpelling),
    ...checkMixture(read.scopes(), leg),
  ];
}

function checkResource(read: Reader): Finding[] {
  const resource = read.get('resource');
  if (!resource) return [];
  return [
    {
      severity: 'old',
      about: 'resource',
      says: 'resource= belongs to the first version; the v2.0 endpoint refuses it.',
      mend: `Ask for scope=${defaultScopeOf(resource.value)}, or for named scopes of that resource.`,
      number: 901002,
    },
  ];
}

function checkPresence(read: Reader, leg: 'authorize' | 'token' | 'admin-consent'): Finding[] {
  if (read.has('scope') || leg === 'token') return [];
  return [
    {
      severity: 'wrong',
      about: 'scope',
      says: 'There is no scope. The v2.0 endpoint wants to know what is asked for.',
      mend: 'For example scope=openid profile offline_access User.Read.',
      number: 900144,
    },
  ];
}

function checkSpelling(scope: string): Finding[] {
  const about = 'scope';
  if (/%[0-9a-f]{2}/i.test(scope) || /[,;"]/.test(scope)) {
    return [
      {
        severity: 'wrong',
        about,
        says: `“${scope}” is encoded twice, or scopes are not divided by spaces.`,
        mend: 'Divide scopes by single spaces and encode the whole once.',
        number: 70011,
      },
    ];
  }
  // `%20F` was printed for a space and a slash that is none: two scopes ran together.
  if (/^f(mail|user|contacts|calendars|files)\./i.test(scope)) {
    return [
      {
        severity: 'wrong',
        about,
        says: `“${scope}” begins with a stray F, the rest of a %2F.`,
        mend: `Write ${scope.slice(1)}.`,
        number: 650053,
      },
    ];
  }
  if (/^(api|https?):\/\/.*\/default$/i.test(scope) || scope.toLowerCase() === 'default') {
    return [
      {
        severity: 'wrong',
        about,
        says: `“${scope}” lacks the dot: a scope named “default” is asked for, which nobody defines.`,
        mend: 'Write …/.default.',
        number: 650053,
      },
    ];
  }
  if (/^https:\/\/[^/]+\/\.default$/i.test(scope) && needsDoubleSlash(scope)) {
    return [
      {
        severity: 'wrong',
        about,
        says: 'This resource’s identifier ends in a slash, so two have to stand before .default.',
        mend: `Write ${scope.replace('/.default', '//.default')}.`,
        number: 500011,
      },
    ];
  }
  return [];
}

/** Exchange, SharePoint and Discovery are named with their slash. */
function needsDoubleSlash(scope: string): boolean {
  return /^https:\/\/(outlook\.office(365)?\.com|[\w-]+\.sharepoint\.com|api\.office\.com\/discovery)\/\.default$/i.test(
    scope,
  );
}

function checkMixture(
  scopes: readonly string[],
  leg: 'authorize' | 'token' | 'admin-consent',
): Finding[] {
  const named = scopes.filter((scope) => !identity.has(scope.toLowerCase()));
  const resources = [...new Set(named.map((scope) => resourceName(resourceOfScope(scope))))];
  const findings: Finding[] = [];
  if (
    named.some((scope) => scope.endsWith('/.default') || scope === '.default') &&
    named.length > 1
  ) {
    findings.push({
      severity: 'wrong',
      about: 'scope',
      says: '.default stands beside other scopes. It means everything that is registered, and cannot be mixed.',
      mend: 'Ask for .default alone, or for names.',
      number: 70011,
    });
  }
  if (resources.length > 1) {
    findings.push(
      leg === 'token'
        ? {
            severity: 'wrong',
            about: 'scope',
            says: `The scopes belong to ${resources.length} resources, and a token is for one: what comes back is for the first, if anything comes.`,
            mend: 'Send one token request for each resource, with the same refresh token.',
            number: 700022,
          }
        : {
            severity: 'note',
            about: 'scope',
            says: `The scopes belong to ${resources.length} resources. That is allowed here, and agreed to on one page; each resource then gets a token request of its own.`,
          },
    );
  }
  if (leg === 'authorize' && scopes.length > 0 && !scopes.includes('offline_access')) {
    findings.push({
      severity: 'note',
      about: 'scope',
      says: 'Without offline_access there is no refresh token, and so no second resource and no renewal.',
    });
  }
  if (leg === 'authorize' && scopes.length > 0 && !scopes.includes('openid')) {
    findings.push({
      severity: 'note',
      about: 'scope',
      says: 'Without openid there is no id token, so the app learns nothing reliable of who signed in.',
    });
  }
  return findings;
}

function resourceName(resource: string): string {
  const plain = resource.replace(/\/+$/, '').toLowerCase();
  return plain === '' || plain === '00000003-0000-0000-c000-000000000000'
    ? 'https://graph.microsoft.com'
    : plain;
}
