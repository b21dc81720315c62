// Contacts and the calendar as a person waits for them: ten thousand contacts to the first row, to the last and per
// keystroke, and a month of five hundred events to painted. Graph's answers come from here, after a fixed time, so that
// the figures are of the product and not of whoever answers.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './serve.mjs';
import { startTenant } from './tenant.mjs';

/** Milliseconds of one answer. */
const latency = 20;
const contacts = 10_000;
const events = 500;
const pageSize = 250;

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
};
const graph = 'https://graph.microsoft.com/v1.0';
const given = 'Ana Bo Chloé Dmitri Eszter Farid Grace Håkon İpek Jürgen'.split(' ');
const family = 'Müller Nakamura Okafor Peñalver Quiroga Raman Søndergård Tanaka'.split(' ');

function contact(index) {
  // In the order of names, as the service gives them.
  const [first, last] = [given[Math.floor((index / contacts) * 10)], family[index % 8]];
  return {
    id: `c${index}`,
    displayName: `${first} ${last} ${index}`,
    givenName: first,
    surname: last,
    companyName: `Firm ${index % 300}`,
    emailAddresses: [{ name: first, address: `person${index}@firm${index % 300}.example` }],
    businessPhones: [`+44 20 7946 ${String(index).padStart(4, '0')}`],
  };
}

function contactPage(url) {
  const skip = Number(url.searchParams.get('$skip') ?? 0);
  const value = Array.from({ length: Math.min(pageSize, contacts - skip) }, (_, at) =>
    contact(skip + at),
  );
  const next =
    skip + pageSize < contacts ? `${graph}/me/contacts?$skip=${skip + pageSize}` : undefined;
  return { '@odata.count': contacts, ...(next ? { '@odata.nextLink': next } : {}), value };
}

function monthOfEvents() {
  const two = (number) => String(number).padStart(2, '0');
  return Array.from({ length: events }, (_, index) => {
    const at = `2026-03-${two(1 + (index % 31))}T${two(7 + (index % 12))}`;
    const isAllDay = index % 25 === 0;
    const start = isAllDay ? `2026-03-${two(1 + (index % 28))}T00:00` : `${at}:00`;
    const end = isAllDay ? `2026-03-${two(3 + (index % 28))}T00:00` : `${at}:45`;
    return {
      id: `e${index}`,
      subject: `Event ${index}`,
      start: { dateTime: `${start}:00.0000000`, timeZone: 'UTC' },
      end: { dateTime: `${end}:00.0000000`, timeZone: 'UTC' },
      isAllDay,
      showAs: 'busy',
      type: 'singleInstance',
      responseStatus: { response: 'accepted' },
    };
  });
}

function answerTo(url) {
  const path = url.pathname;
  if (path.endsWith('/me/contacts')) return contactPage(url);
  if (path.endsWith('/calendars')) {
    return { value: [{ id: 'one', name: 'Calendar', isDefaultCalendar: true }] };
  }
  return path.endsWith('/calendarView') ? { value: monthOfEvents() } : { value: [] };
}

/** Stands in Graph's place for what is measured; everything else goes to the simulated tenant. */
async function answer(context) {
  await context.route(/\/v1\.0\/me\/(contacts|contactFolders|calendars)\b/, async (route) => {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
    await new Promise((done) => setTimeout(done, latency));
    await route.fulfill({ json: answerTo(new URL(request.url())), headers: cors });
  });
}

/** From signed out to what is waited for. The tenant remembers who agreed to what, so later runs are asked less. */
async function signIn(page, url, path, ready) {
  await page.goto(`${url}${path}`);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: 'Adele Thornbury' }).click();
  const question = page.getByRole('button', { name: /^(Accept|Allow [\w.]+)$/ });
  for (let step = 0; step < 4; step += 1) {
    await question.or(ready).first().waitFor();
    if (await ready.isVisible()) return;
    await question.first().click();
  }
}

/** Notes how long the browser took from each key to the next frame; it tells nothing shorter than 16 ms. */
const watchKeys = () => {
  globalThis.keyTimes = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'keydown' || name === 'input') globalThis.keyTimes.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
};

const sinceDocument = (page) => page.evaluate(() => performance.now());

/** Milliseconds until what was just done is on the screen. */
const untilPainted = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

async function contactsOf(page, url) {
  const row = page.getByRole('listbox', { name: 'Contacts' }).getByRole('option').first();
  await signIn(page, url, 'contacts', row);
  // Since the document that came back with the permission was asked for: the code is redeemed in this time.
  const contactsFirstRow = await sinceDocument(page);
  await page.getByText(/^10,000 contacts$/).waitFor({ timeout: 120_000 });
  const contactsAllRead = await sinceDocument(page);
  await page.getByRole('searchbox', { name: 'Find a contact' }).focus();
  for (const key of 'sonder') {
    await page.keyboard.press(key);
    await page.getByText(/ found in 10,000 contacts$/).waitFor();
    await untilPainted(page);
  }
  const contactsKey = await page.evaluate(() => Math.max(16, ...globalThis.keyTimes));
  return { contactsFirstRow, contactsAllRead, contactsKey };
}

async function monthOf(page, url) {
  const event = page.locator('[data-event]').nth(40);
  await signIn(page, url, 'calendar?date=2026-03-10&view=month', event);
  await untilPainted(page);
  const monthFirstPainted = await sinceDocument(page);
  // Everything is there now: what is left is to lay it out and paint it. Once by itself says more of the machine's other
  // work than of ours.
  const times = [];
  for (let turn = 0; turn < 7; turn += 1) times.push(await monthAgain(page));
  const monthPainted = times.toSorted((a, b) => a - b)[3];
  return { monthFirstPainted, monthPainted };
}

/** Milliseconds from the week to the month of the same events. */
async function monthAgain(page) {
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  await page.getByText(/^9 . 15 March 2026$/).waitFor();
  await page.locator('main [data-event]').first().waitFor();
  return page.evaluate(async () => {
    const buttons = [...document.querySelectorAll('main button')];
    const begun = performance.now();
    buttons.find(({ textContent }) => textContent === 'Month').click();
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    while (document.querySelectorAll('[data-date]').length < 35) await frame();
    await frame();
    return performance.now() - begun;
  });
}

/** @returns one object of milliseconds for each run */
export async function benchPeople(launch, runs) {
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
  const { url, stop } = await serve({ port: 0, config });
  const tenant = await startTenant({ port: 0, appOrigins: [new URL(url).origin] });
  const hosts = ['login.microsoftonline.com', 'graph.microsoft.com', 'api.office.com']
    .map((host) => `MAP ${host}:443 127.0.0.1:${tenant.port}`)
    .join(',');
  const browser = await launch([`--host-resolver-rules=${hosts}`]);
  const samples = [];
  for (let run = 1; run <= runs; run += 1) {
    process.stderr.write(`contacts and calendar, run ${run} of ${runs}\n`);
    samples.push({
      ...(await visit(browser, url, contactsOf)),
      ...(await visit(browser, url, monthOf)),
    });
  }
  await browser.close();
  await tenant.stop();
  await stop();
  rmSync(folder, { recursive: true });
  return samples;
}

async function visit(browser, url, measure) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    ignoreHTTPSErrors: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  await answer(context);
  await context.addInitScript(watchKeys);
  const page = await context.newPage();
  const found = await measure(page, url);
  await context.close();
  return found;
}
