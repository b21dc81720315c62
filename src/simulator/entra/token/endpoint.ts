/** The token endpoint: redeems codes and refresh tokens, one resource per request, and proves applications. */
import { isUnassigned } from '#simulator/entra/authorize/proceed.ts';
import {
  checkAudience,
  checkNoResource,
  findAuthority,
  findClient,
  missing,
  personOf,
  type Authority,
  type EntraContext,
} from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { jsonResponse, type Trace } from '#simulator/entra/refusal-answer.ts';
import type { Registration } from '#simulator/entra/registrations.ts';
import { toBase64Url } from '#simulator/entra/seal.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { basicClient, checkCaller } from './caller.ts';
import { issueTokens } from './issue-tokens.ts';
import { redeemCode } from './redeem-code.ts';
import { redeemRefreshToken } from './redeem-refresh-token.ts';
import type { Redeemed } from './redeemed.ts';

/**
 * @param version `v1` is the endpoint without `v2.0`: it is told a resource instead of scopes, and answers in its own form
 * @throws {EntraRefusal}
 */
export async function answerTokenRequest(
  context: EntraContext,
  segment: string,
  request: Request,
  trace: Trace,
  version: 'v1' | 'v2' = 'v2',
): Promise<Response> {
  const authority = findAuthority(segment);
  const sent = await readForm(request);
  // Hardly anybody asks there, so what it needs is loaded by whoever does.
  const older =
    version === 'v1' ? await import('#simulator/entra/older/older-tokens.ts') : undefined;
  const form = older ? older.formOfToday(sent) : sent;
  const client = findClient(context, form.get('client_id') ?? basicClient(request), authority);
  const grantType = form.get('grant_type');
  if (!grantType) throw missing('grant_type');
  checkNoResource(form);
  if (grantType === 'client_credentials') {
    const { answerClientCredentials } = await import('./client-credentials.ts');
    const answer = await answerClientCredentials(context, authority, client, form, request);
    const scope = form.get('scope') ?? '';
    return jsonResponse(older?.olderAnswer(answer, context.now(), scope) ?? answer, trace);
  }
  const isOnBehalf = grantType === 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  if (!isOnBehalf && !['authorization_code', 'refresh_token'].includes(grantType))
    throw new EntraRefusal(70003, `The app requested an unsupported grant type '${grantType}'.`);
  checkAudience(client, authority);
  const redeemed = isOnBehalf
    ? await (
        await import('./on-behalf-of.ts')
      ).redeemAssertion(context, client, form, () =>
        checkCaller(context, client, 'web', form, request),
      )
    : grantType === 'authorization_code'
      ? await redeemCode(context, client, segment, form, (platform) =>
          checkCaller(context, client, platform, form, request),
        )
      : await redeemRefreshToken(context, client, form, (platform) =>
          checkCaller(context, client, platform, form, request),
        );
  if (grantType === 'refresh_token') await refuseLoop(context, form);
  const person = checkPerson(context, authority, client, redeemed);
  const answer = await issueTokens(context, client, person, redeemed, form, older?.olderClaims);
  return jsonResponse(older?.olderAnswer(answer, context.now(), redeemed.scope) ?? answer, trace);
}

async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) throw missing('grant_type');
  return new URLSearchParams(await request.text());
}

const loopLimit = 15;
const loopWindow = 5 * 60_000;

/** @throws {EntraRefusal} 50196: the same request again and again, which no client needs that keeps what it gets */
async function refuseLoop(context: EntraContext, form: URLSearchParams): Promise<void> {
  const text = new TextEncoder().encode(form.toString());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const count = await context.state.countEqual(toBase64Url(digest), context.now(), loopWindow);
  if (count > loopLimit)
    throw new EntraRefusal(
      50196,
      `The server terminated an operation because it encountered a client request loop. Please contact your app vendor.`,
    );
}

/** @throws {EntraRefusal} 50020, 50034, 50057, 50055 or 50105: the person, since they signed in */
function checkPerson(
  context: EntraContext,
  authority: Authority,
  client: Registration,
  { grant }: Redeemed,
): Person {
  const person = personOf(context, authority, grant.oid);
  if (!person)
    throw new EntraRefusal(
      50020,
      `User account from identity provider does not exist in tenant '${authority.segment}' and cannot access the application '${client.clientId}' in that tenant.`,
      { error: 'invalid_grant' },
    );
  if (person.difficulty === 'deleted')
    throw new EntraRefusal(
      50034,
      `The user account '${person.userPrincipalName}' does not exist in the ${authority.segment} directory. To sign into this application, the account must be added to the directory.`,
    );
  if (person.difficulty === 'disabled')
    throw new EntraRefusal(50057, 'The user account is disabled.');
  if (person.difficulty === 'password-expired')
    throw new EntraRefusal(50055, 'The password is expired.');
  if (isUnassigned(client, person))
    throw new EntraRefusal(
      50105,
      `The signed in user '${person.userPrincipalName}' is not assigned to a role for the application '${client.clientId}'(${client.displayName}).`,
    );
  return person;
}
