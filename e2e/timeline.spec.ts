import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';
import { watchSecrets } from './watch-secrets.ts';
import { answer, chosen, goTo, message, signInWithPicture } from './workbench-parts.ts';

async function downloadOf(
  page: Page,
  name: string | RegExp,
): Promise<{ path: string; text: string }> {
  await page.getByRole('button', { name: 'Files' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  await page.keyboard.press('Escape');
  const path = await download.path();
  return { path, text: await readFile(path, 'utf8') };
}

test('the timeline shows the whole sign-in, proves what belongs together, and a scenario of it opens elsewhere', async ({
  page,
  context,
  browser,
  app,
}) => {
  const { secrets, settled } = watchSecrets(context);
  await signIn(page, adele, '/services');
  await goTo(page, 'Timeline');
  await expect(message(page, /Back with an answer/)).toBeVisible();

  await message(page, /Back with an answer/).click();
  await expect(chosen(page).getByText('state is the same')).toBeVisible();
  await message(page, /POST \/token Sign-in/).click();
  await expect(chosen(page).getByText('code_verifier is the same')).toBeVisible();
  await expect(chosen(page).getByText('nonce is the same')).toBeVisible();
  await chosen(page).getByRole('tab', { name: 'Request' }).click();
  await expect(chosen(page).getByText('code_verifier=[redacted]')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search the messages' }).fill('authorize');
  await expect(message(page, /./)).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search the messages' }).fill('');

  const har = await downloadOf(page, 'HTTP archive (HAR)');
  const report = await downloadOf(page, 'Report (Markdown)');
  const scenario = await downloadOf(page, /Scenario/);
  const log = JSON.stringify(
    await page.evaluate(() => [{ ...sessionStorage }, document.body.innerText]),
  );
  await settled();
  // One sign-in: a code, a verifier, an access token, a refresh token and an id_token.
  expect(secrets.size).toBeGreaterThanOrEqual(5);
  for (const secret of secrets) {
    for (const text of [har.text, report.text, scenario.text, log]) {
      expect(text.includes(secret)).toBe(false);
    }
  }
  await isFine(page, 'the timeline');

  // What the file holds is the measure: this tab may have sent more meanwhile.
  const { timeline } = JSON.parse(scenario.text) as { timeline: { log: { entries: unknown[] } } };
  await page.getByLabel('HAR or scenario file').setInputFiles(scenario.path);
  await expect(page.getByText('From the file')).toBeVisible();
  await expect(message(page, /./)).toHaveCount(timeline.log.entries.length);
  const rows = await message(page, /./).allTextContents();
  const stranger = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: app.origin });
  const other = await stranger.newPage();
  await signIn(other, 'Tomás Quiroga Lindqvist', '/timeline');
  await other.getByLabel('HAR or scenario file').setInputFiles(scenario.path);
  await expect(other.getByText('From the file')).toBeVisible();
  await expect(message(other, /./)).toHaveText(rows);
  await stranger.close();
});

test('a call that is refused, the renewal and the second attempt lead to each other; a failure has a text for support', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/graph\.microsoft\.com/);
  await signInWithPicture(page, '/services');
  await goTo(page, 'Requests');
  const me = 'https://graph.microsoft.com/v1.0/me?$select=displayName';
  await page.getByLabel('Address').fill(me);
  await control.fail({ url: 'graph.microsoft.com/v1.0/me', status: 401, body: '{}' });
  await page.getByLabel('Address').press('Control+Enter');
  await expect(answer(page).getByRole('tab', { name: 'Headers' })).toBeVisible();
  await goTo(page, 'Timeline');
  await message(page, /GET \/me You, in Requests 401/).click();
  await expect(
    chosen(page).getByRole('button', { name: 'Copy for Microsoft’s support' }),
  ).toBeVisible();
  await chosen(page)
    .getByRole('button', { name: /POST \/token/ })
    .click();
  await chosen(page).getByRole('button', { name: 'GET /me (200)' }).click();
  await expect(chosen(page).getByText('Second attempt of')).toBeVisible();
  await page.getByRole('button', { name: 'Failures' }).click();
  await expect(message(page, /401/)).toHaveCount(1);
  // What was recorded is sent again, and stands below any screen.
  await message(page, /401/).click();
  await page.getByRole('button', { name: 'Live' }).click();
  await expect(page.getByRole('button', { name: 'Paused' })).toBeVisible();
  await chosen(page).getByRole('link', { name: 'Open in Requests' }).click();
  await expect(page.getByLabel('Address')).toHaveValue(me);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(answer(page).getByRole('tab', { name: 'Headers' })).toBeVisible();
  await page.keyboard.press('Control+`');
  const dock = page.getByRole('region', { name: 'Last messages' });
  await expect(dock.getByRole('option', { name: /GET \/me You, in Requests 200/ })).toHaveCount(2);
  await isFine(page, 'last messages below a screen');
  await page.keyboard.press('Escape');
  await expect(dock).toHaveCount(0);
  // Paused, it shows what was there, and says what it does not show.
  await goTo(page, 'Timeline');
  await expect(page.getByRole('button', { name: /^Paused, \d+ more/ })).toBeVisible();
  await expect(message(page, /GET \/me You, in Requests 200/)).toHaveCount(1);
  await page.getByRole('button', { name: /^Paused/ }).click();
  await expect(message(page, /GET \/me You, in Requests 200/)).toHaveCount(2);
});
