import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Ends a run with a line for machines: `12 passed, 0 failed`. A file that could not be run and an
 * error outside of any test count as failed; what was skipped, and what passed only when it was tried
 * again, stands on lines of its own before.
 */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const { passed, failed, skipped } = tally(modules);
    for (const name of flaky(modules)) process.stdout.write(`passed after a retry: ${name}\n`);
    if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
    process.stdout.write(`${passed} passed, ${failed + errors.length} failed\n`);
  }
}

/** The tests that needed more than one try, which a tally alone would hide. */
function flaky(modules: readonly TestModule[]): readonly string[] {
  return modules.flatMap((module) =>
    [...module.children.allTests('passed')]
      .filter((test) => test.diagnostic()?.flaky)
      .map((test) => `${module.relativeModuleId} > ${test.fullName}`),
  );
}

function tally(modules: readonly TestModule[]): Tally {
  const counts: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    for (const state of states) counts[state === 'pending' ? 'skipped' : state]++;
    if (module.state() === 'failed' && !states.includes('failed')) counts.failed++;
  }
  return counts;
}
