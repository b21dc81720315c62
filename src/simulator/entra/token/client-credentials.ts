/** An application's own token: it proves itself, and gets what an administrator agreed to (`roles`). */
import type { TokenResponse } from '#contract/entra.ts';
import { missing, type Authority, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import { isGraph } from '#simulator/entra/resources.ts';
import { readScopes } from '#simulator/entra/scopes.ts';
import { servicePrincipalId } from '#simulator/seed/service-principal-id.ts';
import { checkCredential, crossOrigin } from './caller.ts';
import { isOwn, times, type TokenWish } from './claims.ts';

/** @throws {EntraRefusal} */
export async function answerClientCredentials(
  context: EntraContext,
  authority: Authority,
  client: Registration,
  form: URLSearchParams,
  request: Request,
): Promise<Omit<TokenResponse, 'scope'>> {
  if (authority.tenantId === undefined)
    throw new EntraRefusal(
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    );
  const origin = request.headers.get('origin');
  if (origin) throw crossOrigin(origin);
  await checkCredential(context, client, form, request);
  const scope = form.get('scope');
  if (!scope) throw missing('scope');
  const [asked, ...more] = await readScopes(scope, { resources: context.resources, client });
  if (asked?.name !== '.default' || more.length > 0)
    throw new EntraRefusal(
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  const { resource, prefix } = asked;
  const lifetime = context.policies.accessTokenLifetime || 3599;
  const now = context.now();
  await context.state.remember([
    {
      id: crypto.randomUUID(),
      kind: 'access token',
      clientId: client.clientId,
      scope,
      issuedAt: now,
      endsAt: now + lifetime * 1000,
    },
  ]);
  return {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: await applicationToken(context, client, authority.tenantId, {
      resource,
      prefix,
      lifetime,
      roles: client.roles?.[resource.title] ?? [],
      proof: form.has('client_assertion') ? '2' : '1',
    }),
  };
}

/** An access token that an application got for itself: `roles` instead of `scp`, and nobody's name. */
async function applicationToken(
  context: EntraContext,
  client: Registration,
  tenantId: string,
  wish: Pick<TokenWish, 'resource' | 'prefix' | 'lifetime' | 'proof'> & {
    readonly roles: readonly string[];
  },
): Promise<string> {
  const { resource, prefix, lifetime, roles, proof } = wish;
  const oid = servicePrincipalId(client.clientId, tenantId);
  const claims = {
    ...(await times(context, lifetime, 0)),
    idp: `https://sts.windows.net/${tenantId}/`,
    oid,
    ...(roles.length > 0 ? { roles } : {}),
    sub: oid,
    tid: tenantId,
    idtyp: 'app',
  };
  if (isOwn(resource))
    return context.keys.sign({
      aud: resource.identifier.slice('api://'.length),
      iss: `${context.hosts.login}/${tenantId}/v2.0`,
      ...claims,
      azp: client.clientId,
      azpacr: proof,
      ver: '2.0',
    });
  return context.keys.sign(
    {
      aud: prefix,
      iss: `https://sts.windows.net/${tenantId}/`,
      ...claims,
      app_displayname: client.displayName,
      appid: client.clientId,
      appidacr: proof,
      ver: '1.0',
    },
    { forGraph: isGraph(resource) },
  );
}
