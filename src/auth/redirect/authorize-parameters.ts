/**
 * What a sign-in asks of Microsoft's page, from its purpose alone: a pure function, so that a screen can show the URL
 * before anything is sent. Only state, nonce and challenge are missing, which are made when it is meant.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
import type { Cloud, Resource } from '#config/clouds.ts';
import { signInScopes } from '#config/scopes.ts';
import type { Settings } from '#config/settings.ts';
import { authority } from '#auth/authority.ts';
import { claimsRequest } from '#auth/claims-request.ts';
import { isOidcScope, qualifiedScope } from '#auth/scope.ts';
import type { SignInHint } from '#auth/session.ts';
import type { ScopesOf, SignInChoices, SignInPurpose } from '#auth/vault.ts';

export interface SignInPlan {
  readonly cloud: Cloud;
  readonly settings: Settings;
  readonly redirectUri: string;
  readonly purpose: SignInPurpose;
  readonly choices: SignInChoices;
  /** Of whoever is, or was, signed in here. */
  readonly hint: Pick<SignInHint, 'loginHint' | 'tenant'> | undefined;
}

export interface PlannedSignIn {
  /** In the order in which they are sent. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly endpoint: string;
  /** What stands in the tenant's place: the code has to be redeemed at the same one (AADSTS700005). */
  readonly tenant: string;
  /** Whose token the code will be redeemed for: one resource, whatever the page was asked (AADSTS700022). */
  readonly resource: Resource;
  readonly scope: string;
  readonly claims: string;
  /** Who else gets a token as soon as the refresh token is there. */
  readonly also: readonly ScopesOf[];
}

export function planSignIn(plan: SignInPlan): PlannedSignIn {
  const { cloud, settings, purpose } = plan;
  const tenant = tenantOf(plan);
  const wanted = wantedOf(cloud, purpose);
  const [first, ...also] = wanted;
  const list = ({ resource, scopes }: ScopesOf) =>
    scopes.map((name) => qualifiedScope(cloud, resource, name));
  const isWhole = wanted.some(({ scopes }) => scopes.includes('.default'));
  // Entra refuses `.default` beside any scope that is named (AADSTS70011), so what a sign-in asks anyway stays away.
  const atSignIn = signInScopes.filter((scope) => !isWhole || isOidcScope(scope));
  const asked = new Set([...atSignIn, ...wanted.flatMap(list)]);
  const isGraph = first.resource.identifier === cloud.graph.identifier;
  const own = atSignIn.filter((scope) => isGraph || isOidcScope(scope));
  const claims = claimsRequest(purpose.kind === 'step-up' ? purpose.claims : undefined);
  return {
    endpoint: authority(cloud, tenant).authorization_endpoint,
    tenant,
    resource: first.resource,
    scope: [...new Set([...own, ...list(first)])].join(' '),
    claims,
    also,
    parameters: {
      client_id: settings.clientId,
      response_type: 'code',
      response_mode: 'fragment',
      redirect_uri: plan.redirectUri,
      scope: [...asked].join(' '),
      claims,
      ...manner(plan),
    },
  };
}

/** The URL that a plan leads to; for a look at it, words in the place of what is random. */
export function authorizeUrl(
  { endpoint, parameters }: Pick<PlannedSignIn, 'endpoint' | 'parameters'>,
  random: { readonly state: string; readonly nonce: string; readonly codeChallenge: string },
): string {
  const url = new URL(endpoint);
  const all = {
    ...parameters,
    state: random.state,
    nonce: random.nonce,
    code_challenge: random.codeChallenge,
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
  return url.href;
}

/** Whoever is a guest somewhere is asked there, and not at home. */
function tenantOf({ settings, purpose, choices, hint }: SignInPlan): string {
  if (choices.tenant !== undefined) return choices.tenant;
  const isAnew = purpose.kind === 'sign-in' || purpose.kind === 'switch-account';
  return isAnew ? settings.tenant : (hint?.tenant ?? settings.tenant);
}

function wantedOf(
  cloud: Cloud,
  purpose: SignInPurpose,
): readonly [ScopesOf, ...(readonly ScopesOf[])] {
  if (purpose.kind !== 'grant') return [{ resource: cloud.graph, scopes: [] }];
  const { resource, scopes, also = [] } = purpose;
  return [{ resource, scopes }, ...also];
}

/** `select_account` together with a hint is refused by Entra (AADSTS90005), and a domain makes the opaque hint useless. */
function manner({ purpose, choices, hint }: SignInPlan): Record<string, string> {
  const prompt = choices.prompt ?? usualPrompt(purpose);
  const isHinted =
    purpose.kind !== 'sign-in' &&
    purpose.kind !== 'switch-account' &&
    prompt !== 'select_account' &&
    choices.domainHint === undefined;
  return {
    ...(prompt ? { prompt } : {}),
    ...(choices.domainHint ? { domain_hint: choices.domainHint } : {}),
    ...(isHinted && hint?.loginHint ? { login_hint: hint.loginHint } : {}),
  };
}

function usualPrompt({ kind }: SignInPurpose): SignInChoices['prompt'] {
  if (kind === 'switch-account') return 'select_account';
  return kind === 'restore' ? 'none' : undefined;
}
