import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Which of axe's rules. */
interface Rules {
  readonly type: 'tag' | 'rule';
  readonly values: string[];
}

/** Nothing for axe to find, and no sideways scrolling. */
export async function isFine(page: Page, screen: string): Promise<void> {
  await findsNothing(page, screen, { type: 'tag', values: tags });
}

async function findsNothing(page: Page, screen: string, rules: Rules): Promise<void> {
  const violations = await violationsOf(page, rules);
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
  await isNarrowEnough(page, screen);
}

/**
 * Nobody has to scroll sideways to read it: neither the document nor what scrolls in its place. And where something does,
 * nothing of it makes the document longer: whoever scrolled on would push the whole frame out of sight.
 */
export async function isNarrowEnough(page: Page, screen: string): Promise<void> {
  const sideways = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(
        ({ localName, scrollWidth, clientWidth }) =>
          `${localName}: ${scrollWidth} in ${clientWidth}`,
      ),
  );
  expect(sideways, `width of ${screen}`).toEqual([]);
  const below = await page.evaluate(() => {
    const isInPlace = [...document.querySelectorAll('main')].some(
      (main) => getComputedStyle(main).overflowY === 'auto',
    );
    const { scrollHeight, clientHeight } = document.documentElement;
    return isInPlace ? scrollHeight - clientHeight : 0;
  });
  expect(below, `what is below the end of ${screen}`).toBe(0);
}

/** Only what is wrong is described. Brought into each document once, for axe is half a megabyte. */
async function violationsOf(page: Page, runOnly: Rules): Promise<AxeResults['violations']> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const { axe: brought } = window as unknown as { axe: typeof axe };
      // The frames of letters run no script, axe's neither; what is in them was written by others.
      return (await brought.run({ exclude: ['main iframe'] }, options)).violations;
    },
    { runOnly, resultTypes: ['violations' as const], iframes: false },
  );
}

/** The same, and then what changes with the light and the width: colours, targets and reflow (WCAG 1.4.10). */
export async function isFineInEveryLight(page: Page, screen: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  const looks = (light: string, ...values: string[]) =>
    findsNothing(page, `${screen}, ${light}`, { type: 'rule', values });
  // A colour on its way to another is neither.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await isFine(page, screen);
  await page.emulateMedia({ colorScheme: 'dark' });
  await looks('dark', 'color-contrast');
  // How large targets are and how far apart is a matter of the width alone.
  await page.setViewportSize({ width: 320, height: 700 });
  await looks('narrow and dark', 'color-contrast', 'target-size');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await looks('narrow, in forced colours', 'color-contrast');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(size);
}
