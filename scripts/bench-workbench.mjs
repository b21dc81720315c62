// Figures of the workbench, for scripts/bench.mjs: how long the page is busy at most with what is large.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './serve.mjs';
import { startTenant } from './tenant.mjs';

const bigAnswer = 50_000_000;
const manyMessages = 10_000;

/** 50 MB of a collection, as a service would write it. */
function largeCollection() {
  const item = { subject: 'x'.repeat(300), isRead: false, from: { emailAddress: { name: 'A' } } };
  const text = JSON.stringify(item).slice(1);
  const items = [];
  for (let size = 0, at = 0; size < bigAnswer; at += 1) {
    const one = `{"id":"AAMk${at}",${text}`;
    items.push(one);
    size += one.length + 1;
  }
  return `{"@odata.context":"x","value":[${items.join(',')}]}`;
}

function largeArchive() {
  const entries = Array.from({ length: manyMessages }, (_, at) => ({
    startedDateTime: new Date(Date.UTC(2026, 10, 20) + at * 700).toISOString(),
    time: 120,
    request: {
      method: 'GET',
      url: `https://graph.microsoft.com/v1.0/me/messages/${at}?$select=id`,
      headers: [{ name: 'Accept', value: 'application/json' }],
    },
    response: {
      status: at % 50 === 0 ? 404 : 200,
      headers: [{ name: 'request-id', value: `id-${at}` }],
      content: { size: 40, mimeType: 'application/json', text: '{"id":"x"}' },
    },
    timings: { wait: 100 },
  }));
  return JSON.stringify({ log: { version: '1.2', entries } });
}

/** The longest time, in milliseconds, in which nothing else could happen while `work` went on. */
async function longestTask(page, work) {
  await page.evaluate(() => (window.longTasks = []));
  await work();
  // What was begun is over when the page has been idle twice.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  const tasks = await page.evaluate(() => window.longTasks);
  return Math.round(Math.max(0, ...tasks));
}

/** @param browserType starts a browser with further arguments */
export async function benchWorkbench(launch) {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-bench-'));
  const config = join(folder, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({
      cloud: 'global',
      clientId: '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12',
      tenant: 'common',
    }),
  );
  const app = await serve({ port: 0, config });
  const origin = app.url.replace(/\/$/, '');
  const tenant = await startTenant({ port: 0, appOrigins: [origin] });
  const hosts = ['login.microsoftonline.com', 'graph.microsoft.com', 'api.office.com'];
  const rules = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${tenant.port}`).join(',');
  const browser = await launch([`--host-resolver-rules=${rules}`]);
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: origin });
  await context.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.longTasks.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  const page = await context.newPage();
  try {
    await page.goto('/requests');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByRole('button', { name: 'Adele Thornbury' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    const body = largeCollection();
    await context.route(/\/v1\.0\/me\/large$/, (route) =>
      route.request().method() === 'OPTIONS'
        ? route.fallback()
        : route.fulfill({
            body,
            contentType: 'application/json',
            headers: { 'access-control-allow-origin': '*' },
          }),
    );
    const address = page.getByLabel('Address');
    await address.fill('https://graph.microsoft.com/v1.0/me/large');
    const answer = page.getByRole('region', { name: 'The answer' });
    const largeAnswer = await longestTask(page, async () => {
      await address.press('Enter');
      await answer.getByRole('treeitem').nth(3).waitFor({ timeout: 120_000 });
    });
    const openLargeList = await longestTask(page, async () => {
      await answer.getByRole('tree').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
    });
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Timeline' })
      .click();
    const file = join(folder, 'many.har');
    writeFileSync(file, largeArchive());
    const messages = page.getByRole('listbox').getByRole('option');
    const openArchive = await longestTask(page, async () => {
      await page.getByLabel('HAR or scenario file').setInputFiles(file);
      await messages.nth(5).waitFor({ timeout: 120_000 });
      await page.getByText('From the file').waitFor({ timeout: 120_000 });
    });
    const searchTimeline = await longestTask(page, async () => {
      await page.getByRole('searchbox', { name: 'Search the messages' }).fill('9999');
      await page.getByText(`1 of 10,000`).waitFor();
      await page.getByRole('searchbox', { name: 'Search the messages' }).fill('');
    });
    const endOfTimeline = await longestTask(page, async () => {
      await messages.first().focus();
      await page.keyboard.press('End');
    });
    return { largeAnswer, openLargeList, openArchive, searchTimeline, endOfTimeline };
  } finally {
    await browser.close();
    await tenant.stop();
    await app.stop();
    rmSync(folder, { recursive: true });
  }
}
