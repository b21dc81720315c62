import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { controlOf } from './control.ts';
import { expect, test } from './fixtures.ts';
import { adele, signIn } from './person.ts';

const run = promisify(execFile);
const client = '15f7a2c9-b64d-4083-8e5b-d90c3a7e61f2';

test('in a live world nothing is sent, and the commands for the shell do it all', async ({
  page,
  tenant,
}) => {
  const port = tenant?.port ?? 0;
  await signIn(page, adele, '/app-only');
  const text = async (name: string) => {
    const region = page.getByRole('region', { name });
    await expect(region).not.toBeEmpty();
    return region.innerText();
  };
  await expect(page.getByRole('button', { name: 'Ask for the token' })).toHaveCount(0);
  await page.getByLabel('Application (client) id').fill(client);
  await page.getByRole('button', { name: 'Make a key and a certificate' }).click();
  const certificate = await text('Certificate (PEM)');
  await controlOf(port).certify(client, certificate);
  const sh = async (command: string, token = '') => {
    const reach = `--silent --insecure --connect-to ::127.0.0.1:${port}`;
    const env = { ...process.env, TOKEN: token };
    const { stdout } = await run('/bin/sh', ['-c', `${command} ${reach}`], { env });
    return JSON.parse(stdout) as unknown;
  };
  let token = '';
  for (const signature of ['RS256', 'PS256']) {
    await page.getByLabel('Signature').selectOption(signature);
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Header', exact: true })).toContainText(
      `"alg": "${signature}"`,
    );
    const details = page.getByText('The whole request as curl');
    await details.click();
    const answer = (await sh(await text('The token request for curl'))) as Record<string, string>;
    token = answer['access_token'] ?? '';
    expect(token.split('.')).toHaveLength(3);
  }
  expect(await sh(await text('Start, for curl'), token)).toMatchObject({ status: 'enabled' });
  const list = (await sh(await text('Content, for curl'), token)) as { contentUri: string }[];
  expect(list.length).toBeGreaterThan(0);
});
