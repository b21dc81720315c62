import type { BrowserContext, Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters, type TestLetter } from './letters.ts';
import { openMail } from './person.ts';
import { toPhone } from './widths.ts';

const frameOf = (page: Page) => page.frameLocator('main iframe');
const headers = { 'access-control-allow-origin': '*' };

const report =
  'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=stranger.example; dkim=pass header.d=stranger.example; dmarc=pass action=none header.from=stranger.example; compauth=pass reason=100';

/** A page of A4 with a word on it, as small as viewers take it. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length 42>>stream
BT /F 24 Tf 60 770 Td (Interferogram) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`;

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const letter: TestLetter = {
  subject: 'Everything at once',
  from: { name: 'lidia@northlight.example', address: 'stranger@stranger.example' },
  to: [{ name: 'Adele Thornbury', address: 'adele@northlight.example' }],
  body: `<p>Read <a href="https://evil.example/login">https://bank.example/</a> and <a href="#end">go on</a>.</p>
    <div style="width:900px">As wide as paper</div>
    <img src="https://pictures.example/a.png" width="1" height="1"><img src="https://pictures.example/b.png">
    <p id="end">The end.</p><blockquote type="cite">What was written before</blockquote>`,
  files: [
    { name: 'plan.pdf', contentType: 'application/pdf' },
    { name: 'invoice\u202efdp.exe', contentType: 'application/octet-stream' },
    { name: 'plate.png', contentType: 'image/png' },
    {
      name: 'Before it',
      more: {
        '@odata.type': '#microsoft.graph.itemAttachment',
        item: { subject: 'Before it', body: { contentType: 'html', content: '<p>Enclosed.</p>' } },
      },
    },
    {
      name: 'Drawings',
      more: {
        '@odata.type': '#microsoft.graph.referenceAttachment',
        sourceUrl: 'https://files.example/drawings',
      },
    },
    // As Graph 1.0 tells of it.
    { name: 'Plans', more: { '@odata.type': '#microsoft.graph.referenceAttachment' } },
  ],
  more: {
    replyTo: [{ emailAddress: { name: 'Other', address: 'other@elsewhere.example' } }],
    internetMessageHeaders: [
      {
        name: 'Received',
        value:
          'from mx.stranger.example by mx.northlight.example with ESMTPS; Fri, 20 Nov 2026 08:00:09 +0000',
      },
      {
        name: 'Received',
        value: 'by mx.stranger.example with HTTP; Fri, 20 Nov 2026 08:00:00 +0000',
      },
      { name: 'Authentication-Results', value: report },
      { name: 'X-Mailer', value: '<b>Made up</b>' },
    ],
  },
};

async function openIt(page: Page, context: BrowserContext) {
  await serveLetters(context, [letter]);
  await context.route(/\/letter-0\/\$value/, (route) =>
    route.fulfill({
      headers,
      body: `Subject: Everything at once\r\n\r\n${'A line.\r\n'.repeat(99)}`,
    }),
  );
  await context.route(/\/letter-0\/attachments\/file-0\/\$value/, (route) =>
    route.fulfill({ headers, body: pdf, contentType: 'application/pdf' }),
  );
  await context.route(/\/letter-0\/attachments\/file-2\/\$value/, (route) =>
    route.fulfill({ headers, body: Buffer.from(picture, 'base64'), contentType: 'image/png' }),
  );
  await openMail(page);
  await openLetter(page, 0);
  await expect(frameOf(page).getByText('The end.')).toBeVisible();
}

const main = (page: Page) => page.getByRole('main');
const files = (page: Page) => page.getByRole('list', { name: 'Attachments' });

/** What a letter is besides its words, at the width of the moment. */
async function hasAllViews(page: Page) {
  await main(page).locator('summary').filter({ hasText: 'To you' }).click();
  await main(page)
    .getByRole('button', { name: /^Adele Thornbury/ })
    .click();
  await expect(page.getByRole('button', { name: 'Copy address' })).toBeInViewport({ ratio: 1 });
  // The card is closed and not the letter, and the focus is where it was.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Copy address' })).toBeHidden();
  await expect(main(page).getByRole('button', { name: /^Adele Thornbury/ })).toBeFocused();
  await main(page).locator('summary').filter({ hasText: 'To you' }).click();

  await page.getByRole('button', { name: 'Headers' }).click();
  await expect(main(page).getByText('DMARC: pass')).toBeVisible();
  await expect(main(page).getByText('2 steps, 9 s in all.')).toBeVisible();
  await expect(main(page).getByText('<b>Made up</b>')).toBeVisible();
  await isFine(page, 'its headers');

  await page.getByRole('button', { name: 'Source' }).click();
  await expect(main(page).getByText('Subject: Everything at once')).toBeVisible();
  const source = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as .eml' }).click();
  expect((await source).suggestedFilename()).toBe('Everything at once.eml');
  await page.getByRole('button', { name: 'Message', exact: true }).click();
}

/** Looked at, or saved under a name that deceives nobody. */
async function hasAllFiles(page: Page) {
  await expect(
    page.getByText(/written to look like another kind of file; it ends in \.exe/),
  ).toBeVisible();
  const program = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download invoicefdp.exe' }).last().click();
  expect((await program).suggestedFilename()).toBe('invoicefdp.exe');

  const shown = [
    { name: 'plan.pdf', what: page.getByText(/Page 1 of 1\. Interferogram/) },
    { name: 'plate.png', what: page.getByRole('img', { name: 'plate.png' }) },
  ];
  for (const { name, what } of shown) {
    await files(page).getByRole('button', { name }).first().click();
    const preview = page.getByRole('dialog', { name });
    await expect(preview).toBeInViewport({ ratio: 0.99 });
    await expect(what).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
  }

  // Opened where they lie, and closed again.
  await files(page).getByRole('button', { name: 'Before it' }).first().click();
  const enclosed = page.getByRole('article', { name: 'Before it' });
  await expect(enclosed.frameLocator('iframe').getByText('Enclosed.')).toBeVisible();
  await files(page).getByRole('button', { name: 'Before it' }).first().click();
  await expect(enclosed).toBeHidden();
  await files(page).getByRole('button', { name: 'Drawings' }).click();
  const link = files(page).getByRole('link', { name: 'https://files.example/drawings' });
  await expect(link).toBeVisible();
  await files(page).getByRole('button', { name: 'Drawings' }).click();
  await expect(link).toBeHidden();
  await files(page).getByRole('button', { name: 'Plans' }).click();
  await expect(files(page).getByText('Graph does not say where the file lies.')).toBeVisible();
  await files(page).getByRole('button', { name: 'Plans' }).click();
}

test('a letter says what is doubtful about it, who it is from, how it came and what lies with it, at a desk and on a phone', async ({
  page,
  context,
  watched,
}) => {
  // The smallest PDF has no table of its objects.
  watched.forgive(/Indexing all PDF objects/);
  test.slow();
  await openIt(page, context);
  await expect(main(page).getByText('stranger@stranger.example').first()).toBeVisible();
  await expect(main(page).getByText('Verified', { exact: true })).toBeVisible();
  await expect(main(page).getByText(/name is an address, lidia@northlight/)).toBeVisible();
  await expect(main(page).getByText(/Answers go to other@elsewhere\.example/)).toBeVisible();
  await expect(
    main(page).getByText('A link says bank.example and opens evil.example.'),
  ).toBeVisible();
  await expect(main(page).getByText('2 remote images blocked, 1 tracker-sized.')).toBeVisible();
  await expect(frameOf(page).getByText('What was written before')).toBeHidden();
  await frameOf(page).getByText('Quoted text').click();
  await expect(frameOf(page).getByText('What was written before')).toBeVisible();
  await isFine(page, 'the letter');
  await hasAllViews(page);
  await hasAllFiles(page);

  await toPhone(page);
  await hasAllViews(page);
  await hasAllFiles(page);

  // Wider than a phone: drawn smaller, and seen in full on request.
  const hangsOut = () =>
    frameOf(page)
      .locator('html')
      .evaluate((root) => root.scrollWidth > root.clientWidth + 2);
  await expect.poll(hangsOut).toBe(false);
  await page.getByRole('button', { name: /^Full size/ }).click();
  await expect.poll(hangsOut).toBe(true);
  await page.getByRole('button', { name: 'Fit to width' }).click();
  await expect.poll(hangsOut).toBe(false);
  // Nothing half under the bar above it.
  await page.locator('article h1').scrollIntoViewIfNeeded();
  await isFine(page, 'the letter on a phone');
});

test('a link tells where it leads, and is asked about once', async ({ page, context, watched }) => {
  watched.allowHost(/evil\.example/);
  await context.route('https://evil.example/**', (route) => route.fulfill({ body: 'elsewhere' }));
  await openIt(page, context);
  const link = frameOf(page).getByRole('link', { name: 'https://bank.example/' });
  await link.focus();
  await expect(page.getByText('evil.example/login')).toBeVisible();
  await page.keyboard.down('Enter');
  const question = page.getByRole('dialog', { name: 'Open evil.example?' });
  await expect(question.getByText('says bank.example and opens evil.example')).toBeVisible();
  // The key that is still held repeats itself, and answers nothing.
  await expect(question.getByRole('button', { name: 'Open evil.example' })).toBeFocused();
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(question).toBeVisible();
  expect(context.pages()).toHaveLength(1);
  await isFine(page, 'the question');
  const opened = context.waitForEvent('page');
  await question.getByRole('button', { name: 'Open evil.example' }).click();
  await (await opened).close();
  const again = context.waitForEvent('page');
  await link.click();
  expect(await (await again).evaluate(() => window.opener === null)).toBe(true);
  await frameOf(page).getByRole('link', { name: 'go on' }).click();
  await expect(page).toHaveURL(/letter-0$/);
});
