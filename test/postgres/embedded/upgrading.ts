/**
 * A bot in the middle of an upgrade, for tests to kill: `node upgrading.ts HOME MAJOR`. Prints `copying` when both
 * servers run, and copies for ever.
 */
import { pino } from 'pino';
import { upgradeCluster } from '../../../src/postgres/upgrade.ts';

const [home = '', major = ''] = process.argv.slice(2);

await upgradeCluster({
  ...{ home, major, log: pino({ level: 'silent' }) },
  async copy() {
    process.stdout.write('copying');
    await new Promise(() => undefined);
  },
});
