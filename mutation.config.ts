// The tests that `npm run mutation` asks whether they notice a change in src/auth or src/http: those that are about them.
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';
import { keptThread } from './scripts/stryker-pool.mjs';
import config from './vite.config.ts';

/** Wide nets, and slow ones: most changes are noticed by a smaller test before. */
const late = ['property', 'recorder', 'renewal'];

function rank({ moduleId }: TestSpecification): number {
  const place = late.findIndex((word) => moduleId.includes(word));
  return place < 0 && moduleId.includes('/http/') ? -2 : place;
}

/** The first test that notices ends it, so the quick ones go first. */
class QuickOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  ...config,
  plugins: [
    {
      name: 'kept-thread',
      // Stryker wants `threads`, whatever stands below.
      configureVitest: ({ project }) => {
        project.config.pool = keptThread.name;
        project.config.poolRunner = keptThread;
      },
    },
  ],
  test: {
    ...config.test,
    include: ['src/auth/**/*.test.ts', 'src/http/**/*.test.ts'],
    // The widest nets of all, and by far the slowest: what only they would notice is to be noticed by a test of its own.
    exclude: ['**/fault-matrix.test.ts', '**/oidc-provider.test.ts', '**/on-import.test.ts'],
    // A change that makes a test wait for ever is noticed by this, and sooner than by Stryker's own limit.
    testTimeout: 15_000,
    isolate: false,
    runner: './scripts/stryker-runner.mjs',
    sequence: { sequencer: QuickOnesFirst },
  },
});
