import type { Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters, type TestLetter } from './letters.ts';
import { messages, whole } from './mail-list.ts';
import { isAloneOnPaper, isPrinted, watchPrinting } from './on-paper.ts';
import { accept, adele, openMail, signIn, subjectOf } from './person.ts';
import { toDesk, toPhone } from './widths.ts';

const headers = { 'access-control-allow-origin': '*' };
const frameOf = (page: Page) => page.frameLocator('main iframe');

const letters: TestLetter[] = [
  {
    subject: 'With a file',
    body: '<p>Words that stay.</p>',
    files: [
      { name: 'plan.txt', contentType: 'text/plain' },
      { name: 'notes.txt', contentType: 'text/plain' },
      { name: 'unseen.txt', contentType: 'text/plain' },
    ],
  },
  { subject: 'The next one', body: '<p>Other words.</p>' },
  { subject: 'And the next', body: '<p>Other words again.</p>' },
  {
    subject: 'For the <b>file</b>',
    to: [{ name: 'Adele Thornbury', address: 'adele@northlight.example' }],
    body: `<p>Words on paper.</p>${'<p>And more of them.</p>'.repeat(46)}<script>top.pwned=1</script><img src=x onerror="top.pwned=1">`,
  },
];

const refused = (status: number, code: string) => ({
  status,
  headers,
  json: { error: { code, message: 'Refused.' } },
});

/** What is gone leaves the letter readable, and is there again when it is. */
async function losesAFile(page: Page, name: string, setGone: (isGone: boolean) => void) {
  setGone(true);
  await openLetter(page, 0);
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const preview = page.getByRole('dialog', { name });
  await expect(preview.getByText(/not (there|found)|no longer/i).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(frameOf(page).getByText('Words that stay.')).toBeVisible();
  setGone(false);
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expect(preview.getByText('What the plan is')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
}

/** Without a connection a letter says why, and comes on demand. */
async function losesTheNet(
  page: Page,
  nth: number,
  words: string,
  setOffline: (isOffline: boolean) => void,
) {
  setOffline(true);
  await openLetter(page, nth);
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await expect(page.getByText('No connection', { exact: true })).toBeVisible();
  const heading = page.getByRole('heading', { name: 'This message could not be opened', level: 1 });
  await expect(heading).toBeVisible();
  setOffline(false);
  await again.press('Enter');
  await expect(frameOf(page).getByText(words)).toBeVisible();
  // What had the focus has gone with the failure.
  await expect(page.locator('article h1')).toBeFocused();
  await openLetter(page, 0);
  await expect(frameOf(page).getByText('Words that stay.')).toBeVisible();
}

/** A letter that is here waits for the paper it is written on, which the browser may have given away. */
async function isShownOnceThereIsANet(page: Page) {
  await page.context().setOffline(true);
  await openLetter(page, 1);
  await expect(page.getByText('This cannot be shown without a connection.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(frameOf(page).getByText('Other words.')).toBeVisible();
}

/** Of a letter that is gone nothing can be asked for that was not seen before. */
async function hasOnlyWhatIsHere(page: Page) {
  const views = page.getByRole('group', { name: 'Show as' });
  const isOff = (name: string, isIt: boolean) =>
    expect(page.getByRole('button', { name })).toHaveAttribute('aria-disabled', String(isIt));
  await isOff('Source', true);
  await isOff('Headers', false);
  await isOff('Download notes.txt', false);
  await isOff('Download unseen.txt', true);
  await page.getByRole('button', { name: /^unseen\.txt/ }).press('Enter');
  await views.getByRole('button', { name: 'Source' }).press('Enter');
  await expect(views.getByRole('button', { name: 'Message' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a letter stays readable without its files, without a connection, on paper, and when it is deleted elsewhere, at a desk and on a phone', async ({
  page,
  context,
  watched,
}) => {
  test.slow();
  watched.expectRefusal(/attachments/);
  watched.forgive(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  await serveLetters(context, letters);
  let isFileGone = true;
  await context.route(/letter-0\/attachments\/file-\d\/\$value/, (route) =>
    route.fulfill(
      isFileGone
        ? refused(404, 'ErrorItemNotFound')
        : { headers, contentType: 'text/plain', body: 'What the plan is' },
    ),
  );
  let isOffline = false;
  await context.route(/\/me\/messages\/letter-[12]/, (route) =>
    isOffline ? route.abort('internetdisconnected') : route.fallback(),
  );
  let isGone = false;
  await context.route(/\/me\/messages\/letter-0\?/, (route) =>
    isGone ? route.fulfill(refused(404, 'ErrorItemNotFound')) : route.fallback(),
  );
  await openMail(page);
  await losesAFile(page, 'plan.txt', (now) => (isFileGone = now));
  await losesTheNet(page, 1, 'Other words.', (now) => (isOffline = now));
  await toPhone(page);
  await losesAFile(page, 'notes.txt', (now) => (isFileGone = now));
  await losesTheNet(page, 2, 'Other words again.', (now) => (isOffline = now));
  await isShownOnceThereIsANet(page);
  expect(watched.complaints()).toEqual([]);

  // What the browser writes when the sandbox, or the sanitiser's own document, stops something; and the clock below is
  // a script that is put into every document, also where none may run.
  watched.forgive(/^console: Blocked script execution/);
  await openLetter(page, 3);
  await expect(frameOf(page).getByText('Words on paper.')).toBeVisible();
  await watchPrinting(page);
  await isAloneOnPaper(page);
  await isPrinted(page, () => page.getByRole('button', { name: 'Print', exact: true }).click());
  await toDesk(page);
  await isAloneOnPaper(page);
  await isPrinted(page, () => page.keyboard.press('Control+p'));

  // Looked at again later, as when one comes back to it.
  watched.expectRefusal(/letter-0/);
  isGone = true;
  await page.clock.install();
  await page.clock.fastForward('06:00');
  await openLetter(page, 0);
  await expect(
    page.getByRole('article').getByText('This message is no longer there'),
  ).toBeVisible();
  await expect(frameOf(page).getByText('Words that stay.')).toBeVisible();
  await toPhone(page);
  await hasOnlyWhatIsHere(page);
  await expect(
    page.getByRole('article').getByText('This message is no longer there'),
  ).toBeInViewport();
  await expect(frameOf(page).getByText('Words that stay.')).toBeInViewport();
  await isFine(page, 'a letter that is gone');
});

test('who allowed no more than the heads of letters reads those, and is told what their words need', async ({
  page,
}) => {
  await signIn(page, adele, '/permissions/planner');
  await page.getByRole('textbox', { name: 'Scopes' }).fill('Mail.ReadBasic');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await page.getByRole('link', { name: 'Mail', exact: true }).click();
  await whole(page);
  await expect(page.getByRole('link', { name: /^Drafts/ })).toBeVisible();
  const words = await subjectOf(messages(page).nth(2));
  await messages(page).nth(2).click();
  const pane = page.getByRole('article').first();
  await expect(pane.getByRole('heading', { level: 1 })).toHaveText(words);
  await expect(pane.getByRole('button', { name: 'Allow Mail.Read' })).toBeVisible();
  await expect(messages(page).nth(5)).toBeVisible();
});
