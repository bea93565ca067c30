import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The long form of the fault tests is asked for by name; their short form runs with the rest.
    exclude: ['test/faults/**/*.long.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A shared CI machine may stall for seconds: a test that waits for real sockets gets another try there.
    retry: process.env['CI'] ? 2 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As patient as a stage's `until`; a busy machine takes its time.
    expect: { poll: { timeout: 25_000 } },
  },
});
