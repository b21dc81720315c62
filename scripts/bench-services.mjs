// Part of `npm run bench`: "Connect all" in a browser over a slow network, from the press until every service that the
// person may use has answered. Less than two journeys cannot do: one for the tokens, one for the answers; a browser adds
// one for the preflight of each address that it asks for the first time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './serve.mjs';
import { startTenant } from './tenant.mjs';

/** Milliseconds that every answer of the tenant takes. */
const delay = 100;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const hosts = [
  'login.microsoftonline.com',
  'graph.microsoft.com',
  'api.office.com',
  'outlook.office365.com',
  'northlight.sharepoint.com',
  'northlight-my.sharepoint.com',
  'manage.office.com',
];

export async function benchServices(launch, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-bench-'));
  const file = (name, content) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const config = file('config.json', {
    cloud: 'global',
    clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
    tenant: 'common',
  });
  const scenario = file('scenario.json', {
    network: { latency: delay, jitter: 0, offline: false },
  });
  const { url, stop } = await serve({ port: 0, config });
  const tenant = await startTenant({ port: 0, appOrigins: [new URL(url).origin], scenario });
  const rules = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${tenant.port}`).join(',');
  const browser = await launch([`--host-resolver-rules=${rules}`]);
  const samples = [];
  // The first visit agrees to everything; the tenant remembers it.
  for (let run = 0; run <= runs; run += 1) {
    process.stderr.write(`all services, run ${run} of ${runs}\n`);
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
    const sample = await connectAll(await context.newPage(), url, run === 0);
    if (run > 0) samples.push(sample);
    await context.close();
  }
  await browser.close();
  await tenant.stop();
  await stop();
  rmSync(folder, { recursive: true });
  const milliseconds = median(samples.map((sample) => sample.milliseconds));
  const lowerBound = 2 * delay;
  return {
    networkDelay: delay,
    ...samples.at(-1),
    milliseconds,
    lowerBound,
    toLowerBound: Number((milliseconds / lowerBound).toFixed(2)),
  };
}

async function connectAll(page, url, isFirst) {
  await page.goto(`${url}services?from=v1.0`);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Adele Thornbury' }).click();
  if (isFirst) await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('Listed by the Office 365 Discovery service').waitFor();
  // What a token is there for has answered by itself; the rest waits for the press.
  await page
    .getByText(/^ready, /)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Connect all' }).click();
  const outcome = await page.getByText(/all asked in \d+ ms/).innerText({ timeout: 60_000 });
  if (isFirst) {
    await page.getByRole('button', { name: /^Allow the missing/ }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page
      .getByText(/^ready, /)
      .nth(5)
      .waitFor();
  }
  const [ready, services, signIns, tokenRequests, milliseconds] = outcome.match(/\d+/g).map(Number);
  return { ready, services, signIns, tokenRequests, milliseconds };
}
