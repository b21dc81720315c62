// The mail part of `npm run bench`: a folder of 100,000 messages is opened, scrolled to its end, and read in. The simulated
// Microsoft answers over TLS at its true host names, so that requests and bytes are those of a network.
import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';
import { startTenant } from './tenant.mjs';

const messages = 100_000;

const round = (number, digits = 0) => Number(number.toFixed(digits));
const at = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Pixels a frame, and frames, of the walk; then as many far jumps, as by a dragged scroll bar. */
const walk = { pixels: 600, frames: 300 };
const jumps = 60;

export async function benchMail() {
  const folder = mkdtempSync(join(tmpdir(), 'grantscope-bench-'));
  const config = join(folder, 'config.json');
  const clientId = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
  writeFileSync(config, JSON.stringify({ cloud: 'global', clientId, tenant: 'common' }));
  const app = await serve({ port: 0, config });
  const tenant = await startTenant({ port: 0, appOrigins: [new URL(app.url).origin] });
  await steer(tenant.port, 'world', { mailboxSize: messages });
  const hosts = ['login.microsoftonline.com', 'graph.microsoft.com', 'api.office.com'];
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: [
      '--no-sandbox',
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host}:443 127.0.0.1:${tenant.port}`).join(',')}`,
    ],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      ignoreHTTPSErrors: true,
    });
    const page = await context.newPage();
    const graph = countTraffic(context);
    await signIn(page, app.url);
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable');
    const opened = await open(page, graph);
    const scrolled = await scrollThrough(page, client, graph);
    const read = await readOn(page);
    return {
      messages,
      ...opened,
      scroll: scrolled,
      millisecondsToText: read,
      ratios: {
        // Against the frames of the same page at rest, so that the figure means the same on a slow machine.
        walkP95ToStill: round(scrolled.walk.p95 / scrolled.still.p95, 2),
        jumpsP95ToStill: round(scrolled.jumps.p95 / scrolled.still.p95, 2),
        heapAfterToBefore: round(scrolled.heapMegabytes.after / scrolled.heapMegabytes.before, 2),
        domNodesAfterToBefore: round(scrolled.domNodes.after / scrolled.domNodes.before, 2),
        notFetchedToFetchedAhead: round(read.notFetched / read.fetchedAhead, 2),
        // What would have been fetched to come to the end by links alone, in pages of a hundred.
        requestsToEndAgainstEveryPage: round(scrolled.requests / (messages / 100), 3),
      },
    };
  } finally {
    await browser.close();
    await tenant.stop();
    await app.stop();
    rmSync(folder, { recursive: true });
  }
}

/** To another folder than the one that is measured: when that is opened, all code is here and nothing of it is cached. */
async function signIn(page, url) {
  await page.goto(`${url}mail/drafts`);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Adele Thornbury' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page
    .getByRole('button', { name: /Allow Mail.Read/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await list(page).first().waitFor();
  await page.getByRole('link', { name: /^Inbox/ }).waitFor();
  await page.waitForTimeout(2500);
}

const list = (page) => page.getByRole('listbox', { name: 'Messages' }).getByRole('option');

async function open(page, graph) {
  const other = await list(page).first().innerText();
  const before = { ...graph };
  const start = performance.now();
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await page.waitForFunction(
    (text) => {
      const row = document.querySelector('[role=option]');
      return row && row.innerText !== text;
    },
    other,
    { polling: 'raf' },
  );
  const millisecondsToFirstRow = round(performance.now() - start);
  await page.waitForTimeout(2000);
  return {
    millisecondsToFirstRow,
    requests: graph.requests - before.requests,
    bytes: graph.bytes - before.bytes,
  };
}

/** What is asked of Graph, without preflights, and how much of it comes. */
function countTraffic(context) {
  const graph = { requests: 0, bytes: 0 };
  context.on('response', async (response) => {
    if (!response.url().startsWith('https://graph.microsoft.com/')) return;
    if (response.request().method() === 'OPTIONS') return;
    graph.requests += 1;
    graph.bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
  });
  return graph;
}

function steer(port, what, body) {
  return new Promise((done, failed) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/control/${what}`,
        headers: { host: 'control.simulated.invalid', 'content-type': 'application/json' },
        servername: 'control.simulated.invalid',
        // Made for this run by the server itself.
        rejectUnauthorized: false,
      },
      (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode < 300 ? done() : failed(new Error(`${what}: ${answer.statusCode}`)),
        );
      },
    );
    outgoing.on('error', failed);
    outgoing.end(JSON.stringify(body));
  });
}

/** Frame times while a script scrolls, and what the list costs meanwhile. */
async function scrollThrough(page, client, graph) {
  const before = await costs(client);
  const asked = graph.requests;
  const frames = await page.evaluate(
    async ({ pixels, frames: count, far }) => {
      const scroller = document.querySelector('[role=listbox]').parentElement;
      const times = [];
      let blank = 0;
      let last = await new Promise(requestAnimationFrame);
      const step = async (move) => {
        move();
        const now = await new Promise(requestAnimationFrame);
        times.push(now - last);
        last = now;
        if (!scroller.querySelector('[role=option], [aria-hidden]')) blank += 1;
      };
      for (let nth = 0; nth < count; nth += 1) await step(() => (scroller.scrollTop += pixels));
      const walked = times.splice(0);
      for (let nth = 0; nth < 120; nth += 1) await step(() => undefined);
      const still = times.splice(0);
      const end = scroller.scrollHeight;
      for (let nth = 1; nth <= far; nth += 1)
        await step(() => (scroller.scrollTop = (end * ((nth * 37) % far)) / far));
      scroller.scrollTop = end;
      return { walked, still, jumped: times, blank };
    },
    { ...walk, far: jumps },
  );
  const options = list(page);
  await options.nth(5).waitFor();
  await page.waitForTimeout(1500);
  const places = await options.evaluateAll((all) =>
    all.map((row) => Number(row.getAttribute('aria-posinset'))),
  );
  const after = await costs(client);
  return {
    walk: told(frames.walked),
    still: told(frames.still),
    jumps: told(frames.jumped),
    framesWithoutRows: frames.blank,
    lastPlaceSeen: Math.max(...places),
    requests: graph.requests - asked,
    domNodes: { before: before.nodes, after: after.nodes },
    heapMegabytes: { before: round(before.heap, 1), after: round(after.heap, 1) },
  };
}

/** From the key to the words of the next letter on the screen: fetched ahead, and not. */
async function readOn(page) {
  const ahead = [];
  const fresh = [];
  await list(page).nth(2).click();
  for (let nth = 0; nth < 6; nth += 1) {
    await page.waitForTimeout(1200);
    ahead.push(await keyToText(page, ']'));
  }
  for (let nth = 0; nth < 6; nth += 1) {
    await page.waitForTimeout(1200);
    // Two in a row: the second was not fetched ahead.
    await page.keyboard.press(']');
    fresh.push(await keyToText(page, ']'));
  }
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
  return { fetchedAhead: round(median(ahead)), notFetched: round(median(fresh)) };
}

async function keyToText(page, key) {
  await page.evaluate(() => {
    const before = document.querySelector('main iframe');
    window.painted = new Promise((done) => {
      let start;
      addEventListener('keydown', () => (start = performance.now()), { once: true, capture: true });
      const look = () => {
        const frame = document.querySelector('main iframe');
        const isNew =
          frame && frame !== before && frame.contentDocument?.body?.childElementCount > 0;
        if (start !== undefined && isNew)
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() =>
    Promise.race([window.painted, new Promise((end) => setTimeout(end, 5000, 5000))]),
  );
}

function told(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    frames: sorted.length,
    p50: round(at(sorted, 0.5), 1),
    p95: round(at(sorted, 0.95), 1),
    longest: round(sorted.at(-1), 1),
  };
}

async function costs(client) {
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const nodes = await client.send('Runtime.evaluate', {
    expression: 'document.querySelectorAll("*").length',
    returnByValue: true,
  });
  return { nodes: nodes.result.value, heap: value('JSHeapUsedSize') / 1_000_000 };
}
