import { expect, test } from './fixtures.ts';
import { messages, whole } from './mail-list.ts';
import { openMail, subjectOf } from './person.ts';

/** As many as the simulated tenant keeps in the folder. */
const total = 24;

test('the folder of hostile letters is read from end to end, and nothing comes of it', async ({
  page,
  context,
  app,
  watched,
}) => {
  test.slow();
  watched.forgive(/^console: Blocked script execution/);
  const ours = [new URL(app.origin).host, 'graph.microsoft.com', 'login.microsoftonline.com'];
  const requests: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^https?:$/.test(url.protocol)) return;
    // What a frame asks for besides itself, and whatever leaves for a host that is none of ours.
    const isFrames =
      request.frame() !== page.mainFrame() && !/mail-frame(-remote)?\.html$/.test(url.pathname);
    if (isFrames || !ours.includes(url.host)) requests.push(url.href);
  });
  let navigations = 0;
  await openMail(page);
  await page.getByRole('link', { name: /^Hostile/ }).click();
  await whole(page);
  await expect(messages(page).first()).toHaveAttribute('aria-setsize', String(total));
  await page.evaluate(() => {
    const trap = () => void Object.assign(window, { ran: true });
    Object.assign(window, { alert: trap, prompt: trap, confirm: trap, print: trap, pwned: trap });
  });
  const folder = new URL(page.url()).pathname;
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame === page.mainFrame() && !pathname.startsWith(folder)) navigations += 1;
  });
  requests.length = 0;

  let ran = 0;
  let cautions = 0;
  let asked = 0;
  const read = new Set<string>();
  await messages(page).first().focus();
  for (let nth = 0; nth < total; nth += 1) {
    await page.keyboard.press(nth === 0 ? 'Enter' : ']');
    const open = messages(page).and(page.locator('[data-open]'));
    await expect(open).toHaveAttribute('aria-posinset', String(nth + 1));
    // The row counts as open at once; the letter before it is in sight until this one has come.
    const subject = await subjectOf(open);
    const article = page.getByRole('article');
    await expect(article.getByRole('heading', { level: 1 })).toHaveText(subject);
    // Whoever reads on from letter to letter is at the top of each.
    await expect(article.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(article.getByRole('button', { name: 'Print' })).toBeVisible();
    read.add(subject);
    const frame = article.locator('iframe').first();
    const blank = article.getByText('There is nothing in it that could be shown here.');
    if ((await frame.count()) > 0) {
      const content = frame.contentFrame().locator('body > *');
      await expect
        .poll(async () => (await content.count()) + (await blank.count()))
        .toBeGreaterThan(0);
      // No empty sheet below the words that there is nothing.
      if (await blank.isVisible()) await expect(frame).toBeHidden();
      // Not so much moves that the window would be slow to answer.
      const moving = await frame
        .contentFrame()
        .locator('html')
        .evaluate((root) => root.ownerDocument.getAnimations().length);
      expect(moving, `letter ${nth + 1} is calm`).toBeLessThan(41);
      // Whatever is there to be pressed is pressed.
      for (const link of await frame.contentFrame().locator('a[href], area[href], button').all()) {
        await link.dispatchEvent('click');
        const cancel = page.getByRole('dialog').getByRole('button', { name: 'Cancel' });
        if (await cancel.isVisible()) {
          asked += 1;
          await cancel.click();
        }
      }
    }
    if (subject === 'Attached pages and drawings') {
      // A drawing is never shown inside the letter, so it stands beside it.
      await expect(article.getByRole('button', { name: /^drawing\.svg/ })).toBeVisible();
    }
    cautions += await page.getByText('Read this with care').count();
    ran += Number(await page.evaluate(() => 'ran' in window || 'owned' in window));
    const { content, width } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(content, `letter ${nth + 1} keeps to its place`).toBeLessThanOrEqual(width);
  }
  console.log(
    `${total} hostile letters read (${read.size} subjects): ${ran} ran, ${requests.length} requests, ${navigations} navigations, ${context.pages().length - 1} windows; ${cautions} were doubted, ${asked} links asked first.`,
  );
  expect([ran, requests, navigations, context.pages().length]).toEqual([0, [], 0, 1]);
  expect(cautions).toBeGreaterThan(3);
  expect(asked).toBeGreaterThan(0);
});
