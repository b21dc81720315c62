// `npm run bench`: figures as JSON on stdout, progress on stderr. It says how it is, never whether that is good.
import { chromium } from '@playwright/test';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchMail } from './bench-mail.mjs';
import { benchResources } from './bench-resources.mjs';
import { benchTenant } from './bench-tenant.mjs';
import { benchServices } from './bench-services.mjs';
import { benchWorkbench } from './bench-workbench.mjs';
import { findBrowser } from './browser.mjs';
import { benchPeople } from './bench-people.mjs';
import { limits, measure } from './budget.mjs';
import { serve } from './serve.mjs';
import { startTool } from './steps.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const runs = Number(values.runs);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const round = (number, digits = 0) => Number(number.toFixed(digits));

/** Milliseconds since this document was asked for. */
const sinceNavigation = (page) => page.evaluate(() => performance.now());

/** One newcomer: everything cold, from the first page to a message list that can be used. */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const microsoft = page.frameLocator('iframe');
  const list = page.getByRole('listbox').getByRole('option').first();

  await page.goto(`${url}mail`);
  const start = page.getByRole('button', { name: 'Continue', exact: true });
  await start.waitFor();
  const signInScreen = await sinceNavigation(page);
  await start.click();
  await microsoft.getByRole('button', { name: 'Adele Thornbury' }).click();
  await microsoft.getByRole('button', { name: 'Accept' }).click();
  const allow = page.getByRole('button', { name: 'Allow Mail.Read' }).first();
  await allow.waitFor();
  const signedIn = await sinceNavigation(page);
  await allow.click();
  await microsoft.getByRole('button', { name: 'Accept' }).click();
  await list.waitFor();
  const firstMailRow = await sinceNavigation(page);

  const clickedAt = performance.now();
  await list.click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  const openMessage = performance.now() - clickedAt;
  await context.close();
  return { signInScreen, signedIn, firstMailRow, openMessage };
}

process.stderr.write('Building the app ...\n');
// What was built before may be of another day; and the build's words must not stand among the figures.
if (!(await startTool('build', ['--logLevel', 'silent']))) process.exit(1);
const { sizes } = measure();
// Before there is a browser to share the machine with.
process.stderr.write('the tenant by itself\n');
const tenant = await benchTenant();
const { url, stop } = await serve({ port: 0 });
const browser = await chromium.launch({
  executablePath: findBrowser().path,
  args: ['--no-sandbox'],
});
const samples = [];
for (let run = 1; run <= runs; run += 1) {
  process.stderr.write(`run ${run} of ${runs}\n`);
  samples.push(await visit(browser, url));
}
process.stderr.write('one sign-in, five resources\n');
const oneSignIn = await benchResources(runs);
const version = browser.version();
const launch = (args) =>
  chromium.launch({ executablePath: findBrowser().path, args: ['--no-sandbox', ...args] });
const people = await benchPeople(launch, Math.min(runs, 3));
const allServices = await benchServices(launch, Math.min(runs, 3));
await browser.close();
await stop();
process.stderr.write('the workbench\n');
const longestTasks = await benchWorkbench((args) =>
  chromium.launch({ executablePath: findBrowser().path, args: ['--no-sandbox', ...args] }),
);
process.stderr.write('a large mailbox\n');
const mail = await benchMail();

const medians = Object.fromEntries(
  Object.keys(samples[0]).map((name) => [name, round(median(samples.map((s) => s[name])))]),
);
const peopleMedians = Object.fromEntries(
  Object.keys(people[0]).map((name) => [name, round(median(people.map((s) => s[name])))]),
);
const ratios = {
  ...Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [
      `${name}ToBudget`,
      round(sizes[name] / limit, 3),
    ]),
  ),
  // Against the sign-in screen, so that the figure means the same on a fast and on a slow machine.
  firstMailRowToSignInScreen: round(medians.firstMailRow / medians.signInScreen, 2),
  contactsFirstRowToSignInScreen: round(peopleMedians.contactsFirstRow / medians.signInScreen, 2),
  allServicesToTwoJourneys: allServices.toLowerBound,
  // One frame is the least that a key or a month can take.
  contactsKeyToFrame: round((peopleMedians.contactsKey * 60) / 1000, 2),
  monthOf500EventsToFrame: round((peopleMedians.monthPainted * 60) / 1000, 2),
};
console.log(
  JSON.stringify(
    {
      machine: { node: process.version, chromium: version, cores: cpus().length },
      brotliBytes: sizes,
      milliseconds: { runs, ...medians, ...peopleMedians },
      mail,
      tenant,
      oneSignIn,
      allServices,
      ratios,
      longestTaskInMilliseconds: longestTasks,
    },
    null,
    2,
  ),
);
