/** The calls that steer a tenant, at a host of their own: the panel inside the product makes the same ones as a test does. */
import { Router } from '#simulator/router/router.ts';
import { cors } from 'hono/cors';
import { rollKeys } from '#simulator/entra/keys.ts';
import { accountOf, signInName, type EntraContext } from '#simulator/entra/directory.ts';
import { allChosen, choose, serviceSwitches } from '#simulator/legacy/service-switches.ts';
import {
  defaultSteering,
  steer,
  type Fault,
  type Network,
  type Policies,
  type Steering,
} from '#simulator/steering.ts';
import type { Difficulty, Person } from '#simulator/tenant-context.ts';
import { seenKey, type Seen } from '#simulator/weather.ts';
import { addApplicationCalls } from './application-routes.ts';
import { addMailCall } from './mail-call.ts';
import { knowledge, whoIsWho } from './knowledge.ts';
import { presets } from './presets.ts';
import { BadCall, type Steered } from './steered.ts';

const calls = [
  'GET people: who is who',
  'GET state: what the tenant knows now (sessions, grants, what was issued, approval requests, steering)',
  'GET requests: what was asked',
  'GET applications / POST applications: registrations',
  'POST certificates {clientId, certificate}: a public certificate (PEM) for an application',
  'GET presets / POST preset {name}',
  'POST policies {userConsent, adminConsentRequests, conditionalAccess, stepUp, continuousAccess, accessTokenLifetime, refreshTokenLifetime, strictMetadata}',
  'POST clock {advance | set}: seconds',
  'POST revoke {user, refreshTokens?}',
  'POST password {user}: a new password; refresh tokens are over (50173)',
  'POST account {user, difficulty: disabled | deleted | password-expired | needs-mfa | mfa-enabled | mfa-enforced | not-assigned | none}',
  'POST licence {user, licensed}',
  'POST expire {refreshTokens?}: all tokens issued until now are past their end',
  'POST keys: a new signing key',
  'POST mail {user, count?, subject?, from?, body?, folder?, importance?}: lets mail arrive',
  'POST network {latency, jitter, offline}: milliseconds',
  'POST faults {url, method?, times?, status?, headers?, body?, aadsts?, delay?, drop?} / DELETE faults',
  'POST throttle {url?, times?, retryAfter?, hidden?}',
  'POST approve {id, deny?}: answer an approval request',
  'POST world {seed?, mailboxSize?}',
  'GET services / POST services: bad days of the older services, by name',
  'GET scenario / POST scenario: the whole steering as JSON',
  'DELETE grants {clientId, user | tenantId}',
  'POST reset',
];

export function controlRoutes(tenant: Steered): Router {
  const routes = new Router();
  routes.use('*', cors());
  routes.onError((error, c) => {
    if (error instanceof BadCall) return c.text(error.message, error.status);
    return c.text(error.message, error instanceof SyntaxError ? 400 : 500);
  });
  routes.get('/control', (c) => c.json(calls));
  addQuestions(routes, tenant);
  addApplicationCalls(routes, tenant);
  addPeopleCalls(routes, tenant);
  addMailCall(routes, tenant);
  addWorldCalls(routes, tenant);
  addMemoryCalls(routes, tenant);
  return routes;
}

function addQuestions(routes: Router, { store, entra, steering }: Steered): void {
  routes.get('/control/people', (c) => c.json(whoIsWho(entra)));
  routes.get('/control/state', async (c) => c.json(await knowledge(entra, steering())));
  routes.get('/control/requests', async (c) =>
    c.json((await store.read<readonly Seen[]>(seenKey)) ?? []),
  );
  routes.get('/control/presets', (c) => c.json(Object.keys(presets)));
  routes.get('/control/scenario', (c) => c.json(steering()));
  routes.get('/control/services', async (c) =>
    c.json({ chosen: await allChosen(store), switches: serviceSwitches }),
  );
  routes.post('/control/services', async (c) => {
    const wanted = await c.req.json<Record<string, string>>();
    await choose(store, wanted).catch((error: unknown) => {
      throw new BadCall(String(error));
    });
    return c.body(null, 204);
  });
}

function addPeopleCalls(routes: Router, { store, entra }: Steered): void {
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
    await entra.changePerson(named(entra, user).oid, { difficulty });
    return c.body(null, 204);
  });
  routes.post('/control/licence', async (c) => {
    const { user, licensed } = await c.req.json<{ user: string; licensed: boolean }>();
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
  routes.delete('/control/grants', async (c) => {
    const { clientId, user, tenantId } = await c.req.json<{
      clientId: string;
      user?: string;
      tenantId?: string;
    }>();
    const who = user ? { oid: named(entra, user).oid } : { tenantId: tenantId ?? '' };
    if (!(await entra.state.takeBack(clientId, who)))
      throw new BadCall('There is no such grant.', 404);
    return c.body(null, 204);
  });
  routes.post('/control/expire', async (c) => {
    const { refreshTokens = false } = await c.req
      .json<{ refreshTokens?: boolean }>()
      .catch(() => ({ refreshTokens: false }));
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

function addWorldCalls(routes: Router, { store }: Steered): void {
  const told = async (change: (before: Steering) => Partial<Steering>) => {
    await steer(store, change);
    return new Response(null, { status: 204 });
  };
  routes.post('/control/policies', async (c) => {
    const wanted = await c.req.json<Partial<Policies>>();
    return told(({ policies }) => ({ policies: { ...policies, ...wanted } }));
  });
  routes.post('/control/preset', async (c) => {
    const { name } = await c.req.json<{ name: string }>();
    const preset = presets[name];
    if (!preset) throw new BadCall(`The presets are ${Object.keys(presets).join(', ')}.`);
    return told(() => preset);
  });
  routes.post('/control/clock', async (c) => {
    const { advance, set } = await c.req.json<{ advance?: number; set?: number }>();
    return told(({ ahead }) => ({ ahead: (set ?? ahead / 1000 + (advance ?? 0)) * 1000 }));
  });
  routes.post('/control/network', async (c) => {
    const wanted = await c.req.json<Partial<Network>>();
    return told(({ network }) => ({ network: { ...network, ...wanted } }));
  });
  routes.post('/control/world', async (c) => {
    const { seed, mailboxSize } = await c.req.json<{ seed?: number; mailboxSize?: number }>();
    return told(() => ({
      ...(seed === undefined ? {} : { seed }),
      ...(mailboxSize === undefined ? {} : { mailboxSize }),
    }));
  });
  routes.post('/control/faults', async (c) => {
    const fault = await c.req.json<Fault>();
    if (typeof fault.url !== 'string') throw new BadCall('A fault needs a url (a part of one).');
    return told(({ faults }) => ({ faults: [...faults, fault] }));
  });
  routes.delete('/control/faults', () => told(() => ({ faults: [] })));
  routes.post('/control/throttle', async (c) => {
    const wish = await c.req.json<Parameters<typeof throttling>[0]>();
    return told(({ faults }) => ({ faults: [...faults, throttling(wish)] }));
  });
  routes.post('/control/keys', async () => {
    await rollKeys(store);
    return told(({ keyGeneration }) => ({ keyGeneration: keyGeneration + 1 }));
  });
  routes.post('/control/scenario', async (c) => {
    const wanted = await c.req.json<Partial<Steering>>();
    return told((before) => ({
      ...before,
      ...wanted,
      policies: { ...before.policies, ...wanted.policies },
      network: { ...before.network, ...wanted.network },
      // Keys are not part of a scenario, and how often they were rolled is not either.
      keyGeneration: before.keyGeneration,
    }));
  });
}

/** Graph's refusal of one request too many; without `retryAfter` it does not say for how long. */
function throttling({
  url = '/v1.0/',
  times = 1,
  retryAfter,
  hidden = false,
}: {
  readonly url?: string;
  readonly times?: number;
  /** Seconds; Graph also sends decimals. */
  readonly retryAfter?: number | string;
  /** The header is sent, but a page may not read it. */
  readonly hidden?: boolean;
}): Fault {
  return {
    url,
    times,
    status: 429,
    headers: {
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      ...(hidden ? { 'access-control-expose-headers': 'request-id' } : {}),
    },
    body: JSON.stringify({
      error: { code: 'TooManyRequests', message: 'Too many requests have been sent.' },
    }),
  };
}

/** What a new start keeps: with other keys, every document that is open would go on with the old ones. */
const kept = ['signing keys', 'seal-key'];

function addMemoryCalls(routes: Router, { store, steering }: Steered): void {
  routes.post('/control/reset', async (c) => {
    const { keyGeneration } = steering();
    const values = await Promise.all(kept.map((key) => store.read<unknown>(key)));
    await store.clear();
    await Promise.all(kept.map((key, index) => store.write(key, values[index])));
    await steer(store, () => ({ ...defaultSteering, keyGeneration }));
    return c.body(null, 204);
  });
}

/** @throws {BadCall} */
function named({ people }: EntraContext, user: unknown): Person {
  const wanted = String(user).toLowerCase();
  const person = people.find((each) =>
    [each.userPrincipalName, signInName(each), each.oid].some(
      (name) => name.toLowerCase() === wanted,
    ),
  );
  if (!person) throw new BadCall(`Nobody here is called ${String(user)}.`, 404);
  return person;
}
