/** What may be wished for: a word that is misspelt would otherwise be kept, and provoke nothing. */
import {
  defaultPolicies,
  defaultSteering,
  type AccessRule,
  type Fault,
  type Policies,
  type Steering,
  type UserConsent,
} from '#simulator/steering.ts';
import type { KnownResource } from '#simulator/entra/resources.ts';
import type { Choices } from '#simulator/legacy/service-switches.ts';
import type { Difficulty } from '#simulator/tenant-context.ts';
import type { Wanted } from './application-routes.ts';
import {
  checkShape,
  expiredShape,
  faultShape,
  isObject,
  networkShape,
  personShape,
  registrationShape,
  ruleShape,
  stepUpShape,
} from './call-bodies.ts';
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
export type Scenario = Partial<Omit<Steering, 'applications'>> & {
  readonly applications?: readonly Wanted[];
  readonly services?: Choices;
};

/** @throws {BadCall} */
export function checkPolicies(
  wanted: Partial<Policies>,
  resources: readonly KnownResource[],
): void {
  const known = `The policies are ${Object.keys(defaultPolicies).join(', ')}.`;
  if (!isObject(wanted)) throw new BadCall(known);
  for (const [name, value] of Object.entries(wanted)) {
    if (!Object.hasOwn(defaultPolicies, name)) throw new BadCall(known);
    const usual: unknown = defaultPolicies[name as keyof Policies];
    if (kindOf(value) !== kindOf(usual)) throw new BadCall(`${name} is ${kindOf(usual)}.`);
    if (typeof value === 'number' && !(Number.isSafeInteger(value) && value >= 0))
      throw new BadCall(`${name} is a whole number of seconds.`);
  }
  if (wanted.userConsent !== undefined) oneOf('userConsent', wanted.userConsent, userConsents);
  for (const rule of wanted.conditionalAccess ?? []) checkRule(rule, resources);
  for (const each of wanted.stepUp ?? []) checkShape('stepUp', each, stepUpShape);
}

function checkRule(rule: AccessRule, resources: readonly KnownResource[]): void {
  checkShape('conditionalAccess', rule, ruleShape);
  const { when, require, within } = rule;
  oneOf('require', require, requirements);
  const isSomething =
    when === 'everything' ||
    resources.some(({ identifier, scopes }) => when === identifier || Object.hasOwn(scopes, when));
  if (!isSomething)
    throw new BadCall(
      `when is everything, a permission like Mail.Read, or the identifier of a resource: ${resources.map(({ identifier }) => identifier).join(', ')}.`,
    );
  // Without, a sign-in would be too old as soon as it is over.
  if (require === 'recent-sign-in' && !within)
    throw new BadCall('recent-sign-in says within how many seconds: within.');
}

/** @throws {BadCall} also for one that nothing would come of */
export function checkFault(fault: Fault): void {
  checkShape('faults', fault, faultShape);
  if (fault.url === undefined) throw new BadCall('A fault needs a url (a part of one).');
  if ([fault.status, fault.aadsts, fault.delay, fault.drop].every((each) => each === undefined))
    throw new BadCall('A fault needs one of status, aadsts, delay and drop.');
}

/** @throws {BadCall} for a part that no scenario has, or that has another shape */
export function checkScenario(wanted: Scenario, resources: readonly KnownResource[]): void {
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
  checkPolicies(wanted.policies ?? {}, resources);
  checkShape('network', wanted.network ?? {}, networkShape);
  checkShape('expired', wanted.expired ?? {}, expiredShape);
  wanted.faults?.forEach(checkFault);
  wanted.applications?.forEach((each) => {
    checkShape('applications', each, registrationShape);
  });
  for (const each of Object.values(wanted.people ?? {})) {
    checkShape('people', each, personShape);
    if (each.difficulty) checkDifficulty(each.difficulty);
  }
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
