/** Where a stranger's links lead, and whether their words say so. */
import { trimEnd } from '#lib/trim-end.ts';
import { lookAlike, type LookAlike } from './look-alike.ts';
import { toldAddress } from './told-address.ts';

export type LinkCaution =
  | ({ readonly kind: 'other-host' } & MisleadingLink)
  | { readonly kind: 'name-before-host'; readonly host: string }
  | { readonly kind: 'look-alike'; readonly twin: LookAlike }
  | { readonly kind: 'number'; readonly host: string };

export interface MisleadingLink {
  /** The host that the words name. */
  readonly shown: string;
  /** The host that opens. */
  readonly opens: string;
}

/** The address that a link may keep. A relative one would lead into this app, and other schemes run or reveal things. */
export function allowedLink(href: string): string | undefined {
  // Browsers drop line breaks and tabs wherever they stand, and take a backslash for a slash.
  const text = href.replaceAll(/[\t\n\r]/g, '').trim();
  if (text.startsWith('#')) return text;
  const absolute = /^[/\\]{2}/.test(text) ? `https:${text}` : text;
  if (!/^(https?|mailto|tel):/i.test(absolute) || !URL.canParse(absolute)) return undefined;
  const url = new URL(absolute);
  // A name before an @ only makes a host look like another one.
  url.username = '';
  url.password = '';
  return url.href;
}

/** What is not as it looks in one link, before anything is taken out of it. */
export function linkCaution(
  words: string,
  href: string,
  known: readonly string[],
): LinkCaution | undefined {
  const allowed = allowedLink(href);
  if (!allowed || !/^https?:/.test(allowed)) return undefined;
  const { hostname } = new URL(allowed);
  const lie = misleading(words, allowed);
  if (lie) return { kind: 'other-host', ...lie };
  if (/^\s*(?:https?:)?[/\\]{2}[^/?#\\]*@/i.test(href)) {
    return { kind: 'name-before-host', host: hostname };
  }
  const twin = lookAlike(hostname, known);
  if (twin) return { kind: 'look-alike', twin };
  return /^(\[.*\]|\d+(\.\d+){3})$/.test(hostname) ? { kind: 'number', host: hostname } : undefined;
}

/** What a person is told before following a link: the host, in ASCII, so that look-alike letters show themselves. */
export function linkInWords(href: string): string {
  if (!URL.canParse(href)) return href;
  const { protocol, host, pathname } = new URL(href);
  if (protocol === 'mailto:') return `Write to ${toldAddress(decoded(pathname))}`;
  if (protocol === 'tel:') return `Call ${decoded(pathname)}`;
  return `${protocol === 'http:' ? 'Not encrypted: ' : ''}${host}${pathname === '/' ? '' : pathname}`;
}

/** Whether the words of a link name one host and its address another. */
export function misleading(words: string, href: string): MisleadingLink | undefined {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return undefined;
  const shown = namedHost(words.trim());
  if (shown === undefined) return undefined;
  const opens = bare(new URL(href).hostname);
  const same = shown === opens || opens.endsWith(`.${shown}`) || shown.endsWith(`.${opens}`);
  return same ? undefined : { shown, opens };
}

/** Words that are a web address or a host, or a sentence with a whole address in it; "budget.xlsx" is neither. */
function namedHost(text: string): string | undefined {
  // Letters without width would take a host's name apart.
  const seen = text.replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
  const words = /\s/.test(seen)
    ? trimEnd(/(?:https?:\/\/|www\.)[^\s,;)>\]]+/i.exec(seen)?.[0] ?? '', '.!?:')
    : seen;
  if (!words || words.includes('@')) return undefined;
  const address = /^https?:\/\//i.test(words) ? words : `https://${words}`;
  if (!URL.canParse(address)) return undefined;
  const host = bare(new URL(address).hostname);
  if (!/^([\p{L}\p{N}-]+\.)+(xn--[a-z0-9-]+|[\p{L}]{2,})$/u.test(host)) return undefined;
  const isMeant =
    /^(https?:\/\/|www\.)/i.test(words) || words.includes('/') || !looksLikeFile(words);
  return isMeant ? host : undefined;
}

function looksLikeFile(words: string): boolean {
  return (
    words !== words.toLowerCase() ||
    /\.(pdf|docx?|xlsx?|pptx?|zip|txt|csv|png|jpe?g|gif|html?|js|ts|md|json|ics|eml|msg|net)$/.test(
      words,
    )
  );
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
