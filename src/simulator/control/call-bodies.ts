/**
 * What the control calls take, member by member. A member that is misspelt would otherwise be passed over, and a test
 * would wait for what nothing provokes; one of another kind would come to light as a failure of the tenant.
 */
import { isGuid, kindsKnown } from '#simulator/entra/errors.ts';
import { tenants } from '#simulator/seed/tenants.ts';
import type { Step } from '#simulator/router/router.ts';
import { BadCall } from './steered.ts';

interface Member {
  /** In the words of a refusal: `user is a text.` */
  readonly is: string;
  readonly fits: (value: unknown) => boolean;
}

export type Shape = Readonly<Record<string, Member>>;

const member = (is: string, fits: Member['fits']): Member => ({ is, fits });

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isList = (fits: Member['fits']) => (value: unknown) =>
  Array.isArray(value) && value.every(fits);
const isWhole = (least: number) => (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= least;
const isSpan = (value: unknown) => Number.isFinite(value) && Number(value) >= 0;

const text = member('a text', isText);
const flag = member('true or false', (value) => typeof value === 'boolean');
const times = member('a whole number of at least 1', isWhole(1));
const milliseconds = member('a number of milliseconds', isSpan);
const whole = member('a whole number, or null for the usual one', (value) =>
  value === null ? true : isWhole(0)(value),
);
const guid = member('a GUID', (value) => isGuid(String(value)));
const tenant = member(`one of ${tenants.map(({ tenantId }) => tenantId).join(', ')}`, (value) =>
  tenants.some(({ tenantId }) => tenantId === value),
);
const namesByTitle = member(
  'an object of lists of names, by the title of their resource',
  (value) => isObject(value) && Object.values(value).every(isList(isText)),
);

/** A hundred years, either way: dates far beyond cannot be written. */
const isMoment = (value: unknown) =>
  Number.isFinite(value) && Math.abs(Number(value)) <= 100 * 366 * 86_400;
const moment = member('a number of seconds, of a hundred years at most', isMoment);

function areHeaders(value: unknown): boolean {
  if (!isObject(value) || !Object.values(value).every(isText)) return false;
  try {
    return Boolean(new Headers(value as Record<string, string>));
  } catch {
    return false;
  }
}

export const faultShape: Shape = {
  url: text,
  method: text,
  times,
  status: member(
    'a number from 200 to 599',
    (value) => isWhole(200)(value) && Number(value) <= 599,
  ),
  aadsts: member(`one of ${kindsKnown.join(', ')}`, (value) => kindsKnown.includes(Number(value))),
  headers: member('an object of headers', areHeaders),
  body: text,
  delay: milliseconds,
  drop: flag,
};

export const registrationShape: Shape = {
  clientId: guid,
  displayName: text,
  audience: text,
  tenantId: tenant,
  redirectUris: member(
    'a list of { uri, type: spa | web | native }',
    isList(
      (each) =>
        isObject(each) &&
        URL.canParse(String(each['uri'])) &&
        ['spa', 'web', 'native'].includes(String(each['type'])),
    ),
  ),
  requires: namesByTitle,
  roles: namesByTitle,
  assignmentRequiredIn: member(
    'a list of tenant ids',
    isList((each) => tenant.fits(each)),
  ),
  certificates: member('a list', Array.isArray),
  secret: text,
  disabled: flag,
};

export const ruleShape: Shape = {
  when: text,
  require: text,
  within: member('a number of seconds', isSpan),
};

export const stepUpShape: Shape = {
  url: text,
  context: member('c1 to c99', (value) => /^c[1-9]\d?$/.test(String(value))),
};

export const networkShape: Shape = { latency: milliseconds, jitter: milliseconds, offline: flag };

/** Milliseconds since 1970. */
export const expiredShape: Shape = { accessTokens: milliseconds, refreshTokens: milliseconds };

/** What a scenario changes about somebody. */
export const personShape: Shape = { difficulty: text, licensed: flag };

const user = { user: text };
const grant = { ...user, clientId: text, tenantId: tenant, scope: text };

const shapes: Readonly<Record<string, Shape>> = {
  account: { ...user, difficulty: text },
  applications: registrationShape,
  approve: { id: text, deny: flag },
  certificates: { clientId: text, certificate: text },
  clock: { advance: moment, set: moment },
  expire: { refreshTokens: flag },
  faults: faultShape,
  grants: grant,
  keys: {},
  licence: { ...user, licensed: flag },
  mail: {
    ...user,
    count: times,
    folder: text,
    subject: text,
    from: member('{ address, name }', (value) => isObject(value) && isText(value['address'])),
    body: member(
      '{ contentType: text | html, content }',
      (value) =>
        isObject(value) &&
        ['text', 'html'].includes(String(value['contentType'])) &&
        isText(value['content']),
    ),
    importance: member('low, normal or high', (value) =>
      ['low', 'normal', 'high'].includes(String(value)),
    ),
  },
  network: networkShape,
  password: user,
  preset: { name: text },
  reset: {},
  revoke: { ...user, refreshTokens: flag },
  sessions: user,
  throttle: {
    url: text,
    times,
    retryAfter: member('a number or a text', (value) => isText(value) || isSpan(value)),
    hidden: flag,
  },
  world: { seed: whole, mailboxSize: whole },
};

/** Calls that need nothing said. */
const bare = ['expire', 'keys', 'reset'];

/** Refuses what a call does not take, before anything of it is done. */
export const checkBody: Step = async (c, next) => {
  const name = new URL(c.req.url).pathname.toLowerCase().replace(/^\/control\/|\/$/g, '');
  const shape = shapes[name];
  const takesBody = c.req.method === 'POST' || (c.req.method === 'DELETE' && name === 'grants');
  if (shape && takesBody && !(bare.includes(name) && (await c.req.text()) === ''))
    checkShape(name, await c.req.json<unknown>(), shape);
  await next();
};

/** @throws {BadCall} */
export function checkShape(name: string, value: unknown, shape: Shape): void {
  const takes = `${name} takes ${Object.keys(shape).join(', ') || 'nothing'}`;
  if (!isObject(value)) throw new BadCall(`${takes}, in an object.`);
  for (const [key, given] of Object.entries(value)) {
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!known) throw new BadCall(`${takes}, but no ${key}.`);
    if (!known.fits(given)) throw new BadCall(`${key} is ${known.is}.`);
  }
}
