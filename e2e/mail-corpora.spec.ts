/**
 * Letters and payloads that nobody here wrote. They lie beside the repository on some machines only, and are never
 * copied into it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters, type TestLetter } from './letters.ts';
import { openMail } from './person.ts';

const corpora = new URL('../../shared/data/mail/', import.meta.url);
const real = new URL('real/', corpora);
const payloads = new URL('hostile/xss-payloads.txt', corpora);

const frameOf = (page: Page) => page.frameLocator('main iframe');

/** Scripts that got through would call one of these. */
async function armTraps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const trap = () => void ((window as { pwned?: number }).pwned = 1);
    Object.assign(window, { alert: trap, prompt: trap, confirm: trap, print: trap });
  });
}

/** @returns which of these leave nothing of what comes after them, as the browser reads them without running anything */
async function swallowing(page: Page, parts: readonly string[]): Promise<ReadonlySet<number>> {
  const found = await page.evaluate((htmls) => {
    const isSwallowed = (html: string) => {
      const read = new DOMParser().parseFromString(`<p>.</p>${html}<p id="end"></p>`, 'text/html');
      return !read.querySelector('#end');
    };
    return [...htmls.keys()].filter((at) => isSwallowed(htmls[at] ?? ''));
  }, parts);
  return new Set(found);
}

async function isUntouched(page: Page, nth: number): Promise<void> {
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  await expect(page).toHaveURL(new RegExp(`/mail/inbox/letter-${nth}$`));
  const { content, width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
}

test('every payload of the list runs nothing and asks for nothing, in bodies, subjects and names', async ({
  page,
  context,
  app,
  watched,
}) => {
  test.skip(!existsSync(payloads), 'The list of payloads is not on this machine.');
  const lines = readFileSync(payloads, 'utf8').split('\n').filter(Boolean);
  const mark = (at: number) => `Payload ${at} ends.`;
  // Many to a letter, each with what closes whatever it leaves open. One that swallows the rest all the same comes last in
  // its letter; should another do so, those after it are seen again.
  const size = 160;
  const closed = `'">--></script></style></textarea></title></xmp></iframe></noscript></noembed></noframes></template></select></svg></math>`;
  const letterOf = (ats: readonly number[]): TestLetter => ({
    subject: [`No ${ats[0]}.`, ...ats.slice(0, 3).map((at) => lines[at])].join(' '),
    from: { name: lines[ats[0] ?? 0] ?? '', address: 'stranger@stranger.example' },
    to: ats.map((at) => ({ name: lines[at] ?? '', address: `${at}@stranger.example` })),
    files: ats.map((at) => ({ name: `${lines[at]}.pdf` })),
    body: ats.map((at) => `<div>${lines[at]}${closed}</div><p>${mark(at)}</p>`).join('\n'),
  });
  const letters: TestLetter[] = [];
  const contents: (readonly number[])[] = [];
  const add = (ats: readonly number[]) => {
    contents.push(ats);
    letters.push(letterOf(ats));
  };
  const swallow = await swallowing(
    page,
    lines.map((line) => `<div>${line}${closed}</div>`),
  );
  const others = [...lines.keys()].filter((at) => !swallow.has(at));
  const last = [...swallow];
  while (others.length > 0 || last.length > 0) {
    add([...others.splice(0, size - 1), ...last.splice(0, 1)]);
  }
  await serveLetters(context, letters);
  watched.forgive(/^console: Blocked script execution/);
  // What a letter asks for itself, and what anybody asks of a host that is none of ours; the product goes on with its
  // own work meanwhile (faces, settings).
  const ours = new URL(app.origin).host;
  const foreign: string[] = [];
  context.on('request', (request) => {
    const url = URL.parse(request.url());
    if (!url || !/^(https?|ftp|file):$/.test(url.protocol)) return;
    const isOfLetter = request.frame() !== page.mainFrame();
    const isOurs = [ours, 'graph.microsoft.com', 'login.microsoftonline.com'].includes(url.host);
    if (isOfLetter || !isOurs) foreign.push(url.href);
  });
  await openMail(page);
  await armTraps(page);
  foreign.length = 0;
  let alone = 0;
  const seen = new Set<number>();
  for (let nth = 0; nth < letters.length; nth += 1) {
    await openLetter(page, nth);
    const ats = contents[nth] ?? [];
    // Of this letter, not still of the one before.
    const title = new RegExp(`^Message: No ${ats[0]}\\. `);
    await expect(page.locator('main iframe')).toHaveAttribute('title', title);
    await expect(page.getByRole('list', { name: 'Attachments' })).toBeVisible();
    await expect(frameOf(page).locator('body > *').first()).toBeAttached();
    const text = await frameOf(page)
      .locator('body')
      .evaluate((body) => body.textContent);
    const shown = ats.filter((at) => text.includes(mark(at)));
    shown.forEach((at) => seen.add(at));
    const missed = ats.filter((at) => !shown.includes(at));
    // The first that is missing swallowed its own end; it was there, alone among the rest. Those after it were text.
    if (missed[0] !== undefined) {
      seen.add(missed[0]);
      if (missed.length > 1) {
        alone += 1;
        add(missed.slice(1));
      }
    }
    await isUntouched(page, nth);
  }
  const own = foreign.filter(
    (url) => !/mail-frame(-remote)?\.html|\/assets\/|(icons|favicon)\.svg/.test(url),
  );
  console.log(
    `${seen.size} of ${lines.length} payloads shown in ${letters.length} letters (${alone} again): 0 ran, ${own.length} requests.`,
  );
  expect(seen.size).toBe(lines.length);
  expect(own).toEqual([]);
});

test('every real letter shows its words, and whatever is cut off can be reached', async ({
  page,
  context,
  watched,
}) => {
  test.skip(!existsSync(real), 'The real letters are not on this machine.');
  watched.forgive(/^console: Blocked script execution/);
  const files = readdirSync(real).filter((name) => name.endsWith('.html'));
  const bodies = files.map((name) => readFileSync(new URL(name, real), 'utf8'));
  await serveLetters(
    context,
    bodies.map((body, nth) => ({ subject: files[nth] ?? '', body })),
  );
  await openMail(page);
  await page.setViewportSize({ width: 390, height: 844 });
  let words = 0;
  for (const [nth, name] of files.entries()) {
    await openLetter(page, nth);
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    await expect(frameOf(page).locator('body > *').first()).toBeAttached();
    // The card takes its height and its scale from what is in it, in steps.
    await expect(page.locator('article [aria-busy]')).toHaveCount(0);
    const look = () =>
      frameOf(page)
        .locator('body')
        .evaluate((element) => {
          const body = element as HTMLElement;
          const root = body.ownerDocument.documentElement;
          const { overflowX, overflowY } = getComputedStyle(root);
          return {
            words: body.innerText.split(/\s+/).filter(Boolean).length,
            pictures: body.querySelectorAll('img').length,
            isAllHigh: root.scrollHeight - root.clientHeight <= 1 || overflowY === 'auto',
            isAllWide: root.scrollWidth - root.clientWidth <= 1 || overflowX === 'auto',
          };
        });
    await expect
      .poll(look, `${name} is as high and as wide as its content`)
      .toMatchObject({ isAllHigh: true, isAllWide: true });
    const found = await look();
    words += found.words;
    expect(found.words + found.pictures, `${name} has words, or at least pictures`).toBeGreaterThan(
      0,
    );
    await isUntouched(page, nth);
  }
  console.log(`${files.length} real letters, ${words} words shown, nothing out of reach.`);
});
