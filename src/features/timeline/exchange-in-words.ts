/** What a person reads of an exchange: what it is, who wanted it, how it ended. */
import type { Exchange } from '#http/exchange.ts';
import { formatBytes } from '#lib/format-number.ts';
import type { IconName } from '#ui/icon-name.ts';

/** Colour of the bar; the words beside it say the same. */
export type BarTone = 'token' | 'net' | 'quiet' | 'danger';

export function iconOf({ kind }: Exchange): IconName {
  switch (kind) {
    case 'authorize':
    case 'admin-consent':
    case 'sign-out':
      return 'open';
    case 'callback':
      return 'app';
    case 'token':
      return 'key';
    case 'keys':
    case 'metadata':
      return 'fingerprint';
    case 'api':
      return 'globe';
    case 'file':
      return 'document';
  }
}

export function toneOf(exchange: Exchange): BarTone {
  if (isFailure(exchange)) return 'danger';
  switch (exchange.kind) {
    case 'authorize':
    case 'admin-consent':
    case 'sign-out':
    case 'token':
      return 'token';
    case 'api':
      return 'net';
    default:
      return 'quiet';
  }
}

export function titleOf(exchange: Exchange): string {
  switch (exchange.kind) {
    case 'authorize':
      return 'To Microsoft’s page';
    case 'admin-consent':
      return 'To the administrator’s page';
    case 'sign-out':
      return 'To the sign-out page';
    case 'callback':
      return 'Back with an answer';
    case 'token':
      return `${exchange.method} /token`;
    case 'keys':
      return `${exchange.method} keys`;
    default:
      return `${exchange.method} ${pathOf(exchange)}`;
  }
}

/** Without the version, which is the same everywhere and takes the place of what differs. */
export function pathOf({ url }: Pick<Exchange, 'url'>): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  return decode(parsed.pathname.replace(/^\/(?:v1\.0|beta)(?=\/)/, ''));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const screens: Record<string, string> = {
  mail: 'Mail',
  contacts: 'Contacts',
  calendar: 'Calendar',
  files: 'Files',
  health: 'Service health',
  services: 'Services',
  profile: 'Profile',
  requests: 'Requests',
  permissions: 'Permissions',
  tokens: 'Tokens',
  timeline: 'Timeline',
};

export function causeInWords({ cause, screen }: Exchange): string {
  const place = screen ? (screens[screen] ?? screen) : undefined;
  switch (cause) {
    case 'sign-in':
      return 'Sign-in';
    case 'person':
      return place ? `You, in ${place}` : 'You';
    case 'screen':
      return place ?? 'A screen';
    case 'renewal':
      return 'Token renewal';
    case 'start':
      return 'Start';
  }
}

export function statusInWords({ status, failure, kind }: Exchange): string {
  if (failure) return { aborted: 'stopped', network: 'no answer', timeout: 'too late' }[failure];
  if (kind === 'authorize' || kind === 'admin-consent' || kind === 'sign-out') return 'left';
  if (kind === 'callback') return 'back';
  return status === undefined ? '…' : String(status);
}

/** Something that somebody may have to look into; what a person stopped is not. */
export function isFailure({ status, failure, parameters, kind }: Exchange): boolean {
  if (kind === 'callback') return parameters.some(([name]) => name === 'error');
  return (failure !== undefined && failure !== 'aborted') || (status ?? 0) >= 400;
}

export function durationInWords(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '';
  if (milliseconds < 10_000) return `${Math.round(milliseconds)} ms`;
  return `${Math.round(milliseconds / 1000)} s`;
}

export function sizeInWords({ responseBody }: Exchange): string | undefined {
  return responseBody && formatBytes(responseBody.size);
}

/** Why a browser asks before it sends this to another origin (Fetch standard, CORS-preflight). */
export function preflightReason({
  kind,
  method,
  requestHeaders,
  url,
}: Exchange): string | undefined {
  if (kind !== 'api' || URL.parse(url)?.host.endsWith('.invalid')) return undefined;
  const unsafe = requestHeaders
    .map(([name]) => name.toLowerCase())
    .filter((name) => !['accept', 'accept-language', 'content-language'].includes(name));
  const reasons = ['GET', 'HEAD', 'POST'].includes(method) ? unsafe : [method, ...unsafe];
  return reasons.length > 0 ? reasons.join(', ') : undefined;
}
