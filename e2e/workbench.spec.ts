import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, adele, signIn } from './person.ts';
import { watchSecrets } from './watch-secrets.ts';

const run = promisify(execFile);

async function goTo(page: Page, name: 'Timeline' | 'Requests'): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const message = (page: Page, name: RegExp): Locator =>
  page.getByRole('listbox', { name: /Messages/ }).getByRole('option', { name });
const chosen = (page: Page) => page.getByRole('region', { name: 'The chosen message' });
const answer = (page: Page) => page.getByRole('region', { name: 'The answer' });

/** The picture is fetched in its own time: until it is there it would take a refusal that is meant for another request. */
async function signInWithPicture(page: Page, path: string): Promise<void> {
  const picture = page.waitForResponse(/\/me\/photos\//);
  await signIn(page, adele, path);
  await picture;
}

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

test('a request asks for its permission, survives the trip, is answered, followed, and its curl command works', async ({
  page,
  context,
  tenant,
  control,
}) => {
  let token = '';
  context.on('request', (request) => {
    const sent = request.headers()['authorization'];
    if (sent && request.url().includes('graph.microsoft.com')) token = sent.replace('Bearer ', '');
  });
  await signIn(page, adele, '/services');
  await goTo(page, 'Requests');
  await page
    .getByRole('navigation', { name: 'Requests' })
    .getByText('Mail', { exact: true })
    .click();
  await page.getByRole('button', { name: 'GET Newest messages' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await answer(page)
    .getByRole('button', { name: /^Allow Mail/ })
    .click();
  await page.waitForURL(/\/oauth2\/v2\.0\/authorize/);
  await accept(page);
  await expect(page.getByLabel('Address')).toHaveValue(/\/me\/messages\?\$select=id,subject/);
  // What was asked for before is answered, without asking again.
  await expect(answer(page).getByRole('treeitem', { name: /"value": .*25 items/ })).toBeVisible();
  await isFine(page, 'a request and its answer');

  await page.getByRole('tab', { name: 'Code' }).click();
  const shell = async (told: string | RegExp = /./) => {
    const code = page.getByLabel('The request for curl');
    await expect(code).toContainText(told);
    const command = await code.innerText();
    expect(command).toContain('$TOKEN');
    expect(command).not.toContain(token);
    const reach = `--silent --insecure --connect-to graph.microsoft.com:443:127.0.0.1:${tenant?.port}`;
    const { stdout } = await run('/bin/sh', ['-c', `${command} ${reach}`], {
      env: { ...process.env, TOKEN: token },
      encoding: 'buffer',
    });
    return stdout;
  };
  const json = async (told?: string) =>
    JSON.parse((await shell(told)).toString()) as Record<string, unknown[]>;
  expect((await json())['value']).toHaveLength(25);

  // Slow enough that the last page is minutes away, however slow this machine is.
  await control.tell('network', { latency: 1000 });
  await answer(page).getByRole('button', { name: 'All pages' }).click();
  await expect(answer(page).getByText(/things of \d+ pages so far/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(answer(page).getByText(/^\d+ pages$/)).toBeVisible();
  await control.tell('network', { latency: 0 });
  await answer(page).getByRole('tab', { name: 'Table' }).click();
  await expect(answer(page).getByRole('columnheader', { name: 'subject' })).toBeVisible();
  await answer(page).getByRole('tab', { name: 'Compare' }).click();
  await expect(answer(page).getByText(/differences/)).toBeVisible();
  // The same command with a header, with a picture for an answer, and with a body.
  await page
    .getByLabel('Address')
    .fill('https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages/delta?$select=id');
  await page
    .getByRole('tab', { name: /^Headers/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /a line/ }).fill('Prefer: odata.maxpagesize=3');
  await page.getByRole('tab', { name: 'Code' }).click();
  expect((await json('maxpagesize=3'))['value']).toHaveLength(3);
  await page.getByLabel('Address').fill('https://graph.microsoft.com/v1.0/me/photo/$value');
  expect([...(await shell('photo')).subarray(0, 3)]).toEqual([0x89, 0x50, 0x4e]);
  await page.getByLabel('Method').selectOption('POST');
  await page.getByLabel('Address').fill('https://graph.microsoft.com/v1.0/$batch');
  await page.getByRole('tab', { name: 'Body' }).click();
  await page
    .getByRole('textbox', { name: /JSON/ })
    .fill(`{ "requests": [{ "id": "it's $1", "method": "GET", "url": "/me" }] }`);
  await page.getByRole('tab', { name: 'Code' }).click();
  expect((await json('$batch'))['responses']).toMatchObject([{ id: "it's $1", status: 200 }]);
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => key.includes('history'))).toEqual([]);
});

test('what is odd is told and stays as typed; throttling and refusals are explained', async ({
  page,
  control,
  watched,
}) => {
  watched.expectRefusal(/graph\.microsoft\.com/);
  await signInWithPicture(page, '/requests');
  const address = page.getByLabel('Address');
  await address.fill('https://evil.example/v1.0/me');
  await address.press('Enter');
  await expect(page.getByText(/none of the services/)).toBeVisible();
  await expect(address).toHaveValue('https://evil.example/v1.0/me');

  await page.getByLabel('Method').selectOption('POST');
  await address.fill('https://graph.microsoft.com/v1.0/me/messages');
  await page.getByRole('tab', { name: 'Body' }).click();
  const body = page.getByLabel(/JSON, a message/);
  await body.fill('{ "Subject": 1 }');
  await expect(page.getByText('it is written subject')).toBeVisible();
  await body.fill('{ "subject": ');
  await body.press('Control+Enter');
  await expect(page.getByText(/No JSON: line 1/)).toBeVisible();
  await expect(body).toHaveValue('{ "subject": ');

  await page.getByLabel('Method').selectOption('GET');
  await address.fill('https://graph.microsoft.com/v1.0/me');
  await control.fail({
    url: 'graph.microsoft.com/v1.0/me',
    status: 429,
    headers: {
      'retry-after': '7',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Retry-After',
    },
    body: '{"error":{"code":"TooManyRequests","message":"Slow down."}}',
  });
  await address.press('Enter');
  await expect(answer(page).getByText('TooManyRequests: Slow down.')).toBeVisible();
  await expect(answer(page).getByText(/Throttled for 7 seconds, until/)).toBeVisible();
  await answer(page).getByRole('button', { name: 'Send again' }).click();
  await expect(answer(page).getByRole('treeitem', { name: /"displayName"/ })).toBeVisible();
  // Nobody has to wait for what they do not want any more.
  await control.tell('network', { latency: 20_000 });
  await address.press('Enter');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(answer(page).getByRole('heading', { name: 'Stopped' })).toBeVisible();
});
