import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Only what is wrong is described, and by the page itself instead of by a second one: three times as quick for the same
 * rules. A second page is for frames of other origins, and none is looked into here.
 */
const axeFor = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();

/** Nothing for axe to find, and no sideways scrolling. */
export async function isFine(page: Page, screen: string): Promise<void> {
  await findsNothing(page, screen, axeFor(page).withTags(tags));
}

async function findsNothing(page: Page, screen: string, axe: AxeBuilder): Promise<void> {
  // A letter's frame runs no script, axe's neither; what is in it was written by others.
  const { violations } = await axe.exclude('main iframe').analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(
          ({ html, any, all }) =>
            `${html} (${[...any, ...all].map((check) => check.message).join('; ')})`,
        )
        .slice(0, 3)
        .join(' | ')}`,
  );
  expect(found, `axe on ${screen}`).toEqual([]);
  const { content, width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(content, `width of ${screen}`).toBeLessThanOrEqual(width);
}

/** The same, and then what changes with the light and the width: colours, targets and reflow (WCAG 1.4.10). */
export async function isFineInEveryLight(page: Page, screen: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  const looks = (light: string) =>
    findsNothing(
      page,
      `${screen}, ${light}`,
      axeFor(page).withRules(['color-contrast', 'target-size']),
    );
  // A colour on its way to another is neither.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await isFine(page, screen);
  await page.emulateMedia({ colorScheme: 'dark' });
  await looks('dark');
  await page.setViewportSize({ width: 320, height: 700 });
  await looks('narrow and dark');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await looks('narrow, in forced colours');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(size);
}
