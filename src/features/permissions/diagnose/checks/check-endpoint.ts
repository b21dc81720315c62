/** What the address itself says: host, tenant, version, path. */
import {
  signInHosts,
  type Endpoint,
  type EndpointKind,
} from '#features/permissions/diagnose/read/endpoint.ts';
import { olderServiceAt } from './check-older-service.ts';
import { guid, type Finding, type Reader } from './finding.ts';

/** Azure AD B2C and External ID have a host for each tenant. */
const customers = /^[\w-]+\.(b2clogin|ciamlogin)\.(?:com|us|cn)$/;

export function checkEndpoint(endpoint: Endpoint, read: Reader): Finding[] {
  // Its rules were others; what matters is that it is no longer asked.
  const older = olderServiceAt(endpoint.host);
  if (older) return [...older];
  return [
    ...checkHost(endpoint, read.message.address ?? ''),
    ...checkTenant(endpoint, read.value('client_id')),
    ...checkVersion(endpoint),
  ];
}

function checkHost({ host }: Endpoint, address: string): Finding[] {
  const findings: Finding[] = [];
  if (address.startsWith('http:')) {
    findings.push({
      severity: 'wrong',
      about: 'address',
      says: 'The sign-in is asked over http.',
      mend: 'Use https.',
    });
  }
  const ofCustomers = customers.exec(host)?.[1];
  if (ofCustomers !== undefined) {
    findings.push({
      severity: 'good',
      about: 'host',
      says: `The host is that of ${ofCustomers === 'b2clogin' ? 'Azure AD B2C' : 'External ID'}: accounts of customers, which are in no other tenant.`,
    });
  } else if (isOwnServer(host, address)) {
    findings.push({
      severity: 'note',
      about: 'host',
      says: `${host} is an AD FS of an organisation, no host of Microsoft’s: it has rules of its own, and these are Entra’s.`,
    });
  } else if (!Object.hasOwn(signInHosts, host)) {
    findings.push({
      severity: host.endsWith('.invalid') ? 'note' : 'risky',
      about: 'host',
      says: `${host} is none of Microsoft’s sign-in hosts.`,
      mend: 'Compare it letter by letter; a look-alike would get the code or the password.',
    });
  } else if (host !== 'login.microsoftonline.com' && signInHosts[host] === 'the global cloud') {
    findings.push({
      severity: 'old',
      about: 'host',
      says: `${host} is an older name of the global cloud.`,
      mend: 'Use login.microsoftonline.com.',
    });
  } else {
    findings.push({
      severity: 'good',
      about: 'host',
      says: `The host is that of ${signInHosts[host]}.`,
    });
  }
  return findings;
}

function isOwnServer(host: string, address: string): boolean {
  return !Object.hasOwn(signInHosts, host) && /^https?:\/\/[^/]+\/adfs\//i.test(address);
}

function checkTenant({ tenant, kind }: Endpoint, clientId: string | undefined): Finding[] {
  const about = 'tenant';
  if (tenant === undefined || tenant === '' || tenant.toLowerCase() === 'adfs') return [];
  const isApp =
    (clientId !== undefined && tenant.toLowerCase() === clientId.toLowerCase()) ||
    /^(app|client)[_-]?id$/i.test(tenant);
  if (isApp) {
    return [
      {
        severity: 'wrong',
        about,
        says: 'The app’s own id stands where the tenant belongs.',
        mend: 'Put the tenant’s id or domain there, or common, organizations or consumers.',
        number: 90002,
      },
    ];
  }
  if (kind === 'admin-consent' && tenant === 'common') {
    return [
      {
        severity: 'wrong',
        about,
        says: 'Administrator consent is given for one tenant, so “common” does not do.',
        mend: 'Use the tenant’s id or domain, or organizations.',
      },
    ];
  }
  const known: Record<string, string> = {
    common: 'work, school and personal accounts of any tenant',
    organizations: 'work and school accounts of any tenant',
    consumers: 'personal accounts only',
  };
  const meaning = known[tenant.toLowerCase()];
  if (meaning) return [{ severity: 'note', about, says: `${tenant}: ${meaning}.` }];
  if (guid.test(tenant) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(tenant)) {
    return [{ severity: 'good', about, says: 'One tenant: its members and guests.' }];
  }
  return [
    {
      severity: /tenant|^%s$/i.test(tenant) ? 'note' : 'wrong',
      about,
      says: `“${tenant}” is neither a domain, a GUID nor one of the three names.`,
      mend: 'Put the tenant’s id or domain there, or common, organizations or consumers.',
      number: 900023,
    },
  ];
}

/** What the first version does otherwise. */
const differences: Partial<Record<EndpointKind, string>> = {
  authorize: ', which knows resource= in place of scope=',
  token: ', which knows resource= in place of scope=',
  'device-code': ', which knows resource= in place of scope=',
  'admin-consent':
    ', which knows no scope=: an administrator agrees to everything that is registered. That of v2.0 needs scope=, redirect_uri= and state=',
};

function checkVersion({ version, kind }: Endpoint): Finding[] {
  const right: Partial<Record<EndpointKind, string>> = {
    authorize: '/{tenant}/oauth2/v2.0/authorize',
    token: '/{tenant}/oauth2/v2.0/token',
    'admin-consent': '/{tenant}/v2.0/adminconsent',
    'sign-out': '/{tenant}/oauth2/v2.0/logout',
  };
  const mend = `The v2.0 path is ${right[kind] ?? '/{tenant}/oauth2/v2.0/…'}.`;
  switch (version) {
    case 'v2.0':
      return [{ severity: 'good', about: 'path', says: 'The endpoint is v2.0.' }];
    case 'v1.0':
      return [
        {
          severity: 'old',
          about: 'path',
          says: `This is the first version of the endpoint${differences[kind] ?? ''}.`,
          mend,
        },
      ];
    case undefined:
      return kind === 'callback' || kind === 'saml' || kind === 'older-service'
        ? []
        : [{ severity: 'wrong', about: 'path', says: 'Entra has no endpoint of that path.', mend }];
  }
}
