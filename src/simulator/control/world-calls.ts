/** What is done to the world: policies, clock, network, faults, keys, a whole scenario. */
import type { Router } from '#simulator/router/router.ts';
import { rollKeys } from '#simulator/entra/keys.ts';
import {
  steer,
  type Fault,
  type Network,
  type Policies,
  type Steering,
} from '#simulator/steering.ts';
import { registrationOf } from './application-routes.ts';
import { checkFault, checkPolicies, checkScenario, type Scenario } from './checked-wishes.ts';
import { presets } from './presets.ts';
import { BadCall, type Steered } from './steered.ts';
import { choose } from './switches.ts';

export function addWorldCalls(routes: Router, { store, entra }: Steered): void {
  const told = async (change: (before: Steering) => Partial<Steering>) => {
    await steer(store, change);
    return new Response(null, { status: 204 });
  };
  routes.post('/control/policies', async (c) => {
    const wanted = await c.req.json<Partial<Policies>>();
    checkPolicies(wanted, entra.resources);
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
    if (!Number.isFinite(set ?? advance))
      throw new BadCall('The clock takes advance or set: seconds.');
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
    checkFault(fault);
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
    const scenario = await c.req.json<Scenario>();
    checkScenario(scenario, entra.resources);
    const { services, applications, ...wanted } = scenario;
    const registered =
      applications && (await Promise.all(applications.map((each) => registrationOf(each))));
    if (services) await choose(store, services);
    return told((before) => ({
      ...before,
      ...wanted,
      ...(registered ? { applications: registered } : {}),
      policies: { ...before.policies, ...wanted.policies },
      network: { ...before.network, ...wanted.network },
      // Keys are not part of a scenario, and how often they were rolled is not either.
      keyGeneration: before.keyGeneration,
    }));
  });
}

/** A service's refusal of one request too many; without `retryAfter` it does not say for how long. */
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
  };
}
