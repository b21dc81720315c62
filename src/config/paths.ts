/** Every URL path of the product, without the base path it may be deployed under. */
import type { CloudName } from './clouds.ts';

export const paths = {
  home: '/',
  profile: '/profile',
  services: '/services',
  mail: '/mail',
  mailFolder: (folder: string) => `/mail/${encodeURIComponent(folder)}`,
  mailMessage: (folder: string, message: string) =>
    `/mail/${encodeURIComponent(folder)}/${encodeURIComponent(message)}`,
  contacts: '/contacts',
  contact: (id: string) => `/contacts/${encodeURIComponent(id)}`,
  calendar: '/calendar',
  files: '/files',
  health: '/health',
  activity: '/activity',
  timeline: '/timeline',
  timelineMessage: (id: string) => `/timeline?message=${encodeURIComponent(id)}`,
  requests: '/requests',
  apis: '/apis',
  appOnly: '/app-only',
  permissions: '/permissions',
  permissionsView: (view: 'ledger' | 'planner' | 'finder' | 'refusals' | 'diagnose') =>
    `/permissions/${view}`,
  tokens: '/tokens',
  tokensView: (view: 'session' | 'picture' | 'paste' | 'compare' | 'challenge') =>
    `/tokens/${view}`,
  setup: '/setup',
  /** What can be provoked in the simulated tenant; nowhere else. */
  simulator: '/simulator',
  signedOut: '/signed-out',
  /** One redirect path per cloud, so that an answer of one cloud can never be taken for another's (RFC 9700 4.4). */
  callback: (cloud: CloudName) => `/auth/callback/${cloud}`,
  /** Where Microsoft's page says what an administrator answered; it names nobody and signs nobody in. */
  adminConsent: (cloud: CloudName) => `/auth/admin-consent/${cloud}`,
  /** Prefix of the simulated Microsoft pages. */
  simulated: '/simulated',
} as const;

/** `state` of a sign-out: comes back with the browser, and tells a goodbye from a callback that was reloaded. */
export const signedOutState = 'signed-out';
