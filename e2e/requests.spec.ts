import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isFine } from './fine.ts';
import { expect, test } from './fixtures.ts';
import { accept, adele, signIn } from './person.ts';
import { answer, goTo, signInWithPicture } from './workbench-parts.ts';

const run = promisify(execFile);

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
  // Words on a button stay in one line, however little room the facts beside it leave.
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  await page.setViewportSize({ width: 390, height: 844 });
  const lines = answer(page)
    .getByRole('button', { name: 'All pages' })
    .evaluate((button) => {
      const words = document.createRange();
      words.selectNodeContents(button);
      return words.getClientRects().length;
    });
  expect(await lines).toBe(1);
  await page.setViewportSize(size);

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
  await page.getByRole('tab', { name: 'Permissions' }).click();
  await expect(page.getByText(/^A batch has no permission of its own/)).toBeVisible();
  const inner = page.getByRole('region', { name: 'GET /me' });
  await expect(inner.getByRole('listitem')).toHaveText(/User\.Read.*least privileged.*Granted/);
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
  // What was typed for one method is told to go with another, goes with no GET, and is not lost by it.
  const bodyTab = page.getByRole('tab', { name: /^Body/ });
  await page.getByLabel('Method').selectOption('DELETE');
  await expect(bodyTab).toHaveText(/filled$/);
  await expect(page.getByText(/^It is sent with DELETE as well/)).toBeVisible();
  await page.getByLabel('Method').selectOption('GET');
  await expect(bodyTab).toBeHidden();
  await page.getByLabel('Method').selectOption('POST');
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
