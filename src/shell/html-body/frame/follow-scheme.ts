/**
 * Lets what a letter says about dark surroundings (`prefers-color-scheme`) follow the card that it lies on, not the
 * system: the card is white until the person asks for a dark one.
 */

const asked = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi;

/** The condition with its answer in it: every window is at least 0 wide, and none at most -1. */
export function answered(media: string, isDark: boolean): string {
  return media.replaceAll(asked, (_, scheme: string) =>
    (scheme.toLowerCase() === 'dark') === isDark ? '(min-width: 0px)' : '(max-width: -1px)',
  );
}

interface Asking {
  readonly media: MediaList;
  readonly written: string;
}

/** @returns tells the letter which card it lies on */
export function followScheme(page: Document): (isDark: boolean) => void {
  const all: Asking[] = [];
  const add = (media: MediaList | undefined) => {
    const written = media?.mediaText ?? '';
    if (media && /prefers-color-scheme/i.test(written)) all.push({ media, written });
  };
  const walk = (rules: CSSRuleList | undefined) => {
    for (const rule of rules ?? []) {
      if ('media' in rule) add(rule.media as MediaList);
      if ('cssRules' in rule) walk(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of page.styleSheets) {
    add(sheet.media);
    walk(sheet.cssRules);
  }
  return (isDark) => {
    for (const { media, written } of all) media.mediaText = answered(written, isDark);
  };
}
