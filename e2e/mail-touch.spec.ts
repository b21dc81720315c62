import type { Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { messages, whole } from './mail-list.ts';
import { openMail, subjectOf } from './person.ts';

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

/** The test browser sends no `contextmenu` when a finger rests, as Safari on a phone does not. */
async function finger(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: { x: number; y: number }[],
  ) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  return {
    down: (x: number, y: number) => send('touchStart', [{ x, y }]),
    to: (x: number, y: number) => send('touchMove', [{ x, y }]),
    up: () => send('touchEnd', []),
  };
}

test('a finger that rests on a row opens its menu and no letter, one beside it closes it; one that moves on scrolls, and a short one opens it', async ({
  page,
  watched,
}) => {
  await openMail(page);
  await whole(page);
  const row = messages(page).nth(3);
  const words = await subjectOf(row);
  const box = await row.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 150, (box?.y ?? 0) + 30];
  const { down, to, up } = await finger(page);
  const menu = page.getByRole('menu');

  await down(x, y);
  await expect(menu).toBeVisible();
  await up();
  await expect(menu).toHaveAccessibleName(words);
  await expect(menu).toBeInViewport({ ratio: 1 });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await isFine(page, 'a menu under a finger');
  await menu.getByRole('menuitem', { name: 'Select', exact: true }).tap();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/\/mail(\/inbox)?$/);
  await page.keyboard.press('Escape');

  // Beside it: closed, and the row that lies there is not opened.
  await down(x, y);
  await expect(menu).toBeVisible();
  await up();
  const beside = await messages(page).nth(0).boundingBox();
  await page.touchscreen.tap((beside?.x ?? 0) + 150, (beside?.y ?? 0) + 20);
  await expect(menu).toHaveCount(0);
  await expect(page).toHaveURL(/\/mail(\/inbox)?$/);

  // The clock is a script that is put into every document, also where none may run.
  watched.forgive(/^console: Blocked script execution/);
  await page.clock.install();
  await down(x, y);
  for (let step = 1; step <= 8; step++) await to(x, y - 10 * step);
  await expect.poll(async () => (await row.boundingBox())?.y).toBeLessThan((box?.y ?? 0) - 20);
  // For longer than a finger has to rest.
  await page.clock.fastForward(700);
  await expect(menu).toHaveCount(0);
  await up();

  await row.tap();
  await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toHaveText(words);
});

test('on the narrowest phone all of the search fields are within their panel', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await openMail(page);
  await page.getByRole('button', { name: 'Search options' }).tap();
  const until = page.getByLabel('until');
  await expect(until).toBeVisible();
  const over = await until.evaluate((field) => {
    const panel = field.closest('[popover]');
    return panel ? panel.scrollWidth - panel.clientWidth : undefined;
  });
  expect(over).toBe(0);
});
