/** What may be wished for: a word that is misspelt would otherwise be kept, and provoke nothing. */
import {
  defaultPolicies,
  defaultSteering,
  type AccessRule,
  type Network,
  type Policies,
  type Steering,
  type UserConsent,
} from '#simulator/steering.ts';
import type { Choices } from '#simulator/legacy/service-switches.ts';
import type { Difficulty } from '#simulator/tenant-context.ts';
import { BadCall } from './steered.ts';

const userConsents: Record<UserConsent, true> = {
  legacy: true,
  recommended: true,
  low: true,
  none: true,
};

const requirements: Record<AccessRule['require'], true> = {
  mfa: true,
  'mfa-registration': true,
  'compliant-device': true,
  'joined-device': true,
  'approved-app': true,
  'terms-of-use': true,
  block: true,
  'tenant-security': true,
  'security-defaults': true,
  'recent-sign-in': true,
};

const difficulties: Record<Difficulty | 'none', true> = {
  disabled: true,
  deleted: true,
  'password-expired': true,
  'needs-mfa': true,
  'mfa-enabled': true,
  'mfa-enforced': true,
  'not-assigned': true,
  none: true,
};

/** The whole state of a tenant, as far as it can be steered. */
export type Scenario = Partial<Steering> & { readonly services?: Choices };

/** @throws {BadCall} */
export function checkPolicies(wanted: Partial<Policies>): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (!Object.hasOwn(defaultPolicies, name))
      throw new BadCall(`The policies are ${Object.keys(defaultPolicies).join(', ')}.`);
    const usual: unknown = defaultPolicies[name as keyof Policies];
    if (kindOf(value) !== kindOf(usual)) throw new BadCall(`${name} is ${kindOf(usual)}.`);
  }
  if (wanted.userConsent !== undefined) oneOf('userConsent', wanted.userConsent, userConsents);
  for (const rule of wanted.conditionalAccess ?? []) oneOf('require', rule.require, requirements);
}

/** @throws {BadCall} */
export function checkNetwork({ latency = 0, jitter = 0 }: Partial<Network>): void {
  if (!(latency >= 0 && jitter >= 0)) throw new BadCall('latency and jitter are milliseconds.');
}

/** @throws {BadCall} for a part that no scenario has, or that has another shape */
export function checkScenario(wanted: Scenario): void {
  const known: Readonly<Record<string, unknown>> = {
    ...defaultSteering,
    ...{ seed: 0, mailboxSize: 0, services: {} },
  };
  if (kindOf(wanted) !== 'an object') throw new BadCall('A scenario is an object.');
  for (const [name, value] of Object.entries(wanted)) {
    if (!Object.hasOwn(known, name))
      throw new BadCall(`A scenario has ${Object.keys(known).join(', ')}, but no ${name}.`);
    // `null` is the first seed, and the size that each mailbox has.
    const isUnset = value === null && !Object.hasOwn(defaultSteering, name);
    if (!isUnset && kindOf(value) !== kindOf(known[name]))
      throw new BadCall(`${name} is ${kindOf(known[name])}.`);
  }
  checkPolicies(wanted.policies ?? {});
  checkNetwork(wanted.network ?? {});
}

/** @throws {BadCall} */
export function checkDifficulty(difficulty: string): void {
  oneOf('difficulty', difficulty, difficulties);
}

function oneOf(name: string, value: string, known: Readonly<Record<string, true>>): void {
  if (!Object.hasOwn(known, value))
    throw new BadCall(`${name} is one of ${Object.keys(known).join(', ')}.`);
}

/** Of a value in JSON, in the words of a refusal. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
