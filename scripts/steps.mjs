// One step of `npm run check` and `npm test` after the other, with live output and one count at the end.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Scripts of packages, started by this very Node: no shell, no npx, the same on every system. */
const tools = {
  types: ['typescript/bin/tsc', '--noEmit'],
  lint: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  format: ['oxfmt/bin/oxfmt', '--check', '.'],
  unit: ['vitest/vitest.mjs', 'run'],
  build: ['vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  browser: ['@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'],
};

export function startTool(name, args = [], env = {}) {
  const [script, ...fixed] = tools[name];
  return new Promise((ended) => {
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules', script), ...fixed, ...args],
      // Without a standard input no tool can stop and ask.
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
    );
    child.once('error', (error) => {
      console.error(error.message);
      ended(false);
    });
    child.once('exit', (code) => ended(code === 0));
  });
}

/** Runs steps in order and counts; a step answers true or false, or with counts of its own. */
export function createTally() {
  const tally = { passed: 0, failed: 0, failures: [] };
  return {
    tally,
    step: async (title, run) => {
      console.log(`\n── ${title}`);
      const startedAt = performance.now();
      const answer = await run();
      const counts =
        typeof answer === 'boolean' ? { passed: Number(answer), failed: Number(!answer) } : answer;
      tally.passed += counts.passed;
      tally.failed += counts.failed;
      const isGood = counts.failed === 0;
      if (!isGood) tally.failures.push(title);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`   ${isGood ? 'passed' : 'FAILED'} in ${seconds} s`);
      return isGood;
    },
    finish: () => {
      if (tally.failures.length > 0) console.log(`\nFailed: ${tally.failures.join(', ')}`);
      console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
      process.exitCode = tally.failed === 0 ? 0 : 1;
    },
  };
}
