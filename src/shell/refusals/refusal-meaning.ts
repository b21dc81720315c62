/** How a refusal is explained: which layer said no, what that means, what mends it, and who can. */

/** From the outside in: a request passes them in this order. */
export type Layer =
  | 'network'
  | 'clock'
  | 'request'
  | 'registration'
  | 'account'
  | 'policy'
  | 'consent'
  | 'session'
  | 'role'
  | 'licence'
  | 'service'
  | 'throttling';

export type Owner =
  | 'you'
  /** Whoever writes the client. */
  | 'the developer'
  /** Whoever registered the app: often the developer, sometimes an administrator. */
  | 'the app’s owner'
  | 'an administrator'
  | 'Microsoft';

export interface Meaning {
  readonly layer: Layer;
  /** Who can mend it. */
  readonly who: Owner;
  readonly means: string;
  readonly mends: string;
}

/** Rows of the tables, short enough to be read as one. */
export type Row = readonly [layer: Layer, who: Owner, means: string, mends: string];

export function meaningOf([layer, who, means, mends]: Row): Meaning {
  return { layer, who, means, mends };
}

export const layersInWords: Readonly<Record<Layer, string>> = {
  network: 'the network',
  clock: 'the clock',
  request: 'the request',
  registration: 'the app’s registration',
  account: 'the account',
  policy: 'a policy of the organisation',
  consent: 'consent',
  session: 'the session',
  role: 'the person’s role',
  licence: 'the licence',
  service: 'the service',
  throttling: 'throttling',
};
