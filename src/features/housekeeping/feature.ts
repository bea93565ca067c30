import type { Feature } from '../shared/feature.ts';
import { tidyUp } from './tidy-up.ts';

const EVERY_NIGHT = '0 30 4 * * *';

/** Deletes what nobody needs any more. */
export const housekeepingFeature: Feature = {
  name: 'housekeeping',
  duties: [{ cron: EVERY_NIGHT, run: tidyUp }],
};
