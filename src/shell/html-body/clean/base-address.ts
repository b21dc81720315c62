/** What a letter means by relative addresses, if it says so (`<base href>`); the frame itself never has such a base. */

/** The address in a `<base>`; `undefined` where it is none that a letter could have come from. */
export function baseAddress(href: string | null): string | undefined {
  const text = href?.trim() ?? '';
  return /^https?:/i.test(text) && URL.canParse(text) ? text : undefined;
}

/** A relative address made whole. One with a scheme, a host or only a place in the letter stays as it is. */
export function resolved(address: string, base: string): string {
  // Browsers drop these before they look for a scheme.
  const text = address.replaceAll(/[\t\n\r]/g, '').trim();
  if (text === '' || /^(#|[/\\]{2}|[^/?#]*:)/.test(text) || !URL.canParse(text, base))
    return address;
  return new URL(text, base).href;
}

const places = { href: 'a[href], area[href]', src: 'img[src]', background: '[background]' };

export function resolveAll(fragment: ParentNode, base: string): void {
  for (const [name, selector] of Object.entries(places)) {
    for (const element of fragment.querySelectorAll(selector)) {
      element.setAttribute(name, resolved(element.getAttribute(name) ?? '', base));
    }
  }
}
