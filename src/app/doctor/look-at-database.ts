import type { Inspection } from '../../db/inspection.ts';
import { migrationNames } from '../../db/migrate.ts';
import { countEn } from '../../i18n/plural.ts';
import { fault, type Finding, ok, warning } from './finding.ts';

/** Deadlines go by the database's clock, answers by the platform's. In ms. */
const NOTICED_SKEW_MS = 2_000;
const HARMFUL_SKEW_MS = 30_000;

/** Whether the tables are those of this version. */
export async function lookAtSchema(inspection: Inspection): Promise<Finding> {
  const known = await migrationNames();
  const applied = await inspection.migrations();
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return fault(
      'schema',
      `a newer version of Whetstone was here: it made ${unknown.join(', ')}. Fix: start that version, or a later one.`,
    );
  }
  const pending = known.length - applied.length;
  if (pending === 0) return ok('schema', `up to date, ${known.length} migrations`);
  return warning(
    'schema',
    `${countEn(pending, 'migration', 'migrations')} to be made. Fix: start the bot, or “migrate”.`,
  );
}

/**
 * Whether another clock runs with the database's.
 * @param skewMs By how much the other is ahead.
 */
export function clockFinding(whose: string, skewMs: number): Finding {
  const apart = Math.abs(skewMs);
  if (apart < NOTICED_SKEW_MS) return ok('clock', `the database’s clock and ${whose} agree`);
  const says =
    `${whose} is ${(apart / 1000).toFixed(1)} s ${skewMs > 0 ? 'ahead of' : 'behind'} the database’s, ` +
    'by which deadlines go. Fix: let the database’s machine set its clock by NTP.';
  return apart < HARMFUL_SKEW_MS ? warning('clock', says) : fault('clock', says);
}
