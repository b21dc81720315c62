/** Hosts whose links were followed since the page was loaded; they are not asked about again. Kept nowhere. */
const followed = new Set<string>();

/** Whether the link may open without a question. Letters and calls are always asked about: another program opens. */
export function isKnownLink(href: string): boolean {
  return URL.canParse(href) && followed.has(new URL(href).host);
}

export function rememberLink(href: string): void {
  const { host } = new URL(href);
  if (host) followed.add(host);
}
