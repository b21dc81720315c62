import type { Page } from '@playwright/test';
import { count, loadingLetters, pressedLetters, runningLetters } from './hostile-letters.ts';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters } from './letters.ts';
import { openMail } from './person.ts';
import { startTracker, type Tracker } from './tracker.ts';

const marker = (nth: number) => `Letter number ${nth}.`;

let tracker: Tracker;
test.beforeAll(async () => {
  tracker = await startTracker();
});
test.afterAll(() => tracker.stop());

/** What is open at its end, or is only read where it stands first, is a letter of its own; of others many make one. */
const alone =
  /^<(body|frameset|base|meta)|<style>[^<]*$|<(noscript|template|xml|select|form)|<!--|-->|<\/style>.*<\/style>|x<\/b|<svg><\/p/;

function bodiesOf(letters: readonly string[], size = 8): { body: string }[] {
  const groups = letters.filter((letter) => alone.test(letter));
  const others = letters.filter((letter) => !alone.test(letter));
  for (let at = 0; at < others.length; at += size) {
    groups.push(others.slice(at, at + size).join('\n'));
  }
  return groups.map((group, nth) => {
    const words = `<p>${marker(nth)}</p>`;
    if (group.startsWith('<frameset')) return { body: `${group}<noframes>${words}</noframes>` };
    // Only the first body of a letter is its body.
    return { body: group.startsWith('<body') ? group + words : words + group };
  });
}

/** A link to a host, however it is written: asked about before it is followed. */
const leads = (letter: string) =>
  !letter.startsWith('<svg') && /<a(rea)?\b[^>]*\shref="(https:)?(\/\/|\\\\)/.test(letter);

const frameOf = (page: Page) => page.frameLocator('main iframe');

/** Shows one letter after the other. */
async function walk(page: Page, total: number, look?: (nth: number) => Promise<void>) {
  for (let nth = 0; nth < total; nth += 1) {
    await openLetter(page, nth);
    await expect(frameOf(page).getByText(marker(nth))).toBeVisible();
    // What was found in the letter is said above it by then.
    await expect(page.locator('article [aria-busy]')).toHaveCount(0);
    await look?.(nth);
  }
}

/** Nothing has left its mark on the page, and the page is where it was. */
async function isUntouched(page: Page, nth: number) {
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/mail/inbox/letter-${nth}$`));
}

test('a hostile letter loads nothing, runs nothing and leaves the screen as it is', async ({
  page,
  context,
  watched,
}) => {
  test.setTimeout(180_000);
  const letters = [...loadingLetters(tracker.origin), ...runningLetters];
  const bodies = bodiesOf(letters);
  await serveLetters(context, bodies);
  await openMail(page);
  tracker.seen();
  // Also a request that the frame's policy would stop is announced here: the letters are rid of it before.
  const announced: string[] = [];
  context.on('request', (request) => {
    if (request.url().startsWith(tracker.origin)) announced.push(request.url());
  });
  await walk(page, bodies.length);
  await isUntouched(page, bodies.length - 1);
  // What the browser writes when the sandbox stops something.
  watched.forgive(/^console: Blocked script execution/);
  const reached = tracker.seen();
  console.log(
    `${count.loading} ways to load: ${reached.length} reached the sender, ${announced.length} were tried. ${count.running} ways to run: 0 ran.`,
  );
  expect(reached).toEqual([]);
  expect(announced).toEqual([]);
});

test('allowing images loads images, and nothing else', async ({ page, context, watched }) => {
  test.setTimeout(180_000);
  watched.allowHost(/^localhost/);
  const letters = loadingLetters(tracker.origin);
  const bodies = bodiesOf(letters);
  await serveLetters(context, bodies);
  await openMail(page);
  const kinds = new Set<string>();
  context.on('request', (request) => {
    if (request.url().startsWith(tracker.origin)) kinds.add(request.resourceType());
  });
  await walk(page, bodies.length, async (nth) => {
    const show = page.getByRole('button', { name: 'Show images once' });
    if (!(await show.isVisible())) return;
    await show.click();
    await expect(page.locator('main iframe')).toHaveAttribute('src', /mail-frame-remote/);
    await expect(frameOf(page).getByText(marker(nth))).toBeVisible();
  });
  await expect.poll(() => kinds.size).toBeGreaterThan(0);
  const asked = new Set(tracker.seen().filter((path) => path !== 'connection'));
  console.log(
    `${asked.size} of ${count.loading} load once images are allowed, as ${[...kinds].join()}.`,
  );
  expect([...kinds]).toEqual(['image']);
  expect(asked.size).toBeGreaterThan(15);
});

test('pressing what is in a hostile letter leads nowhere without a question', async ({
  page,
  context,
  watched,
}) => {
  test.setTimeout(180_000);
  watched.forgive(/^console: Blocked script execution/);
  const letters = pressedLetters(tracker.origin);
  await serveLetters(
    context,
    letters.map((letter, nth) => ({ body: `<p>${marker(nth)}</p>${letter}` })),
  );
  await openMail(page);
  tracker.seen();
  const question = page.getByRole('dialog');
  let asked = 0;
  await walk(page, letters.length, async (nth) => {
    const frame = frameOf(page);
    const target = frame.getByText('press', { exact: true }).or(frame.getByAltText('press'));
    // The letter is all there by now: what does not show was taken out of it.
    if (await target.first().isVisible()) await target.first().click({ force: true });
    if (leads(letters[nth] ?? '')) {
      await expect(question, letters[nth]).toBeVisible();
      asked += 1;
      await question.getByRole('button', { name: 'Cancel' }).click();
    }
    await expect(question, letters[nth]).toHaveCount(0);
    await isUntouched(page, nth);
  });
  expect(context.pages()).toHaveLength(1);
  console.log(`${count.pressed} ways to be pressed: ${asked} led to a question, none to a host.`);
  expect(asked).toBeGreaterThan(3);
  expect(tracker.seen()).toEqual([]);
});

/** Documents of their own within a page, without anything that guards them. */
const unguarded = (letters: readonly string[]) =>
  letters
    .map((letter) => `<!doctype html>${letter}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
    .map((letter) => `<iframe width="40" height="40" srcdoc="${letter}"></iframe>`)
    .join('');

test('the same letters without a guard do load and run', async ({ page, watched }) => {
  watched.allowHost(/./);
  watched.forgive(/./s);
  tracker.seen();
  const loaded = new Set<string>();
  await page.setContent(unguarded(loadingLetters(tracker.origin)));
  await expect
    .poll(() => {
      for (const path of tracker.seen()) if (path !== 'connection') loaded.add(path);
      return loaded.size;
    })
    .toBeGreaterThan(80);
  // Each leaves a mark of its own on the page.
  const letters = runningLetters.map((letter, nth) =>
    letter.replaceAll('top.pwned', `top.pwned${nth}`),
  );
  await page.setContent(unguarded(letters));
  const ran = () =>
    page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('pwned')).length);
  await expect.poll(ran).toBeGreaterThan(20);
  console.log(
    `Unprotected: ${loaded.size} of ${count.loading} load, ${await ran()} of ${count.running} run.`,
  );
});
