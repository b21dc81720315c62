// `npm run check`: everything that can be said without a browser.
import { checkBudgets } from './budget.mjs';
import { createTally, startTool } from './steps.mjs';

const { step, finish } = createTally();

await step('Types', () => startTool('types'));
await step('Lint', () => startTool('lint'));
await step('Format', () => startTool('format'));
await step('House rules', () =>
  startTool('unit', ['src/house.test.ts', 'scripts', '--exclude', '**/without-simulator.test.ts']),
);
if (await step('Build', () => startTool('build'))) await step('Budgets', () => checkBudgets());
finish();
