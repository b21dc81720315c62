/** What is done to people: sessions called back, passwords, difficulties, licences, approvals, grants. */
import type { Router } from '#simulator/router/router.ts';
import { asConsents } from '#simulator/entra/asked-consents.ts';
import { signInAtBrowser } from '#simulator/entra/authorize/sign-in.ts';
import { accountOf, signInName, type EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { readScopes } from '#simulator/entra/scopes.ts';
import type { Consents } from '#simulator/entra/state-rows.ts';
import { steer } from '#simulator/steering.ts';
import type { Difficulty, Person } from '#simulator/tenant-context.ts';
import { checkDifficulty } from './checked-wishes.ts';
import { BadCall, type Steered } from './steered.ts';

export function addPeopleCalls(routes: Router, { store, entra }: Steered): void {
  const revoke = async (person: Person, refreshTokens: boolean) =>
    entra.state.revoke(accountOf(person), entra.now(), { refreshTokens });
  routes.post('/control/revoke', async (c) => {
    const { user, refreshTokens = false } = await c.req.json<{
      user: string;
      refreshTokens?: boolean;
    }>();
    await revoke(named(entra, user), refreshTokens);
    return c.body(null, 204);
  });
  routes.post('/control/password', async (c) => {
    const person = named(entra, (await c.req.json<{ user: string }>()).user);
    await revoke(person, true);
    return c.body(null, 204);
  });
  routes.post('/control/account', async (c) => {
    const { user, difficulty } = await c.req.json<{
      user: string;
      difficulty: Difficulty | 'none';
    }>();
    checkDifficulty(difficulty);
    await entra.changePerson(named(entra, user).oid, { difficulty });
    return c.body(null, 204);
  });
  routes.post('/control/licence', async (c) => {
    const { user, licensed } = await c.req.json<{ user: string; licensed: boolean }>();
    if (typeof licensed !== 'boolean') throw new BadCall('licensed is true or false.');
    await entra.changePerson(named(entra, user).oid, { licensed });
    return c.body(null, 204);
  });
  routes.post('/control/approve', async (c) => {
    const { id, deny = false } = await c.req.json<{ id: string; deny?: boolean }>();
    const request = await entra.state.closeApprovalRequest(id);
    if (!request) throw new BadCall('There is no such request.', 404);
    if (!deny)
      await entra.state.addConsentsForEverybody(
        request.clientId,
        request.tenantId,
        request.consents,
      );
    return c.body(null, 204);
  });
  routes.post('/control/grants', async (c) => {
    const { user, tenantId, scope, ...grant } = await c.req.json<Grant & { scope?: string }>();
    const clientId = grant.clientId?.toLowerCase() ?? '';
    const consents = await consentsTo(entra, clientId, scope);
    if (user) await entra.state.addConsents(clientId, named(entra, user).oid, consents);
    else if (tenantId) await entra.state.addConsentsForEverybody(clientId, tenantId, consents);
    else throw new BadCall('Whose grant is it? Name a user, or a tenantId for everybody in it.');
    return c.body(null, 204);
  });
  routes.delete('/control/grants', async (c) => {
    const { clientId = '', user, tenantId } = await c.req.json<Grant>();
    const who = user ? { oid: named(entra, user).oid } : { tenantId: tenantId ?? '' };
    if (!(await entra.state.takeBack(clientId.toLowerCase(), who)))
      throw new BadCall('There is no such grant.', 404);
    return c.body(null, 204);
  });
  routes.post('/control/sessions', async (c) => {
    const person = named(entra, (await c.req.json<{ user: string }>()).user);
    const session = crypto.randomUUID();
    await signInAtBrowser(entra, session, accountOf(person));
    return c.json({ session });
  });
  routes.post('/control/expire', async (c) => {
    const said = (await c.req.text()) || '{}';
    const { refreshTokens = false } = JSON.parse(said) as { refreshTokens?: boolean };
    const now = entra.now();
    await steer(store, ({ expired }) => ({
      expired: {
        accessTokens: now,
        refreshTokens: refreshTokens ? now : expired.refreshTokens,
      },
    }));
    return c.body(null, 204);
  });
}

/** Of one person, or (`AllPrincipals`) of everybody in a tenant. */
interface Grant {
  readonly clientId?: string;
  readonly user?: string;
  readonly tenantId?: string;
}

/**
 * @param scope as it is asked for on the wire
 * @throws {BadCall} for an application or a scope that the tenant does not know
 */
async function consentsTo(
  { applications, resources }: EntraContext,
  clientId: string,
  scope: string | undefined,
): Promise<Consents> {
  const client = applications.find((each) => each.clientId === clientId);
  if (!client) throw new BadCall(`There is no application ${clientId}.`, 404);
  if (!scope?.trim()) throw new BadCall('Consent to what? The call names a scope.');
  try {
    // What every client asks for besides; else a page would ask for that alone.
    const asked = `openid profile offline_access ${scope}`;
    return asConsents(client, await readScopes(asked, { resources, client }));
  } catch (error) {
    throw error instanceof EntraRefusal ? new BadCall(error.message) : error;
  }
}

/** @throws {BadCall} */
function named({ people }: EntraContext, user: string | undefined): Person {
  if (user === undefined) throw new BadCall('Whom? The call names a user.');
  const wanted = user.toLowerCase();
  const person = people.find((each) =>
    [each.userPrincipalName, signInName(each), each.oid].some(
      (name) => name.toLowerCase() === wanted,
    ),
  );
  if (!person) throw new BadCall(`Nobody here is called ${user}.`, 404);
  return person;
}
