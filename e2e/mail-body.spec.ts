import { loadingLetters, runningLetters, tracker } from './hostile-letters.ts';
import { expect, test } from './fixtures.ts';
import { openMail } from './person.ts';

const letters = [...loadingLetters, ...runningLetters];
const marker = (nth: number) => `Letter number ${nth}.`;

test('a hostile letter loads nothing, runs nothing and leaves the screen as it is', async ({
  page,
  context,
  watched,
}) => {
  test.setTimeout(120_000);
  // A request that the frame's policy stops is announced all the same; the route below sees only what goes out.
  watched.allowHost(/^tracker\.test$/);
  const loaded: string[] = [];
  await context.route(`${tracker}/**`, (route) => {
    loaded.push(route.request().url());
    return route.fulfill({ body: '' });
  });
  await context.route(/\/v1\.0\/me\/messages\/letter-\d+/, (route) => {
    const nth = Number(/letter-(\d+)/.exec(route.request().url())?.[1]);
    const letter = letters[nth] ?? '';
    const words = `<p>${marker(nth)}</p>`;
    const message = {
      id: `letter-${nth}`,
      subject: `Letter ${nth}`,
      receivedDateTime: '2026-11-20T08:00:00Z',
      from: { emailAddress: { name: 'A stranger', address: 'stranger@example.test' } },
      toRecipients: [],
      body: {
        contentType: 'html',
        // Only the first body of a letter is its body.
        content: letter.startsWith('<body') ? letter + words : words + letter,
      },
    };
    const isList = route.request().url().includes('/attachments');
    return route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: isList ? { value: [] } : message,
    });
  });
  await openMail(page);
  const frame = page.frameLocator('main iframe');
  for (const nth of letters.keys()) {
    // As a link within the product would: a navigation of the browser's would end the session.
    await page.evaluate((path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, `/mail/inbox/letter-${nth}`);
    await expect(frame.getByText(marker(nth))).toBeVisible();
  }
  expect(loaded).toEqual([]);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/mail/inbox/letter-${letters.length - 1}$`));
  // What the browser writes when the policy or the sandbox stops something.
  watched.forgive(
    /^console: (Blocked script execution|.*Security Policy directive: "(img-src data:|base-uri))/s,
  );
});

test('the same letters in a page of their own do load and run', async ({ context, watched }) => {
  test.setTimeout(120_000);
  watched.allowHost(/^tracker\.test$/);
  watched.forgive(/./s);
  const loaded = new Set<string>();
  let ran = 0;
  await context.route(`${tracker}/**`, (route) => {
    loaded.add(route.request().url());
    return route.fulfill({ body: '' });
  });
  // A page each, because some letters lead their page away.
  for (const letter of loadingLetters) {
    const page = await context.newPage();
    await page.setContent(`<!doctype html>${letter}`, { timeout: 3_000 }).catch(() => undefined);
    await page.close();
  }
  const page = await context.newPage();
  for (const letter of runningLetters) {
    await page.goto('about:blank');
    await page.setContent(`<!doctype html>${letter}`);
    ran += Number(await page.evaluate(() => 'pwned' in window));
  }
  expect(loaded.size).toBeGreaterThan(35);
  expect(ran).toBeGreaterThan(5);
});
