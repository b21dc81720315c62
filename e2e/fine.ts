import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing for axe to find, and no sideways scrolling. */
export async function isFine(page: Page, screen: string): Promise<void> {
  // A letter's frame runs no script, axe's neither; what is in it was written by others.
  const { violations } = await new AxeBuilder({ page })
    .withTags(tags)
    .exclude('main iframe')
    .analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
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
