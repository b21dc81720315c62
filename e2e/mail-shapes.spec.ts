/** Letters as programs really write them: what each of them needs to be readable here, on a phone in the dark. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openLetter, serveLetters, type TestLetter } from './letters.ts';
import { openMail } from './person.ts';

const frameOf = (page: Page) => page.frameLocator('main iframe');
const colour = (page: Page, words: string) =>
  frameOf(page)
    .getByText(words)
    .evaluate((element) => getComputedStyle(element).backgroundColor);

const outlook = `<div class="WordSection1"><p class="MsoNormal">My answer.<o:p></o:p></p>
  <div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>
  <p class="MsoNormal"><b>From:</b> Lidia<br><b>Sent:</b> Monday</p></div></div>
  <p class="MsoNormal">What was asked.</p></div>`;

const darkAware = `<style>:root{color-scheme:light dark}.card{background:rgb(240,244,255);color:#111}
  @media (prefers-color-scheme: dark){.card{background:rgb(32,36,44)!important;color:#fff!important}}</style>
  <p class="card">At home in the dark</p>`;

const onPicture = `<table width="100%" background="https://pictures.example/night.jpg"><tr>
  <td style="color:#ffffff">White on a picture</td></tr></table>
  <p style="background:url(https://pictures.example/day.jpg);color:#222">Dark on a picture</p>`;

const withBase = `<base href="https://company.example/news/"><p><a href="one.html">One</a>
  <a href="javascript:top.pwned=1">Two</a> <img src="a.png" width="200" height="80"></p>`;

const letters: TestLetter[] = [
  { subject: 'Outlook', body: outlook },
  { subject: 'Dark', body: darkAware },
  { subject: 'Picture', body: onPicture },
  { subject: 'Base', body: withBase },
  {
    subject: 'Paper',
    body: '<div style="width:794px" align="right">Right</div>',
  },
  { subject: 'Log', body: 'See http://a.example/x\n'.repeat(20_000), contentType: 'text' },
  { subject: `On ${'and on '.repeat(60)}to the end`, body: '<p>Short</p>' },
  { subject: 'Lines', body: 'A line\n'.repeat(500), contentType: 'text' },
];

test('letters as programs write them are readable on a phone in the dark', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await serveLetters(context, letters);
  await openMail(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const open = async (nth: number) => {
    await openLetter(page, nth);
    const heading = page.getByRole('article').getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(letters[nth]?.subject ?? '');
  };

  await open(0);
  await expect(frameOf(page).getByText('My answer.')).toBeVisible();
  await expect(frameOf(page).getByText('What was asked.')).toBeHidden();
  await frameOf(page).getByText('Quoted text').click();
  await expect(frameOf(page).getByText('What was asked.')).toBeVisible();

  // On white paper until the person says otherwise, whatever the system says.
  await open(1);
  await expect.poll(() => colour(page, 'At home in the dark')).toBe('rgb(240, 244, 255)');
  await page.getByRole('button', { name: 'Darken' }).click();
  await expect.poll(() => colour(page, 'At home in the dark')).toBe('rgb(32, 36, 44)');
  await page.getByRole('button', { name: 'White paper' }).click();
  await expect.poll(() => colour(page, 'At home in the dark')).toBe('rgb(240, 244, 255)');

  await open(2);
  const table = frameOf(page).locator('table');
  await expect(table).toHaveCSS('background-color', 'rgb(71, 77, 84)');
  await expect(frameOf(page).getByText('Dark on a picture')).toHaveCSS(
    'background-color',
    'rgba(0, 0, 0, 0)',
  );

  await open(3);
  await expect(frameOf(page).getByText('One')).toHaveAttribute(
    'href',
    'https://company.example/news/one.html',
  );
  await expect(frameOf(page).getByText('Two')).not.toHaveAttribute('href');
  await expect(page.getByText('1 remote image blocked.')).toBeVisible();

  // As wide as paper: both its margins are seen.
  await open(4);
  await expect(page.getByRole('button', { name: /^Full size/ })).toBeVisible();
  const right = frameOf(page).getByText('Right');
  await expect
    .poll(() =>
      right.evaluate((cell) => innerWidth - cell.getBoundingClientRect().right > 4 && innerWidth),
    )
    .toBeGreaterThan(300);

  await open(5);
  await expect(page.getByText('This is only the beginning')).toBeAttached();
  await expect(page.getByRole('article').getByRole('link')).toHaveCount(5000);

  // From the end of one to the top of another that is as high, and here at once.
  const title = page.getByRole('article').getByRole('heading', { level: 1 });
  await open(7);
  await open(5);
  await page.getByRole('article').getByRole('link').last().scrollIntoViewIfNeeded();
  await expect(title).not.toBeInViewport();
  await open(7);
  await expect(title).toBeInViewport();

  // A subject without an end leaves room for the letter, and is all there on request.
  await open(6);
  const high = async () => {
    const box = await title.boundingBox();
    return Math.round(box?.height ?? 0);
  };
  await page.getByRole('button', { name: 'The whole subject' }).click();
  await expect.poll(high).toBeGreaterThan(200);
  await page.getByRole('button', { name: 'Less of the subject' }).click();
  await expect.poll(high).toBeLessThan(100);
  await open(4);
  await expect(page.getByRole('button', { name: 'The whole subject' })).toHaveCount(0);
});
