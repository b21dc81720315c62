// `npm test`: everything, and one line of counts at the end.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBudgets } from './budget.mjs';
import { createTally, startTool } from './steps.mjs';

const { step, finish } = createTally();
const reports = mkdtempSync(join(tmpdir(), 'grantscope-test-'));

/** Reads a runner's own report; a runner that fell over before it could write one has failed once. */
function counts(file, isGood, read) {
  try {
    const found = read(JSON.parse(readFileSync(file, 'utf8')));
    return isGood || found.failed > 0 ? found : { ...found, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function unitTests() {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const isGood = await startTool('unit', reporters);
  return counts(file, isGood, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }));
}

async function browserTests() {
  const file = join(reports, 'browser.json');
  const isGood = await startTool('browser', ['--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return counts(file, isGood, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
}

await step('Types', () => startTool('types'));
await step('Lint', () => startTool('lint'));
await step('Format', () => startTool('format'));
await step('Unit tests', unitTests);
if (await step('Build', () => startTool('build'))) {
  await step('Budgets', () => checkBudgets());
  await step('Browser tests', browserTests);
}
rmSync(reports, { recursive: true });
finish();
