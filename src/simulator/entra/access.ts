/**
 * Conditional Access: what a sign-in must have shown before tokens for these scopes may be had. The first demand that is
 * not met is met on a page, or told to the application that asked without one.
 */
import type { AccessRule } from '#simulator/steering.ts';
import type { Person } from '#simulator/tenant-context.ts';
import type { EntraContext } from './directory.ts';
import { EntraRefusal, type RefusalCode } from './errors.ts';
import type { AskedScope } from './scopes.ts';

/** What is known of a sign-in; times in milliseconds since 1970. */
export interface Shown {
  readonly signedInAt: number;
  readonly mfaAt?: number | undefined;
  /** To the terms of use. */
  readonly agreedAt?: number | undefined;
}

/** What `max_age` asks: no more seconds since the sign-in (OpenID Connect Core section 3.1.2.1). */
export const isYoung = ({ signedInAt }: Shown, maxAge: string | null, now: number): boolean =>
  maxAge === null || now - signedInAt < Number(maxAge) * 1000;

type PersonsOwn = 'mfa-enabled' | 'mfa-enforced';

export type Demand =
  | { readonly kind: Exclude<AccessRule['require'], 'recent-sign-in'> | PersonsOwn | 'recent-mfa' }
  | { readonly kind: 'recent-sign-in'; readonly within: number };

/** @param claims the request's `claims` parameter: an API may have asked for an authentication context */
export function unmetDemand(
  context: EntraContext,
  person: Person,
  asked: readonly AskedScope[],
  shown: Shown,
  claims: string | undefined,
): Demand | undefined {
  const rules = person.isPersonal ? [] : context.policies.conditionalAccess;
  const fitting = rules.filter((rule) => concerns(rule, asked));
  // A context means what a policy ties to it; one that is tied to nothing asks for nothing.
  const isTied = contextsAsked(claims).some((asked) =>
    context.policies.stepUp.some((each) => each.context === asked),
  );
  for (const rule of [...fitting, ...ownRules(person, isTied)]) {
    const demand = demandOf(rule, context.now(), shown);
    if (demand) return demand;
  }
  return undefined;
}

/** What this person is asked for wherever they go, or this request, whatever it is for. */
function ownRules(
  { difficulty }: Person,
  isTied: boolean,
): readonly { readonly require: 'mfa' | PersonsOwn }[] {
  if (difficulty === 'mfa-enabled' || difficulty === 'mfa-enforced')
    return [{ require: difficulty }];
  return difficulty === 'needs-mfa' || isTied ? [{ require: 'mfa' }] : [];
}

function concerns({ when }: AccessRule, asked: readonly AskedScope[]): boolean {
  return (
    when === 'everything' ||
    asked.some(({ resource, name }) => when === name || when === resource.identifier)
  );
}

function demandOf(
  { require, within }: { readonly require: AccessRule['require'] | PersonsOwn; within?: number },
  now: number,
  { signedInAt, mfaAt, agreedAt }: Shown,
): Demand | undefined {
  if (require === 'recent-sign-in')
    return now - signedInAt > (within ?? 0) * 1000
      ? { kind: require, within: within ?? 0 }
      : undefined;
  if (require.startsWith('mfa') && mfaAt !== undefined)
    // Whoever showed one once has also registered one.
    return require === 'mfa' && within && now - mfaAt > within * 1000
      ? { kind: 'recent-mfa' }
      : undefined;
  return require === 'terms-of-use' && agreedAt !== undefined ? undefined : { kind: require };
}

/** The demand in Entra's words. At the token endpoint a refresh token is not good enough; at authorize a page is needed. */
export function refusalFor(demand: Demand, at: 'authorize' | 'token'): EntraRefusal {
  if (demand.kind === 'recent-sign-in')
    return at === 'authorize'
      ? new EntraRefusal(
          70044,
          'The session has expired or is invalid due to sign-in frequency checks by conditional access.',
        )
      : new EntraRefusal(
          70043,
          `The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The maximum allowed lifetime for this request is ${demand.within}.`,
        );
  const [code, text, kind] = refusals[demand.kind];
  const silently = kind === 'final' ? 'access_denied' : 'interaction_required';
  return new EntraRefusal(code, text, {
    ...(at === 'authorize' ? { error: silently } : {}),
    ...(kind === 'claims' ? { claims: policyClaims } : {}),
  });
}

const configured =
  'Due to a configuration change made by your administrator, or because you moved to a new location, you must';
const device =
  'Device is not in required device state: unknown. Conditional Access policy requires a';

/** `claims`: with what a new attempt has to bring along; `final`: no attempt will do. */
const refusals: Readonly<
  Record<
    Exclude<Demand['kind'], 'recent-sign-in'>,
    readonly [code: RefusalCode, text: string, kind?: 'claims' | 'final']
  >
> = {
  mfa: [
    50076,
    `${configured} use multi-factor authentication to access the requested resource.`,
    'claims',
  ],
  'mfa-enabled': [
    50072,
    `${configured} enroll in multi-factor authentication to access the requested resource.`,
    'claims',
  ],
  'mfa-enforced': [
    50074,
    'Strong Authentication is required and the user did not pass the MFA challenge.',
    'claims',
  ],
  'recent-mfa': [
    50078,
    'Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication to access the requested resource.',
    'claims',
  ],
  'mfa-registration': [
    50079,
    `${configured} enroll in multi-factor authentication to access the requested resource.`,
    'claims',
  ],
  'terms-of-use': [50158, 'External security challenge was not satisfied.', 'claims'],
  'joined-device': [53001, `${device} domain joined device, and the device is not domain joined.`],
  'compliant-device': [53000, `${device} compliant device, and the device is not compliant.`],
  'approved-app': [
    53002,
    'The application used is not an approved application for Conditional Access.',
  ],
  block: [
    53003,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    'final',
  ],
  'tenant-security': [
    530032,
    'Access has been blocked due to a security policy of the tenant.',
    'final',
  ],
  'security-defaults': [
    530035,
    'Access has been blocked by security defaults. The tenant or policy deems the request unsafe.',
    'final',
  ],
};

/** Names the policy; whoever sends it back in `claims` is asked for what that policy wants. */
const policyClaims = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['6b1f0d2e-95a4-4c38-87e0-d3f29ac41b75'] } },
});

/** Authentication contexts (`acrs`) that a claims request names: `c1` to `c99`. */
export function contextsAsked(claims: string | undefined): readonly string[] {
  try {
    const { access_token: wanted } = JSON.parse(claims ?? '{}') as {
      access_token?: { acrs?: { value?: unknown; values?: unknown } };
    };
    const { value, values } = wanted?.acrs ?? {};
    return [value, ...(Array.isArray(values) ? (values as unknown[]) : [])].filter(
      (each): each is string => typeof each === 'string' && /^c\d{1,2}$/.test(each),
    );
  } catch {
    return [];
  }
}
