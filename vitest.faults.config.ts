import { defineConfig } from 'vitest/config';
import { GLOBAL_SETUP, PROCESSES_AT_ONCE, SHARED } from './vitest.config.ts';

/** The long form of the fault tests: `npm run test:faults`. */
export default defineConfig({
  test: {
    ...SHARED,
    globalSetup: GLOBAL_SETUP,
    include: ['test/faults/**/*.long.test.ts'],
    testTimeout: 60 * 60_000,
    maxConcurrency: PROCESSES_AT_ONCE,
    fileParallelism: false,
  },
});
