import type { Page } from '@playwright/test';
import { escapingLetters, heavyLetters, names } from './heavy-letters.ts';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters } from './letters.ts';
import { messages, whole } from './mail-list.ts';
import { openMail } from './person.ts';
import { startTracker } from './tracker.ts';

const heading = (page: Page) => page.getByRole('article').getByRole('heading', { level: 1 });

/** How long the page was deaf at most, since the last look. Milliseconds. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) seen.push(duration);
    }).observe({ type: 'longtask' });
  });
  return () =>
    page.evaluate(() => {
      const { longTasks } = window as unknown as { longTasks: number[] };
      return Math.round(Math.max(0, ...longTasks.splice(0)));
    });
}

/** Whether the list of messages is what one sees where it stands. */
const isListOnTop = (page: Page) =>
  messages(page)
    .nth(3)
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return element.contains(at);
    });

test('letters made to hold up the page are shown, at least their beginning; no letter leaves its frame, and no name is more than text', async ({
  page,
  context,
  watched,
}) => {
  const tracker = await startTracker();
  const escaping = escapingLetters.map((body, nth) => {
    const name = names[nth % names.length] ?? '';
    const files = [{ name: `${name}.pdf` }];
    const from = { name, address: 'stranger@stranger.example' };
    return {
      subject: `No ${nth}. ${name}`,
      from,
      to: [from],
      files,
      body: `${body}<p>Letter ${nth} ends.</p>`,
    };
  });
  await serveLetters(context, [...heavyLetters, ...escaping]);
  await openMail(page);
  await whole(page);
  tracker.seen();
  const longest = await watchTasks(page);
  const deaf: string[] = [];
  for (const [nth, { subject = '', contentType }] of heavyLetters.entries()) {
    await openLetter(page, nth);
    await expect(heading(page)).toHaveText(subject);
    const first =
      contentType === 'text'
        ? page.getByRole('article').getByText(/^(word|http|a)/)
        : page.frameLocator('main iframe').locator('body > *');
    await expect(first.first()).toBeAttached();
    await expect(page.locator('article [aria-busy=true]')).toHaveCount(0);
    deaf.push(`${subject} ${await longest()}`);
  }
  console.log(`Longest task in ms: ${deaf.join(', ')}.`);
  expect(watched.complaints()).toEqual([]);

  watched.forgive(/^console: Blocked script execution/);
  for (const nth of escaping.keys()) {
    await openLetter(page, heavyLetters.length + nth);
    await expect(heading(page)).toHaveText(new RegExp(`^No ${nth}\\. `));
    const words = page.frameLocator('main iframe').getByText(`Letter ${nth} ends.`);
    await expect(words).toBeAttached();
    await expect(page.locator('article [aria-busy=true]')).toHaveCount(0);
    await expect(page.getByRole('list', { name: 'Attachments' })).toBeVisible();
    await expect.poll(() => isListOnTop(page)).toBe(true);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    const width = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(width).toBeLessThanOrEqual(0);
  }
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(tracker.seen()).toEqual([]);
  await tracker.stop();

  // Each of them does cover a page that it is put into as it is.
  const plain = await context.newPage();
  let covering = 0;
  for (const letter of escapingLetters) {
    await plain.setContent(`<main style="position:fixed;inset:0">page</main>${letter}`);
    covering += Number(
      await plain.evaluate(() => document.elementFromPoint(300, 300)?.matches('main') !== true),
    );
  }
  console.log(
    `${escapingLetters.length} letters kept to their frame (${covering} cover an unprotected page), ${names.length} names were text.`,
  );
  expect(covering).toBeGreaterThan(8);
});
