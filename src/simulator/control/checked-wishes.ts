/** What may be wished for: a word that is misspelt would otherwise be kept, and provoke nothing. */
import {
  defaultPolicies,
  type AccessRule,
  type Network,
  type Policies,
  type UserConsent,
} from '#simulator/steering.ts';
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

/** @throws {BadCall} */
export function checkPolicies(wanted: Partial<Policies>): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (!Object.hasOwn(defaultPolicies, name))
      throw new BadCall(`The policies are ${Object.keys(defaultPolicies).join(', ')}.`);
    const usual: unknown = defaultPolicies[name as keyof Policies];
    if (typeof value !== typeof usual || Array.isArray(value) !== Array.isArray(usual))
      throw new BadCall(`${name} is ${Array.isArray(usual) ? 'a list' : `a ${typeof usual}`}.`);
  }
  if (wanted.userConsent !== undefined) oneOf('userConsent', wanted.userConsent, userConsents);
  for (const rule of wanted.conditionalAccess ?? []) oneOf('require', rule.require, requirements);
}

/** @throws {BadCall} */
export function checkNetwork({ latency = 0, jitter = 0 }: Partial<Network>): void {
  if (!(latency >= 0 && jitter >= 0)) throw new BadCall('latency and jitter are milliseconds.');
}

/** @throws {BadCall} */
export function checkDifficulty(difficulty: string): void {
  oneOf('difficulty', difficulty, difficulties);
}

function oneOf(name: string, value: string, known: Readonly<Record<string, true>>): void {
  if (!Object.hasOwn(known, value))
    throw new BadCall(`${name} is one of ${Object.keys(known).join(', ')}.`);
}
