/** Situations by name: what a person means to provoke, as one press. Each puts the rest back to its default. */
import { defaultPolicies, type Steering } from '#simulator/steering.ts';

type Situation = Pick<Steering, 'policies' | 'network' | 'faults'>;

const usual: Situation = {
  policies: defaultPolicies,
  network: { latency: 0, jitter: 0, offline: false },
  faults: [],
};

const throttled = { status: 429, times: 5, headers: { 'retry-after': '5' } };

export const presets: Readonly<Record<string, Situation>> = {
  default: usual,
  'admin-must-approve': {
    ...usual,
    policies: { ...defaultPolicies, userConsent: 'recommended', adminConsentRequests: true },
  },
  throttled: { ...usual, faults: [{ url: '/v1.0/', ...throttled }] },
  'token-dies-in-30-s': {
    ...usual,
    policies: { ...defaultPolicies, accessTokenLifetime: 30, continuousAccess: false },
  },
  'slow-network': { ...usual, network: { latency: 1200, jitter: 800, offline: false } },
  'second-factor-for-mail': {
    ...usual,
    policies: {
      ...defaultPolicies,
      conditionalAccess: [
        { when: 'Mail.Read', require: 'mfa' },
        { when: 'Mail.ReadWrite', require: 'mfa' },
      ],
    },
  },
};
