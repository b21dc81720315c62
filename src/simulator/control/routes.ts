/** The calls that steer a tenant, at a host of their own: the panel inside the product makes the same ones as a test does. */
import { Router } from '#simulator/router/router.ts';
import { cors } from 'hono/cors';
import { allChosen, choose, serviceSwitches } from './switches.ts';
import { defaultSteering, steer } from '#simulator/steering.ts';
import { seenKey, type Seen } from '#simulator/weather.ts';
import { addApplicationCalls, written } from './application-routes.ts';
import { checkBody } from './call-bodies.ts';
import { addMailCall } from './mail-call.ts';
import { knowledge, whoIsWho } from './knowledge.ts';
import { presets } from './presets.ts';
import { BadCall, type Steered } from './steered.ts';
import { addPeopleCalls } from './people-calls.ts';
import { addWorldCalls } from './world-calls.ts';

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
  'GET scenario / POST scenario: the whole steering and the services as JSON',
  'POST grants {clientId, user | tenantId, scope} / DELETE grants {clientId, user | tenantId}: consent given before, or taken back',
  'POST sessions {user}: signed in at a browser before anybody asks; the session is the value of its cookie',
  'POST reset',
];

export function controlRoutes(tenant: Steered): Router {
  const routes = new Router();
  routes.use('*', cors());
  routes.onError((error, c) => {
    if (error instanceof BadCall) return c.text(error.message, error.status);
    if (error instanceof SyntaxError) return c.text(`It is no JSON text: ${error.message}`, 400);
    return c.text(error.message, 500);
  });
  routes.use('/control/*', checkBody);
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
  routes.get('/control/scenario', async (c) => {
    // How often keys were rolled is no part of it: the tenant that takes it has its own.
    const { keyGeneration: _, applications, ...rest } = steering();
    return c.json({
      ...rest,
      applications: applications.map(written),
      services: await allChosen(store),
    });
  });
  routes.get('/control/services', async (c) =>
    c.json({ chosen: await allChosen(store), switches: serviceSwitches }),
  );
  routes.post('/control/services', async (c) => {
    await choose(store, await c.req.json<Record<string, string>>());
    return c.body(null, 204);
  });
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
