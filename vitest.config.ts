import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig, type TestUserConfig } from 'vitest/config';

/** The long form of the fault tests is asked for by name; their short form runs with the rest. */
const LONG = 'test/faults/**/*.long.test.ts';

/** Rules without a database or a platform. */
const PURE = ['test/{chat,decks,domain,i18n}/**/*.test.ts'];

/** Tests that start bots, commands, database servers or a browser as processes. */
const PROCESSES = [
  'test/{e2e,playground,postgres}/**/*.test.ts',
  'test/cli/{backup,feedback,help,migrate}.test.ts',
  'test/conversations/privacy-log.test.ts',
  'test/faults/{database,fleet,killed-notices,kills,limits,restore,shards,shutdown,slow-platform,together,versions}.test.ts',
];

/** What holds for every test, the long ones included. */
export const SHARED = {
  pool: 'forks',
  // Loading takes two seconds a file. A worker's files share what is loaded: no source keeps a state of its own.
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Node's own SQLite, which Anki's files are made with, is still called experimental.
  execArgv: ['--disable-warning=ExperimentalWarning'],
  // As patient as a stage's `until`; a busy machine takes its time.
  expect: { poll: { timeout: 25_000 } },
  // The processes that tests start read the same sources each time: compiled, they start a third faster.
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') },
} satisfies TestUserConfig;

/**
 * A bot takes seconds of a processor to start: more of them at once only wait for each other, and each test's time
 * runs meanwhile.
 */
export const PROCESSES_AT_ONCE = Math.max(2, availableParallelism());

export const GLOBAL_SETUP = ['test/support/global-setup.ts'];

export default defineConfig({
  test: {
    // Set up once for all projects.
    globalSetup: GLOBAL_SETUP,
    // One more than there are processors: now and then one waits for a clock, a server or a process. Two more make
    // a run no shorter.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { ...SHARED, name: 'pure', include: PURE } },
      {
        test: {
          ...SHARED,
          name: 'processes',
          include: PROCESSES,
          exclude: [LONG],
          maxConcurrency: PROCESSES_AT_ONCE,
          // A shared CI machine may stall for seconds while a process starts.
          retry: process.env['CI'] ? 2 : 0,
        },
      },
      {
        test: {
          ...SHARED,
          name: 'rest',
          include: ['test/**/*.test.ts'],
          exclude: [LONG, ...PURE, ...PROCESSES],
        },
      },
    ],
  },
});
