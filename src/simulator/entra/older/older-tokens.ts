/**
 * The answers of the token endpoint without `v2.0`: a resource instead of scopes in the request, figures as text in the
 * answer, and an id_token of the older form with every sign-in.
 */
import type { TokenResponse } from '#contract/entra.ts';
import { missing, signInName } from '#simulator/entra/directory.ts';
import { graphAppId } from '#simulator/entra/resources.ts';
import type { Person } from '#simulator/tenant-context.ts';

/**
 * The form as today's endpoint would be sent it. A resource is part of every older request of an application by itself.
 * @throws {EntraRefusal} 900144
 */
export function formOfToday(form: URLSearchParams): URLSearchParams {
  const today = new URLSearchParams(form);
  const resource = form.get('resource');
  const isApplication = form.get('grant_type') === 'client_credentials';
  today.delete('resource');
  // The older endpoint knows of `openid` alone, which goes without saying here.
  today.delete('scope');
  if (resource) today.set('scope', `${isApplication ? '' : 'openid profile '}${resource}/.default`);
  else if (isApplication) throw missing('resource');
  return today;
}

type Answer = Omit<TokenResponse, 'scope'> & { readonly scope?: string };

/**
 * @param now milliseconds
 * @param asked the scopes of today that the request stood for: their resource is named in the answer
 */
export function olderAnswer(answer: Answer, now: number, asked: string): object {
  const { expires_in: lifetime, ext_expires_in: _, refresh_in: __, scope, ...rest } = answer;
  const from = Math.floor(now / 1000);
  return {
    ...rest,
    ...(scope === undefined ? {} : { scope: shortNames(scope) }),
    expires_in: String(lifetime),
    ext_expires_in: String(lifetime),
    expires_on: String(from + lifetime),
    // Dated back, as the token itself is.
    not_before: String(from - 300),
    resource: resourceOf(asked),
  };
}

/** The resource that is named first; scopes by short names are Graph's. */
function resourceOf(scope: string): string {
  const named = scope.split(' ').find((part) => part.includes('/'));
  return named?.slice(0, named.lastIndexOf('/')) ?? graphAppId;
}

function shortNames(scope: string): string {
  const names = scope.split(' ').map((part) => part.slice(part.lastIndexOf('/') + 1));
  return names.filter((name) => name !== '.default').join(' ');
}

/** Who signed in, in the claims that came before `preferred_username`. */
export function olderClaims(claims: Readonly<Record<string, unknown>>, person: Person): object {
  const { preferred_username: _, ...rest } = claims;
  return {
    ...rest,
    iss: `https://sts.windows.net/${person.tenantId}/`,
    amr: ['pwd'],
    family_name: person.surname,
    given_name: person.givenName,
    unique_name: signInName(person),
    upn: person.userPrincipalName,
    ver: '1.0',
  };
}
