// The tests that `npm run mutation` asks whether they notice a change in src/auth or src/http: those that are about them.
import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';
import config from '../vite.config.ts';

/** What takes long: most changes are noticed by a smaller test before. */
const late = ['property', 'recorder', 'renewal'];

function rank({ moduleId }: TestSpecification): number {
  const place = late.findIndex((word) => moduleId.includes(word));
  if (place >= 0) return place + 1;
  // Without a tenant to load a test takes no time at all.
  return readFileSync(moduleId, 'utf8').includes('tenantPerTest') ? 0 : -1;
}

/** The first test that notices ends it, so the quick ones go first. */
class QuickOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => rank(one) - rank(other));
  }
}

// Which files are run, and together or apart, is another matter here.
const { projects: _all, ...shared } = config.test ?? {};

export default defineConfig({
  ...config,
  test: {
    ...shared,
    include: ['.stryker-tests/*.test.mjs', 'scripts/mutation-worker.mjs'],
    exclude: [
      // The widest nets of all, and by far the slowest: what only they would notice is to have a test of its own.
      '**/*fault-matrix.test.mjs',
      '**/*oidc-provider.test.mjs',
      // Forgets what has been loaded, which all files of a run share.
      '**/*on-import.test.mjs',
    ],
    // A change that makes a test wait for ever is noticed by this, and sooner than by Stryker's own limit.
    testTimeout: 12_000,
    // All test files of one change share one thread and what it has loaded; the next change gets a new one.
    isolate: false,
    sequence: { sequencer: QuickOnesFirst },
  },
});
