/** What Entra itself says of a token's person at `/openid/userinfo`, before that was left to Graph. */
import type { pairwise } from '#simulator/entra/token/claims.ts';
import type { EntraContext } from '#simulator/entra/directory.ts';
import { jsonResponse, type Trace } from '#simulator/entra/refusal-answer.ts';

/** @param subjectOf gives the `sub` of the id_token, with which a client compares this one */
export async function olderUserInfo(
  context: EntraContext,
  request: Request,
  trace: Trace,
  subjectOf: typeof pairwise,
): Promise<Response> {
  const [, token = ''] = /^bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const claims = await context.keys.verified(token);
  const person = context.people.find(({ oid }) => oid === claims?.['oid']);
  if (!claims || !person || context.now() >= Number(claims['exp']) * 1000)
    return new Response(null, {
      status: 401,
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    });
  const kept = ['amr', 'family_name', 'given_name', 'name', 'oid', 'tid', 'unique_name', 'upn'];
  return jsonResponse(
    {
      sub: await subjectOf(String(claims['appid'] ?? claims['azp']), person),
      ...Object.fromEntries(kept.map((name) => [name, claims[name]])),
      ver: '1.0',
    },
    trace,
  );
}
