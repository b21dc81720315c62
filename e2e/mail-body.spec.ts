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

/** @returns letters with many ways in each, where they do not come in each other's way */
function together(ways: readonly string[], size = 8): string[] {
  const groups = ways.filter((letter) => alone.test(letter));
  const others = ways.filter((letter) => !alone.test(letter));
  for (let at = 0; at < others.length; at += size) {
    groups.push(others.slice(at, at + size).join('\n'));
  }
  return groups;
}

function bodyOf(letter: string, nth: number): { body: string } {
  const words = `<p>${marker(nth)}</p>`;
  if (letter.startsWith('<frameset')) return { body: `${letter}<noframes>${words}</noframes>` };
  // Only the first body of a letter is its body.
  return { body: letter.startsWith('<body') ? letter + words : words + letter };
}

/** A link to a host, however it is written: asked about before it is followed. */
const leads = (letter: string) =>
  !letter.startsWith('<svg') && /<a(rea)?\b[^>]*\shref="(https:)?(\/\/|\\\\)/.test(letter);

/** What the browser writes when the sandbox stops something. */
const stopped = /^console: Blocked script execution/;

const frameOf = (page: Page) => page.frameLocator('main iframe');

/** Shows one letter after the other. */
async function walk(page: Page, nths: readonly number[], look?: (nth: number) => Promise<void>) {
  for (const nth of nths) {
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

const from = (start: number, { length }: { readonly length: number }) =>
  Array.from({ length }, (_, at) => start + at);

test('a hostile letter loads nothing, runs nothing, leads nowhere without a question, and of what it has only images are allowed', async ({
  page,
  context,
  watched,
}) => {
  const loads = together(loadingLetters(tracker.origin));
  const runs = together(runningLetters);
  const pressed = pressedLetters(tracker.origin);
  const letters = [...loads, ...runs, ...pressed];
  await serveLetters(context, letters.map(bodyOf));
  await openMail(page);
  tracker.seen();
  // Also a request that the frame's policy would stop is announced here: the letters are rid of it before.
  const announced: { path: string; kind: string }[] = [];
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === tracker.origin) announced.push({ path: pathname, kind: request.resourceType() });
  });

  // Shown.
  const show = page.getByRole('button', { name: 'Show images once' });
  const withImages: number[] = [];
  await walk(page, from(0, [...loads, ...runs]), async (nth) => {
    if (nth < loads.length && (await show.isVisible())) withImages.push(nth);
  });
  await isUntouched(page, loads.length + runs.length - 1);
  const reached = tracker.seen();
  console.log(
    `${count.loading} ways to load: ${reached.length} reached the sender, ${announced.length} were tried. ${count.running} ways to run: 0 ran.`,
  );

  // Pressed.
  const question = page.getByRole('dialog');
  const first = loads.length + runs.length;
  let asked = 0;
  await walk(page, from(first, pressed), async (nth) => {
    const letter = letters[nth] ?? '';
    const frame = frameOf(page);
    const target = frame.getByText('press', { exact: true }).or(frame.getByAltText('press'));
    // The letter is all there by now: what does not show was taken out of it.
    if (await target.first().isVisible()) await target.first().click({ force: true });
    if (leads(letter)) {
      await expect(question, letter).toBeVisible();
      asked += 1;
      await question.getByRole('button', { name: 'Cancel' }).click();
    }
    await expect(question, letter).toHaveCount(0);
    await isUntouched(page, nth);
  });
  expect(context.pages()).toHaveLength(1);
  console.log(`${count.pressed} ways to be pressed: ${asked} led to a question, none to a host.`);
  expect(asked).toBeGreaterThan(3);
  expect([...reached, ...tracker.seen()]).toEqual([]);
  expect(announced).toEqual([]);
  expect(watched.complaints().filter((line) => !stopped.test(line))).toEqual([]);

  // Allowed to show their images.
  watched.allowHost(/^localhost/);
  await walk(page, withImages, async (nth) => {
    await show.click();
    // The button is gone with what it was for.
    await expect(page.locator('article h1')).toBeFocused();
    await expect(page.locator('main iframe')).toHaveAttribute('src', /mail-frame-remote/);
    await expect(frameOf(page).getByText(marker(nth))).toBeVisible();
  });
  await expect.poll(() => announced.length).toBeGreaterThan(0);
  const loaded = new Set(tracker.seen().filter((path) => path !== 'connection'));
  const kinds = [...new Set(announced.map(({ kind }) => kind))];
  console.log(
    `${loaded.size} of ${count.loading} load once images are allowed, as ${kinds.join()}.`,
  );
  expect(kinds).toEqual(['image']);
  expect(loaded.size).toBeGreaterThan(15);
  watched.forgive(stopped);
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
