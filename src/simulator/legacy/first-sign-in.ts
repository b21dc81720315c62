/** The page of the Discovery service that asked which account a person has, and sent the app where such accounts sign in. */
import type { TenantContext } from '#simulator/tenant-context.ts';
import { escapeXml } from './discovery-query.ts';

const capabilities = ['MyFiles', 'RootSite', 'Mail', 'Calendar', 'Contacts', 'Directory', 'Notes'];

export function firstSignIn(context: TenantContext, address: string): Response {
  const url = new URL(address);
  const redirect = URL.parse(url.searchParams.get('redirect_uri') ?? '');
  if (!redirect || !/^https?:$/.test(redirect.protocol))
    return html('<p>The parameter redirect_uri is missing or no address.</p>', 400);
  const mail = url.searchParams.get('user_email');
  if (!mail) return html(question(url.searchParams));
  for (const [name, value] of answers(context, url, mail)) redirect.searchParams.set(name, value);
  return new Response(null, { status: 302, headers: { location: redirect.href } });
}

function answers(context: TenantContext, url: URL, mail: string): readonly [string, string][] {
  const { login, discovery } = context.hosts;
  const domain = mail.slice(mail.indexOf('@') + 1).toLowerCase();
  const isWork = context.people.some((person) =>
    person.userPrincipalName.toLowerCase().endsWith(`@${domain}`),
  );
  const asked = (url.searchParams.get('scope') ?? '').split(' ').filter(Boolean);
  const known = (scope: string) => capabilities.includes(scope.split('.')[0] ?? '');
  return [
    ['user_email', mail],
    ['account_type', isWork ? '2' : '1'],
    ['authorization_service', `${login}/common/oauth2/authorize`],
    ['token_service', `${login}/common/oauth2/token`],
    ['scope', asked.filter(known).join(' ')],
    ['unsupported_scope', asked.filter((scope) => !known(scope)).join(' ')],
    ['discovery_service', `${discovery}/discovery/v1.0/me/`],
    ['discovery_resource', `${discovery}/discovery/`],
  ];
}

function question(parameters: URLSearchParams): string {
  const hidden = [...parameters].map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeXml(name)}" value="${escapeXml(value)}">`,
  );
  return `<h1>Which account do you use?</h1><form method="get"><label>Work, school or Microsoft account <input type="email" name="user_email" required></label>${hidden.join('')}<button>Continue</button></form>`;
}

function html(body: string, status = 200): Response {
  return new Response(`<!doctype html><html lang="en"><title>Sign in</title>${body}</html>`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; form-action *",
      'referrer-policy': 'no-referrer',
    },
  });
}
