// The tests that `npm run mutation` asks whether they notice a change in src/auth or src/http: those that are about them.
import { defineConfig } from 'vitest/config';
import config from './vite.config.ts';

export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['src/auth/**/*.test.ts', 'src/http/**/*.test.ts'],
    // Slow is not wrong: a mutant that hangs is what the mutation's own limit is for.
    testTimeout: 60_000,
  },
});
