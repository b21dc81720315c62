/** Where the links of a mail lead, and whether their words say so. */

export interface MisleadingLink {
  /** The host that the words name. */
  readonly shown: string;
  /** The host that opens. */
  readonly opens: string;
}

/** The address that a link may keep. A relative one would lead into this app, and other schemes run or reveal things. */
export function allowedLink(href: string): string | undefined {
  const text = href.trim();
  if (text.startsWith('#')) return text;
  const absolute = text.startsWith('//') ? `https:${text}` : text;
  if (!/^(https?|mailto|tel):/i.test(absolute) || !URL.canParse(absolute)) return undefined;
  return new URL(absolute).href;
}

/** What a person is told before following a link: the host, in ASCII, so that look-alike letters show themselves. */
export function linkInWords(href: string): string {
  if (!URL.canParse(href)) return href;
  const { protocol, host, pathname } = new URL(href);
  if (protocol === 'mailto:') return `Write to ${decoded(pathname)}`;
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

/** Words that are a web address or a host and nothing else; "budget.xlsx" is neither. */
function namedHost(words: string): string | undefined {
  if (/\s|@/.test(words)) return undefined;
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
