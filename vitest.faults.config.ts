import { mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The long form of the fault tests: `npm run test:faults`. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  {
    test: {
      include: ['test/faults/**/*.long.test.ts'],
      testTimeout: 60 * 60_000,
    },
  },
);
